package dev.lectern.learn;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The first bytes of a file of rows: what it holds, in words, so that what was cut off, or was made of something else, is never taken for
 * the rows that are looked for.
 *
 * @param rows behind the head, each of {@code dimensions} little-endian floats
 * @param sum CRC-32C of their bytes
 * @param key what the rows were made of, a word
 */
record RowsHead(int dimensions, int rows, long sum, String key) {
    static final int BYTES = 128;

    /** Goes up whenever rows are written another way. */
    private static final int LAYOUT = 1;

    private static final int LONGEST_KEY = 64;

    private static final Pattern SAID = Pattern.compile("lectern rows " + LAYOUT
            + ": (\\d{1,9}) of (\\d{1,7}) floats, ([0-9a-f]{8}), ([!-~]{1," + LONGEST_KEY + "}) *\n");

    RowsHead {
        if (!key.matches("[!-~]{1," + LONGEST_KEY + "}")) {
            throw new IllegalArgumentException("a key is a word of ASCII, not '" + key + "'");
        }
    }

    byte[] bytes() {
        byte[] said = String.format(
                        Locale.ROOT, "lectern rows %d: %d of %d floats, %08x, %s", LAYOUT, rows, dimensions, sum, key)
                .getBytes(StandardCharsets.US_ASCII);
        byte[] head = new byte[BYTES];
        Arrays.fill(head, (byte) ' ');
        System.arraycopy(said, 0, head, 0, said.length);
        head[BYTES - 1] = '\n';
        return head;
    }

    /** Of a file from its beginning; empty if it begins otherwise, or is longer or shorter than its head says. */
    static Optional<RowsHead> read(FileChannel file) throws IOException {
        ByteBuffer head = ByteBuffer.allocate(BYTES);
        while (head.hasRemaining() && file.read(head) >= 0) {
            // Until the head is whole or the file is at its end.
        }
        Matcher said = SAID.matcher(new String(head.array(), StandardCharsets.US_ASCII));
        if (!said.matches()) {
            return Optional.empty();
        }
        RowsHead found = new RowsHead(
                Integer.parseInt(said.group(2)),
                Integer.parseInt(said.group(1)),
                Long.parseLong(said.group(3), 16),
                said.group(4));
        long length = BYTES + (long) found.rows * found.dimensions * Float.BYTES;
        return file.size() == length ? Optional.of(found) : Optional.empty();
    }
}
