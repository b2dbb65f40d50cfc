package dev.lectern.adapters.wire;

import dev.lectern.model.Landing;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** Takes a body in as it comes: whole, or event by event where events were asked for and come. Used by one thread at a time. */
public final class Intake {
    /** Far more than any answer of a model. */
    private static final long MOST = 64L << 20;

    private static final String DATA = "data:";
    private static final String EVENT = "event:";
    private static final String PING = "ping";

    private final Optional<Consumer<String>> events;
    private final long most;
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
    private Landing landing = Landing.NONE;
    private boolean streams;
    private boolean ping;
    private boolean said;
    private long taken;

    private Intake(Optional<Consumer<String>> events, long most) {
        this.events = events;
        this.most = most;
    }

    /** Whatever comes is one text. */
    public static Intake whole() {
        return whole(MOST);
    }

    /** @param most bytes that are taken in; more is an error */
    public static Intake whole(long most) {
        return new Intake(Optional.empty(), most);
    }

    /** @param data gets the data of each event, if the server streams as it was asked to; else the body is one text */
    public static Intake events(Consumer<String> data) {
        return events(data, MOST);
    }

    static Intake events(Consumer<String> data, long most) {
        return new Intake(Optional.of(data), most);
    }

    /** @param place where the answer's bytes go as they are, before anything is made of them */
    public Intake landing(Landing place) {
        landing = place;
        return this;
    }

    Landing landing() {
        return landing;
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

    /** @return whether something of the answer came, and not only signs of life between its events */
    boolean take(byte[] bytes, int from, int length) throws TooLargeException {
        taken += length;
        if (taken > most) {
            throw new TooLargeException(most);
        }
        said = !streams;
        add(bytes, from, length);
        return said;
    }

    private void add(byte[] bytes, int from, int length) {
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

    /** The body that is no stream, as it came. */
    public byte[] bytes() {
        return pending.toByteArray();
    }

    private void line() {
        String line = pending.toString(StandardCharsets.UTF_8).stripTrailing();
        pending.reset();
        if (line.isEmpty()) {
            ping = false;
        } else if (line.startsWith(EVENT)) {
            ping = line.substring(EVENT.length()).strip().equals(PING);
        } else if (line.startsWith(DATA)) {
            said |= !ping;
            events.ifPresent(taker -> taker.accept(line.substring(DATA.length()).strip()));
        }
    }
}
