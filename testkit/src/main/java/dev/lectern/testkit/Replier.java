package dev.lectern.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lectern.testkit.Faults.Kind;
import dev.lectern.testkit.http.Exchange;
import dev.lectern.text.Json;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Sends one reply, whole or spoilt, and counts it in the moment before its last byte leaves. */
final class Replier {
    private static final String JSON = "application/json";
    private static final Duration SLOWER = Duration.ofMillis(500);
    private static final Duration BETWEEN_DRIPS = Duration.ofMillis(50);
    private static final int DRIPS = 20;

    private final Exchange exchange;
    private final Dialect dialect;
    private final Asked asked;
    private final Habits habits;
    private final Tally tally;
    private final Hold hold;
    private final String digest;

    Replier(Exchange exchange, Dialect dialect, Asked asked, Habits habits, Tally tally, Hold hold, String digest) {
        this.exchange = exchange;
        this.dialect = dialect;
        this.asked = asked;
        this.habits = habits;
        this.tally = tally;
        this.hold = hold;
        this.digest = digest;
    }

    /** As it should be. */
    void answer(Said said, Duration delay) {
        if (!asked.stream() && habits.idleCutMillis() > 0 && delay.toMillis() > habits.idleCutMillis()) {
            exchange.after(Duration.ofMillis(habits.idleCutMillis()), () -> drop("idle"));
            return;
        }
        send(said, delay, () -> tally.answered(digest));
    }

    /** As {@code fault} has it. */
    void spoil(Kind fault, Said said, Duration delay) {
        String kind = fault.name().toLowerCase(Locale.ROOT);
        Runnable counting = () -> tally.refused(kind);
        switch (fault) {
            case BUSY_WAIT -> {
                exchange.header("Retry-After", "0.2");
                refuse(new Refusal(429, "slow down", "rate_limit_exceeded"));
            }
            case BUSY -> refuse(new Refusal(429, "slow down", "rate_limit_exceeded"));
            case OVERLOADED -> refuse(new Refusal(529, "Overloaded", "overloaded_error"));
            case BROKEN -> exchange.after(delay, () -> refuse(new Refusal(500, "oops", "server_error")));
            case TIMED_OUT -> exchange.after(delay, () -> refuse(new Refusal(408, "Request timed out", "timeout")));
            case SLOW -> answer(said, delay.plus(SLOWER));
            case DRIP -> exchange.after(delay, () -> drip(said));
            case HANG -> leave(counting);
            case DROPPED -> exchange.after(delay, () -> drop(kind));
            case CUT -> exchange.after(delay, () -> cut(said, kind));
            case NO_ENVELOPE ->
                exchange.after(delay, () -> {
                    leave(counting);
                    exchange.send(200, "text/html", utf8("<html><body>Welcome</body></html>"));
                });
            case HALF_ENVELOPE -> exchange.after(delay, () -> half(said, counting));
            case BROKEN_JSON -> send(said.withText("Sure! " + said.text().replace("\":", "\"")), delay, counting);
            case OTHER_JSON -> send(said.withText("{\"result\":[1,2,3]}"), delay, counting);
            case WRONG_SCHEMA -> send(said.withText(misnamed(said.text())), delay, counting);
            case LENGTH -> send(begun(said).withFinish("length", limit(said)), delay, counting);
            case FALSE_LENGTH -> {
                Said begun = begun(said);
                send(begun.withFinish("length", Math.min(Said.tokens(begun.text()), limit(said) - 1)), delay, counting);
            }
            case REFUSAL -> send(said.refusing("I can't help with that."), delay, counting);
            case FILTERED -> send(said.withText("").withFinish("content_filter", 0), delay, counting);
        }
    }

    void refuse(Refusal refusal) {
        leave(() -> tally.refused(Integer.toString(refusal.status())));
        exchange.send(refusal.status(), JSON, utf8(dialect.error(refusal.status(), refusal.message(), refusal.code())));
    }

    private void send(Said said, Duration delay, Runnable counting) {
        if (asked.stream()) {
            exchange.beginChunks(200, "text/event-stream");
            exchange.chunk(": keep-alive\n\n");
            later(delay, () -> {
                List<String> events = dialect.events(asked, said, habits);
                events.subList(0, events.size() - 1).forEach(exchange::chunk);
                leave(counting);
                exchange.chunk(events.getLast());
                exchange.lastChunk();
            });
        } else {
            later(delay, () -> {
                leave(counting);
                exchange.send(200, JSON, utf8(dialect.whole(asked, said, habits)));
            });
        }
    }

    private void later(Duration delay, Runnable reply) {
        exchange.after(delay, () -> hold.pass(reply));
    }

    private void drip(Said said) {
        byte[] whole = utf8(dialect.whole(asked, said, habits));
        exchange.begin(200, JSON, whole.length);
        drip(whole, 0);
    }

    private void drip(byte[] whole, int from) {
        int to = Math.min(whole.length, from + Math.max(1, whole.length / DRIPS));
        if (to == whole.length) {
            leave(() -> tally.answered(digest));
        }
        exchange.piece(whole, from, to);
        if (to == whole.length) {
            exchange.answered();
        } else {
            exchange.after(BETWEEN_DRIPS, () -> drip(whole, to));
        }
    }

    private void drop(String kind) {
        leave(() -> tally.refused(kind));
        exchange.drop();
    }

    private void cut(Said said, String kind) {
        if (asked.stream()) {
            exchange.beginChunks(200, "text/event-stream");
            List<String> events = dialect.events(asked, said, habits);
            events.subList(0, events.size() / 2).forEach(exchange::chunk);
            drop(kind);
        } else {
            byte[] whole = utf8(dialect.whole(asked, said, habits));
            leave(() -> tally.refused(kind));
            exchange.sendCut(200, JSON, whole, whole.length / 2);
        }
    }

    private void half(Said said, Runnable counting) {
        leave(counting);
        if (asked.stream()) {
            exchange.beginChunks(200, "text/event-stream");
            List<String> events = dialect.events(asked, said, habits);
            events.subList(0, events.size() / 2).forEach(exchange::chunk);
            exchange.lastChunk();
        } else {
            String whole = dialect.whole(asked, said, habits);
            exchange.send(200, JSON, utf8(whole.substring(0, whole.length() / 2)));
        }
    }

    private void leave(Runnable counting) {
        counting.run();
        tally.left();
    }

    private int limit(Said said) {
        return asked.maxTokens().orElse(Math.max(2, said.completionTokens()));
    }

    private static Said begun(Said said) {
        return said.withText(said.text().substring(0, said.text().length() / 2));
    }

    /** The JSON with its first field named otherwise. */
    private static String misnamed(String text) {
        Optional<ObjectNode> object = object(text);
        if (object.isEmpty() || object.get().isEmpty()) {
            return "{\"result\":[1,2,3]}";
        }
        String first = object.get().fieldNames().next();
        ObjectNode other = JsonNodeFactory.instance.objectNode();
        object.get()
                .properties()
                .forEach(field ->
                        other.set(field.getKey().equals(first) ? "my_" + first : field.getKey(), field.getValue()));
        return Json.line(other);
    }

    static Optional<ObjectNode> object(String text) {
        try {
            return Json.read(text, JsonNode.class) instanceof ObjectNode object
                    ? Optional.of(object)
                    : Optional.empty();
        } catch (UncheckedIOException e) {
            return Optional.empty();
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
