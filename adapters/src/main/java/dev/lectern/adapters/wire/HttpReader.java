package dev.lectern.adapters.wire;

import dev.lectern.model.Landing;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads answers out of the bytes of one connection, one after another. */
public final class HttpReader {
    private static final int LONGEST_HEAD = 64 * 1024;
    private static final int OK = 200;
    private static final Deadline FOREVER = new Deadline(Duration.ofDays(365));

    private final Source source;
    private final byte[] buffer = new byte[8 * 1024];
    private int next;
    private int end;
    private boolean ended;
    private boolean lasts;

    /** Where bytes come from. */
    @FunctionalInterface
    interface Source {
        /** @return how many were read into the room, none or fewer at the end */
        int read(ByteBuffer room, Deadline deadline) throws IOException;
    }

    HttpReader(Source source) {
        this.source = source;
    }

    /**
     * The answer that these bytes are, if it is whole and a good one.
     *
     * @param intake takes it in only then
     */
    public static Optional<HttpAnswer> again(byte[] bytes, Intake intake) {
        try {
            HttpReader first = over(bytes);
            boolean good = first.read(Intake.whole(), FOREVER).status() == OK && first.ended;
            return good ? Optional.of(over(bytes).read(intake, FOREVER)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static HttpReader over(byte[] bytes) {
        ByteBuffer left = ByteBuffer.wrap(bytes);
        return new HttpReader((room, deadline) -> {
            int count = Math.min(room.remaining(), left.remaining());
            room.put(left.slice(left.position(), count));
            left.position(left.position() + count);
            return count;
        });
    }

    /** Whether the connection can carry another request after the answer that was read last. */
    boolean lasts() {
        return lasts;
    }

    HttpAnswer read(Intake intake, Deadline deadline) throws IOException {
        ended = false;
        lasts = false;
        String status;
        SortedMap<String, String> headers;
        int code;
        do {
            status = line(intake, deadline, true);
            code = code(status);
            headers = headers(intake, deadline);
        } while (code >= 100 && code < 200);
        intake.begin(code, headers.getOrDefault("content-type", ""));
        ended = body(code, headers, intake, deadline);
        // More than was announced is the answer to nothing, and must not become that of the next request.
        lasts = ended
                && next == end
                && status.startsWith("HTTP/1.1")
                && !headers.getOrDefault("connection", "")
                        .toLowerCase(Locale.ROOT)
                        .contains("close");
        return new HttpAnswer(code, headers, intake.text());
    }

    private static int code(String status) throws IOException {
        String[] words = status.split(" ", 3);
        if (words.length < 2 || !words[0].startsWith("HTTP/1.") || !words[1].matches("\\d{3}")) {
            throw new IOException("the answer is no HTTP");
        }
        return Integer.parseInt(words[1]);
    }

    private SortedMap<String, String> headers(Intake intake, Deadline deadline) throws IOException {
        SortedMap<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        int length = 0;
        for (String line = line(intake, deadline, false); !line.isEmpty(); line = line(intake, deadline, false)) {
            length += line.length();
            if (length > LONGEST_HEAD) {
                throw tooLong();
            }
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.putIfAbsent(
                        line.substring(0, colon).strip(),
                        line.substring(colon + 1).strip());
            }
        }
        return headers;
    }

    /** @return whether the body ended by itself, so that the connection may go on */
    private boolean body(int code, SortedMap<String, String> headers, Intake intake, Deadline deadline)
            throws IOException {
        if (code == 204 || code == 304) {
            return true;
        }
        if (headers.getOrDefault("transfer-encoding", "")
                .toLowerCase(Locale.ROOT)
                .contains("chunked")) {
            chunks(intake, deadline);
            return true;
        }
        Optional<String> length = Optional.ofNullable(headers.get("content-length"));
        if (length.isPresent()) {
            bytes(number(length.get(), 10), intake, deadline);
            return true;
        }
        while (next < end || fill(intake, deadline)) {
            take(end - next, intake, deadline);
        }
        return false;
    }

    private void chunks(Intake intake, Deadline deadline) throws IOException {
        for (; ; ) {
            String size = line(intake, deadline, false);
            int extension = size.indexOf(';');
            long length = number(extension < 0 ? size : size.substring(0, extension), 16);
            if (length == 0) {
                headers(intake, deadline);
                return;
            }
            bytes(length, intake, deadline);
            line(intake, deadline, false);
        }
    }

    private void bytes(long length, Intake intake, Deadline deadline) throws IOException {
        for (long left = length; left > 0; ) {
            if (next == end && !fill(intake, deadline)) {
                throw new EOFException("the reply ended after " + (length - left) + " of " + length + " bytes");
            }
            left -= take((int) Math.min(left, end - next), intake, deadline);
        }
    }

    private int take(int length, Intake intake, Deadline deadline) throws IOException {
        boolean said = intake.take(buffer, next, length);
        next += length;
        if (intake.streams()) {
            deadline.restart(said);
        }
        return length;
    }

    /** @param first whether it is the first of an answer, before which a server may have gone */
    private String line(Intake intake, Deadline deadline, boolean first) throws IOException {
        StringBuilder line = new StringBuilder(80);
        for (; ; ) {
            for (int i = next; i < end; i++) {
                if (buffer[i] == '\n') {
                    line.append(new String(buffer, next, i - next, StandardCharsets.ISO_8859_1));
                    next = i + 1;
                    return line.toString().stripTrailing();
                }
            }
            line.append(new String(buffer, next, end - next, StandardCharsets.ISO_8859_1));
            next = end;
            if (line.length() > LONGEST_HEAD) {
                throw tooLong();
            } else if (!fill(intake, deadline)) {
                throw new EOFException(
                        first && line.isEmpty()
                                ? "the server closed the connection before it answered"
                                : "the reply ended within its head");
            }
        }
    }

    private static IOException tooLong() {
        return new IOException("the head of the answer is too long");
    }

    private boolean fill(Intake intake, Deadline deadline) throws IOException {
        Landing landing = intake.landing();
        Optional<ByteBuffer> room =
                landing.room().map(r -> r.slice(r.position(), Math.min(r.remaining(), buffer.length)));
        next = 0;
        end = Math.max(0, source.read(room.orElseGet(() -> ByteBuffer.wrap(buffer)), deadline));
        if (room.isPresent()) {
            landing.came(end);
            room.get().get(0, buffer, 0, end);
        } else {
            landing.take(buffer, 0, end);
        }
        return end > 0;
    }

    private static long number(String digits, int radix) throws IOException {
        try {
            long number = Long.parseLong(digits.strip(), radix);
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new IOException("the answer is no HTTP: no length", e);
        }
        throw new IOException("the answer is no HTTP: no length");
    }
}
