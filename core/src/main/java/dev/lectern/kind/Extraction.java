package dev.lectern.kind;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lectern.sample.Evidence;
import dev.lectern.sample.Sample;
import dev.lectern.text.JsonRepair;
import dev.lectern.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Particulars taken out of a text: JSON or a list, whose values stand in the text word for word. */
record Extraction() implements TaskKind {
    private static final Pattern ITEM = Pattern.compile("(?m)^\\s*(?:[-*•]|\\d{1,3}[.)、）])\\s*(\\S.*)$");
    private static final Pattern ROW = Pattern.compile("(?m)^\\s*\\|(.+)\\|\\s*$");
    /** A field's name before its value. */
    private static final Pattern NAME = Pattern.compile("^[^:：\\n]{1,60}[:：]\\s*(?=\\S)");

    private static final int LONGEST_VALUE = 200;

    @Override
    public String name() {
        return "extraction";
    }

    @Override
    public Set<String> axes() {
        return Set.of("phrasing");
    }

    @Override
    public Optional<String> fault(Sample sample, List<String> passages) {
        String answer = sample.answer().strip();
        List<String> values = values(answer);
        if (values.isEmpty()) {
            return Optional.of("neither a list nor JSON");
        }
        StringBuilder sources = new StringBuilder(folded(sample.instruction()));
        passages.forEach(passage -> sources.append('\n').append(folded(passage)));
        sample.evidence().stream()
                .map(Evidence::quote)
                .forEach(quote -> sources.append('\n').append(folded(quote)));
        String source = sources.toString();
        return values.stream().map(Extraction::folded).allMatch(source::contains)
                ? Optional.empty()
                : Optional.of("extracted value not in the evidence");
    }

    /** The values of JSON, the items of a list, the cells under a table's head, or a single short value. */
    private static List<String> values(String answer) {
        boolean json = answer.startsWith("{") || answer.startsWith("[") || answer.startsWith("```");
        Optional<JsonNode> found = json ? JsonRepair.find(answer).map(JsonRepair.Found::json) : Optional.empty();
        List<String> values = new ArrayList<>();
        if (found.isPresent()) {
            leaves(found.get(), values);
            return values;
        }
        List<String> rows =
                ROW.matcher(answer).results().map(row -> row.group(1)).toList();
        for (String row : rows.size() > 2 ? rows.subList(2, rows.size()) : List.<String>of()) {
            List.of(row.split("\\|", -1)).stream()
                    .map(String::strip)
                    .filter(cell -> !cell.isEmpty())
                    .forEach(values::add);
        }
        Matcher item = ITEM.matcher(answer);
        while (values.isEmpty() && item.find()) {
            values.add(value(item.group(1)));
            while (item.find()) {
                values.add(value(item.group(1)));
            }
        }
        boolean single = values.isEmpty() && answer.indexOf('\n') < 0 && answer.length() <= LONGEST_VALUE;
        if (single) {
            List.of(answer.split("[、;；]|, |，", -1)).stream()
                    .map(Extraction::value)
                    .forEach(values::add);
        }
        return values;
    }

    private static void leaves(JsonNode json, List<String> values) {
        if (json.isContainerNode()) {
            json.forEach(child -> leaves(child, values));
        } else if (!json.isNull() && !json.isBoolean() && !json.asText().isBlank()) {
            values.add(json.asText());
        }
    }

    private static String value(String item) {
        String plain = item.replaceAll("\\*\\*|__|`", "").strip();
        return NAME.matcher(plain).replaceFirst("").replaceAll("[.。;；,，]+$", "").strip();
    }

    /** Case, width, white space and marks of emphasis are form. */
    private static String folded(String text) {
        return Words.fold(text)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[`*_\"“”]|,(?=\\d{3})", "")
                .replace(" ", "");
    }
}
