package dev.lectern.corpus;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.lectern.text.Hash;
import java.util.List;
import java.util.OptionalInt;

/**
 * A piece of a document that fits a prompt: whole blocks of one section.
 *
 * @param id hash of (document id, text, n-th occurrence of that text in the document); its number plays no part
 * @param headings the path of headings above it, outermost first
 */
public record Passage(
        String id,
        String document,
        int start,
        int end,
        List<String> headings,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) OptionalInt page) {
    public Passage {
        headings = List.copyOf(headings);
    }

    public static String idOf(String document, String text, int occurrence) {
        return Hash.id("passage", document, text, Integer.toString(occurrence));
    }

    /** The headings above it, then its own words: as it is looked up and compared. */
    public String underHeadings(String documentText) {
        String words = span().of(documentText);
        return headings.isEmpty() ? words : String.join(" > ", headings) + "\n" + words;
    }

    @JsonIgnore
    public Span span() {
        return new Span(start, end);
    }
}
