package dev.lectern.report;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lectern.model.Reply;
import dev.lectern.text.Json;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Why a request was asked although one like it had been answered before: the fields in which the two differ.
 *
 * @param key of the reply that the earlier request has
 * @param fields {@code model}, {@code parameters.temperature}, {@code messages[0] (system)} …
 */
record AskedAnew(String key, List<Field> fields) {
    /** Below this share of common lines two requests are two questions, not one that was changed. */
    private static final double ALIKE = 0.5;

    /** Where the last message alone differs, it is as likely another passage as a changed prompt: it must be nearly the same. */
    private static final double NEARLY_THE_SAME = 0.8;

    private static final int LINES_SHOWN = 6;
    private static final int LINE_SHOWN = 160;

    /** @param diff lines that are gone ({@code -}) and that are new ({@code +}), a few of each */
    record Field(String name, List<String> diff) {}

    /** The change from the likest of the earlier requests; empty if none is like it. */
    static Optional<AskedAnew> since(List<Reply> earlier, Reply reply, Set<String> ownCalls) {
        JsonNode now = Json.read(reply.asked().text(), JsonNode.class);
        AskedAnew best = new AskedAnew("", List.of());
        double bestAlike = 0;
        for (Reply one : earlier) {
            JsonNode before = Json.read(one.asked().text(), JsonNode.class);
            double alike = alike(text(before), text(now));
            boolean sameStage = before.at("/parameters/response_format").equals(now.at("/parameters/response_format"));
            if (!ownCalls.contains(one.key())
                    && alike >= ALIKE
                    && alike > bestAlike
                    && sameStage
                    && isOneQuestion(before, now)) {
                best = new AskedAnew(one.key(), fields(before, now));
                bestAlike = alike;
            }
        }
        return best.fields.isEmpty() ? Optional.empty() : Optional.of(best);
    }

    private static boolean isOneQuestion(JsonNode before, JsonNode now) {
        JsonNode old = before.path("messages");
        JsonNode fresh = now.path("messages");
        String last = old.path(old.size() - 1).path("content").asText();
        return old.size() != fresh.size()
                || alike(last, fresh.path(fresh.size() - 1).path("content").asText()) >= NEARLY_THE_SAME;
    }

    private static List<Field> fields(JsonNode before, JsonNode now) {
        List<Field> fields = new ArrayList<>();
        for (String name : List.of("provider", "base", "model", "attempt", "retry")) {
            value(name, before.path(name), now.path(name), fields);
        }
        Set<String> parameters = new TreeSet<>();
        before.path("parameters").fieldNames().forEachRemaining(parameters::add);
        now.path("parameters").fieldNames().forEachRemaining(parameters::add);
        for (String name : parameters) {
            value(
                    "parameters." + name,
                    before.path("parameters").path(name),
                    now.path("parameters").path(name),
                    fields);
        }
        for (int i = 0;
                i
                        < Math.max(
                                before.path("messages").size(),
                                now.path("messages").size());
                i++) {
            JsonNode old = before.path("messages").path(i);
            JsonNode fresh = now.path("messages").path(i);
            if (!old.equals(fresh)) {
                String role = (fresh.isMissingNode() ? old : fresh).path("role").asText();
                fields.add(new Field(
                        "messages[" + i + "] (" + role + ")",
                        diff(old.path("content").asText(), fresh.path("content").asText())));
            }
        }
        return fields;
    }

    private static void value(String name, JsonNode before, JsonNode now, List<Field> fields) {
        if (!before.equals(now)) {
            fields.add(new Field(name, List.of("- " + shown(before), "+ " + shown(now))));
        }
    }

    private static String shown(JsonNode value) {
        return value.isMissingNode() ? "–" : shortened(value.isTextual() ? value.asText() : value.toString());
    }

    private static List<String> diff(String before, String now) {
        List<String> diff = new ArrayList<>();
        Set<String> old = lines(before);
        Set<String> fresh = lines(now);
        before.lines()
                .filter(line -> !fresh.contains(line.strip()))
                .limit(LINES_SHOWN)
                .forEach(l -> diff.add("- " + shortened(l)));
        now.lines()
                .filter(line -> !old.contains(line.strip()))
                .limit(LINES_SHOWN)
                .forEach(l -> diff.add("+ " + shortened(l)));
        return diff;
    }

    private static String shortened(String line) {
        return line.length() <= LINE_SHOWN
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LINE_SHOWN / 2)) + " …";
    }

    private static String text(JsonNode request) {
        StringBuilder text = new StringBuilder();
        request.path("messages")
                .forEach(m -> text.append(m.path("content").asText()).append('\n'));
        return text.toString();
    }

    /** The share of lines that both have, by length, so that a long passage counts for more than a short heading. */
    private static double alike(String one, String other) {
        Set<String> ones = lines(one);
        Set<String> others = lines(other);
        long common =
                ones.stream().filter(others::contains).mapToLong(String::length).sum();
        long all = Math.max(length(ones), length(others));
        return all == 0 ? 0 : (double) common / all;
    }

    private static long length(Set<String> lines) {
        return lines.stream().mapToLong(String::length).sum();
    }

    private static Set<String> lines(String text) {
        return new HashSet<>(Arrays.asList(text.lines().map(String::strip).toArray(String[]::new)));
    }
}
