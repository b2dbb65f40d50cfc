package dev.lectern.adapters.wire;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** Takes a body in as it comes: whole, or event by event where events were asked for and come. Used by one thread at a time. */
public final class Intake {
    private static final String DATA = "data:";

    private final Optional<Consumer<String>> events;
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
    private boolean streams;

    private Intake(Optional<Consumer<String>> events) {
        this.events = events;
    }

    /** Whatever comes is one text. */
    public static Intake whole() {
        return new Intake(Optional.empty());
    }

    /** @param data gets the data of each event, if the server streams as it was asked to; else the body is one text */
    public static Intake events(Consumer<String> data) {
        return new Intake(Optional.of(data));
    }

    /** Whether events come. Known once the head of the answer is there. */
    public boolean streams() {
        return streams;
    }

    /** The head of the answer is there. */
    void begin(int status, String contentType) {
        String type = contentType.toLowerCase(Locale.ROOT);
        streams = events.isPresent() && status == 200 && !type.startsWith("application/json");
    }

    void take(byte[] bytes, int from, int length) {
        if (!streams) {
            pending.write(bytes, from, length);
            return;
        }
        int start = from;
        for (int i = from; i < from + length; i++) {
            if (bytes[i] == '\n') {
                pending.write(bytes, start, i - start);
                start = i + 1;
                line();
            }
        }
        pending.write(bytes, start, from + length - start);
    }

    /** The body that is no stream. */
    String text() {
        return streams ? "" : pending.toString(StandardCharsets.UTF_8);
    }

    private void line() {
        String line = pending.toString(StandardCharsets.UTF_8).stripTrailing();
        pending.reset();
        if (line.startsWith(DATA)) {
            events.ifPresent(taker -> taker.accept(line.substring(DATA.length()).strip()));
        }
    }
}
