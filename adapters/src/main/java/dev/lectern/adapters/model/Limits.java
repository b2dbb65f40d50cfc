package dev.lectern.adapters.model;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lectern.adapters.wire.HttpAnswer;
import dev.lectern.model.Headroom;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an answer's headers, and Google's bodies, say of limits: how long to wait, and how much is left. Nonsense counts as nothing said. */
final class Limits {
    private static final Pattern SPAN = Pattern.compile("(\\d+(?:\\.\\d+)?)(ms|h|m|s)");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}(\\.\\d+)?");

    /** Nobody waits longer than this; some say the year 9999 for never, which is too far away to be counted in nanoseconds. */
    private static final Duration LONGEST = Duration.ofDays(7);

    private Limits() {}

    /** How long the server asks to wait. */
    static Optional<Duration> pause(HttpAnswer answer) {
        return answer.header("retry-after-ms")
                .filter(text -> NUMBER.matcher(text).matches())
                .map(text -> Duration.ofMillis((long) Double.parseDouble(text)))
                .or(() -> answer.header("retry-after").flatMap(text -> secondsOrDate(text, now(answer))))
                .or(() -> retryInfo(answer.body()))
                .map(Limits::within);
    }

    static Headroom headroom(HttpAnswer answer) {
        OptionalLong requests =
                number(answer, "x-ratelimit-remaining-requests", "anthropic-ratelimit-requests-remaining");
        OptionalLong tokens = number(answer, "x-ratelimit-remaining-tokens", "anthropic-ratelimit-tokens-remaining");
        if (requests.isEmpty() && tokens.isEmpty()) {
            return Headroom.UNSAID;
        }
        Optional<Duration> refill = List.of(
                        "x-ratelimit-reset-requests",
                        "x-ratelimit-reset-tokens",
                        "anthropic-ratelimit-requests-reset",
                        "anthropic-ratelimit-tokens-reset")
                .stream()
                .flatMap(name -> answer.header(name).stream())
                .flatMap(text -> refill(text, now(answer)).stream())
                .map(Limits::within)
                .max(Duration::compareTo);
        return new Headroom(requests, tokens, refill);
    }

    /** A span such as {@code 6m0s}, seconds, or an instant. */
    private static Optional<Duration> refill(String text, Instant now) {
        Matcher part = SPAN.matcher(text);
        Duration span = Duration.ZERO;
        int end = 0;
        while (part.find() && part.start() == end) {
            double amount = Double.parseDouble(part.group(1));
            double millis = switch (part.group(2)) {
                case "ms" -> amount;
                case "s" -> amount * 1000;
                case "m" -> amount * 60_000;
                default -> amount * 3_600_000;
            };
            span = within(span.plusMillis((long) millis));
            end = part.end();
        }
        if (end > 0 && end == text.length()) {
            return Optional.of(span);
        }
        try {
            return NUMBER.matcher(text).matches()
                    ? Optional.of(Duration.ofMillis((long) (Double.parseDouble(text) * 1000)))
                    : Optional.of(Duration.between(now, Instant.parse(text)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Duration> secondsOrDate(String text, Instant now) {
        try {
            return NUMBER.matcher(text).matches()
                    ? Optional.of(Duration.ofMillis((long) (Double.parseDouble(text) * 1000)))
                    : Optional.of(Duration.between(now, date(text)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Google says it in the body. */
    private static Optional<Duration> retryInfo(String body) {
        if (!body.contains("retryDelay")) {
            return Optional.empty();
        }
        JsonNode delay = Bodies.tree(body).findPath("retryDelay");
        return refill(delay.asText(""), Instant.EPOCH);
    }

    /** The server's own clock, which its dates go by, where it says the time. */
    private static Instant now(HttpAnswer answer) {
        return answer.header("date")
                .flatMap(text -> {
                    try {
                        return Optional.of(date(text));
                    } catch (DateTimeException e) {
                        return Optional.empty();
                    }
                })
                .orElseGet(Instant::now);
    }

    private static Instant date(String text) {
        return ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                .toInstant();
    }

    private static Duration within(Duration span) {
        return span.isNegative() ? Duration.ZERO : span.compareTo(LONGEST) > 0 ? LONGEST : span;
    }

    private static OptionalLong number(HttpAnswer answer, String... names) {
        for (String name : names) {
            Optional<String> text =
                    answer.header(name).map(String::strip).filter(digits -> digits.matches("\\d{1,15}"));
            if (text.isPresent()) {
                return OptionalLong.of(Long.parseLong(text.get()));
            }
        }
        return OptionalLong.empty();
    }
}
