package dev.lectern.testkit.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Puts requests together from the bytes of one connection, in whatever pieces they come. */
final class RequestReader {
    private byte[] bytes = new byte[4096];
    private int filled;
    private int headEnd = -1;
    private String[] first = {};
    private Map<String, String> headers = Map.of();

    /** A part of a chunked body: where it is, and where the next begins; {@code size} 0 is the last. */
    private record Chunk(int start, int size) {}

    void add(ByteBuffer more) {
        int count = more.remaining();
        if (filled + count > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(filled + count, 2 * bytes.length));
        }
        more.get(bytes, filled, count);
        filled += count;
    }

    /** The next request, once all of it is there. */
    Optional<Request> next() {
        if (headEnd < 0) {
            headEnd = indexOf("\r\n\r\n", 0) + 4;
            if (headEnd < 4) {
                headEnd = -1;
                return Optional.empty();
            }
            readHead();
        }
        if (headers.getOrDefault("transfer-encoding", "")
                .toLowerCase(Locale.ROOT)
                .contains("chunked")) {
            return chunked();
        }
        int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        return filled < headEnd + length
                ? Optional.empty()
                : Optional.of(whole(Arrays.copyOfRange(bytes, headEnd, headEnd + length), headEnd + length));
    }

    private Optional<Request> chunked() {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        int at = headEnd;
        while (true) {
            Optional<Chunk> chunk = chunk(at);
            if (chunk.isEmpty()) {
                return Optional.empty();
            }
            int end = chunk.get().start() + chunk.get().size();
            if (chunk.get().size() == 0) {
                return Optional.of(whole(body.toByteArray(), end + 2));
            }
            body.write(bytes, chunk.get().start(), chunk.get().size());
            at = end + 2;
        }
    }

    private Optional<Chunk> chunk(int at) {
        int lineEnd = indexOf("\r\n", at);
        if (lineEnd < 0) {
            return Optional.empty();
        }
        String size = new String(bytes, at, lineEnd - at, StandardCharsets.ISO_8859_1).split(";", 2)[0];
        Chunk chunk = new Chunk(lineEnd + 2, Integer.parseInt(size.strip(), 16));
        return chunk.start() + chunk.size() + 2 <= filled ? Optional.of(chunk) : Optional.empty();
    }

    private void readHead() {
        List<String> lines = new String(bytes, 0, headEnd - 4, StandardCharsets.ISO_8859_1)
                .lines()
                .toList();
        first = lines.getFirst().split(" ", 3);
        headers = new HashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
    }

    private Request whole(byte[] body, int end) {
        Request request = new Request(first[0], first[1], headers, body);
        filled -= end;
        System.arraycopy(bytes, end, bytes, 0, filled);
        headEnd = -1;
        return request;
    }

    private int indexOf(String what, int from) {
        byte[] wanted = what.getBytes(StandardCharsets.US_ASCII);
        for (int i = from; i + wanted.length <= filled; i++) {
            if (Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)) {
                return i;
            }
        }
        return -1;
    }
}
