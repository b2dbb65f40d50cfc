package dev.lectern.seed;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.lectern.text.Hash;
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

    static String idOf(String before, String now, Optional<String> question, String source) {
        return Hash.id("fact", before, now, question.orElse(""), source);
    }
}
