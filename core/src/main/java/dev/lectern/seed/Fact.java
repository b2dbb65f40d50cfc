package dev.lectern.seed;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import dev.lectern.text.Hash;
import dev.lectern.text.Json;
import dev.lectern.text.Words;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Something that has changed.
 *
 * @param id hash of all that the row says
 * @param before what held; as short as it can be told apart: {@code 40 °C}, {@code Ann Lee}
 * @param now what holds
 * @param question whose answer it is, where the file says so
 * @param source where it says what holds: a document's uri, an address, or the words themselves
 */
public record Fact(
        String id,
        @JsonProperty("old") String before,
        @JsonProperty("new") String now,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<String> question,
        String source,
        String language,
        int line) {
    /** Whether its source is the address of a page. */
    public boolean onTheWeb() {
        return source.matches("https?://\\S+");
    }

    /** Whether its source is this document: its uri, or the end of it from a folder on. */
    public boolean namesDocument(String uri) {
        return uri.equals(source) || uri.endsWith("/" + source);
    }

    /** The name of the document that holds the source, where that is the words themselves. */
    public String ownUri() {
        return "facts#" + id;
    }

    /** The fact in a row's {@code extra}. */
    public static Fact in(Map<String, JsonNode> extra) {
        JsonNode said = Objects.requireNonNull(extra.get("fact"), "rows of facts name their fact");
        return Json.read(said.toString(), Fact.class);
    }

    /** Whether the text says what holds now. */
    public boolean saysNow(String text) {
        return Change.stand(change().now(), text);
    }

    /** Whether the text says what held before. Where what holds now contains it, that alone does not count. */
    public boolean saysBefore(String text) {
        Change change = change();
        String words = " " + String.join(" ", Words.of(text)) + " ";
        String without = words.replace(" " + String.join(" ", change.now()) + " ", " | ");
        return without.contains(" " + String.join(" ", change.before()) + " ");
    }

    private Change change() {
        return Change.of(before, now);
    }

    static String idOf(String before, String now, Optional<String> question, String source) {
        return Hash.id("fact", before, now, question.orElse(""), source);
    }
}
