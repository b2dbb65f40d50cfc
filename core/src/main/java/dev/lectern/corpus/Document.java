package dev.lectern.corpus;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.lectern.text.Hash;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was read from a file: its text as a reader sees it, NFC, and the structure found in it. Evidence counts in UTF-16
 * units of {@code text}. The text is laid out the same whatever the format was: blank line between blocks, headings
 * as bare lines, "- " and "1. " before items, pipe tables, fenced code.
 *
 * @param id hash of the uri, so that it survives an edit
 * @param uri relative to the source, "/" between folders, not encoded; records of a file are {@code file#row}
 * @param language en, zh, or another BCP-47 code; "und" where nothing can be said
 * @param pages of paged formats, in order; else empty
 * @param details what the file says of itself: licence, author, date …
 */
public record Document(
        String id,
        String uri,
        String title,
        String language,
        String text,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<String> licence,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Block> blocks,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Mark> marks,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Page> pages,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) SortedMap<String, String> details) {
    public Document {
        blocks = List.copyOf(blocks);
        marks = List.copyOf(marks);
        pages = List.copyOf(pages);
        details = Collections.unmodifiableSortedMap(new TreeMap<>(details));
    }

    /** A document's id: the hash of its uri. */
    public static String idOf(String uri) {
        return Hash.id("document", uri);
    }

    public Document withLanguage(String code) {
        return new Document(id, uri, title, code, text, licence, blocks, marks, pages, details);
    }

    /** The page that the offset lies on, where there are pages. */
    public OptionalInt pageAt(int offset) {
        return pages.stream()
                .filter(p -> p.start() <= offset && offset < p.end())
                .mapToInt(Page::number)
                .findFirst();
    }
}
