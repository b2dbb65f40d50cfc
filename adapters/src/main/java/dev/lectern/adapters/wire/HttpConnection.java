package dev.lectern.adapters.wire;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** One connection that carries one request after another. Belongs to the thread that took it. */
final class HttpConnection implements AutoCloseable {
    private static final int LONGEST_HEAD = 64 * 1024;

    private final Socket socket;
    private final InputStream in;
    private final byte[] buffer = new byte[8 * 1024];
    private int next;
    private int end;
    private boolean lasts;
    private long idleSince = System.nanoTime();

    HttpConnection(Socket socket) throws IOException {
        this.socket = socket;
        this.in = socket.getInputStream();
    }

    /** Whether it can carry another request. */
    boolean lasts() {
        return lasts;
    }

    void rest() {
        idleSince = System.nanoTime();
    }

    /** Looks after the other end, if it had time to go. Servers close what idles for some seconds. */
    boolean isAlive() {
        long idle = System.nanoTime() - idleSince;
        if (idle < 1_000_000_000L) {
            return true;
        } else if (idle > 30_000_000_000L) {
            return false;
        }
        try {
            socket.setSoTimeout(1);
            // The end, or words that nobody asked for.
            in.read();
            return false;
        } catch (SocketTimeoutException e) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    void write(byte[] request) throws IOException {
        lasts = false;
        socket.getOutputStream().write(request);
    }

    HttpAnswer read(Intake intake, Deadline deadline) throws IOException {
        String status;
        SortedMap<String, String> headers;
        int code;
        do {
            status = line(deadline, true);
            code = code(status);
            headers = headers(deadline);
        } while (code >= 100 && code < 200);
        intake.begin(code, headers.getOrDefault("content-type", ""));
        boolean ends = body(code, headers, intake, deadline);
        lasts = ends
                && status.startsWith("HTTP/1.1")
                && !headers.getOrDefault("connection", "")
                        .toLowerCase(Locale.ROOT)
                        .contains("close");
        return new HttpAnswer(code, headers, intake.text());
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            // It is gone either way.
        }
    }

    private static int code(String status) throws IOException {
        String[] words = status.split(" ", 3);
        if (words.length < 2 || !words[0].startsWith("HTTP/1.") || !words[1].matches("\\d{3}")) {
            throw new IOException("the answer is no HTTP");
        }
        return Integer.parseInt(words[1]);
    }

    private SortedMap<String, String> headers(Deadline deadline) throws IOException {
        SortedMap<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String line = line(deadline, false); !line.isEmpty(); line = line(deadline, false)) {
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
        while (next < end || fill(deadline)) {
            take(end - next, intake, deadline);
        }
        return false;
    }

    private void chunks(Intake intake, Deadline deadline) throws IOException {
        for (; ; ) {
            String size = line(deadline, false);
            int extension = size.indexOf(';');
            long length = number(extension < 0 ? size : size.substring(0, extension), 16);
            if (length == 0) {
                headers(deadline);
                return;
            }
            bytes(length, intake, deadline);
            line(deadline, false);
        }
    }

    private void bytes(long length, Intake intake, Deadline deadline) throws IOException {
        for (long left = length; left > 0; ) {
            if (next == end && !fill(deadline)) {
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
    private String line(Deadline deadline, boolean first) throws IOException {
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
                throw new IOException("the head of the answer is too long");
            } else if (!fill(deadline)) {
                throw new EOFException(
                        first && line.isEmpty()
                                ? "the server closed the connection before it answered"
                                : "the reply ended within its head");
            }
        }
    }

    private boolean fill(Deadline deadline) throws IOException {
        socket.setSoTimeout(deadline.millisLeft());
        int count;
        try {
            count = in.read(buffer, 0, buffer.length);
        } catch (SocketTimeoutException e) {
            HttpTimeoutException late = new HttpTimeoutException("no answer in time");
            late.initCause(e);
            throw late;
        }
        next = 0;
        end = Math.max(0, count);
        return count > 0;
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
