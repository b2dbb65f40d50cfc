package dev.lectern.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the JSON that a model meant: within prose, in a code fence, with commas too many, typographic quotes, raw line breaks, or cut
 * off at the end. Mends form only; it invents no field and no word.
 */
public final class JsonRepair {
    private static final Pattern FENCE = Pattern.compile("```[A-Za-z]*[ \\t]*\\n(.*?)(?:\\n```|\\z)", Pattern.DOTALL);

    private JsonRepair() {}

    /**
     * JSON read out of a reply.
     *
     * @param cut whether the end was missing; list items that were not whole are gone
     * @param mended whether it was no JSON as it stood, prose around it aside
     */
    public record Found(JsonNode json, boolean cut, boolean mended) {}

    /** The object or list in the text; empty if there is none that can be read safely. */
    public static Optional<Found> find(String reply) {
        String text = reply.strip();
        Optional<Found> strict = strict(text);
        if (strict.isPresent()) {
            return strict;
        }
        List<String> places = new ArrayList<>();
        Matcher fence = FENCE.matcher(text);
        while (fence.find()) {
            places.add(fence.group(1).strip());
        }
        int open = firstBracket(text);
        if (open >= 0) {
            places.add(text.substring(open));
            int close = Math.max(text.lastIndexOf('}'), text.lastIndexOf(']'));
            if (close > open) {
                places.add(0, text.substring(open, close + 1));
            }
        }
        return places.stream()
                .map(JsonRepair::strict)
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> places.stream()
                        .map(place -> new TolerantJson(place).read())
                        .flatMap(Optional::stream)
                        .findFirst());
    }

    private static Optional<Found> strict(String text) {
        if (!text.startsWith("{") && !text.startsWith("[")) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Found(Json.mapper().readTree(text), false, false))
                    .filter(found -> found.json().isContainerNode() && endsThere(text));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** Jackson is content with the first value; prose or a second value behind it wants the careful way. */
    private static boolean endsThere(String text) {
        return text.endsWith("}") || text.endsWith("]");
    }

    private static int firstBracket(String text) {
        int brace = text.indexOf('{');
        int bracket = text.indexOf("[{");
        return brace < 0 ? bracket : bracket < 0 ? brace : Math.min(brace, bracket);
    }
}
