package dev.lectern.corpus;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/**
 * A piece of a document's structure. A document's blocks are a flat list in text order that never overlap; white space
 * alone lies between them. {@code within} names the container a block stands in: "" for the page itself, else quote, note,
 * tip, warning, danger, details or another admonition's name in lower case.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Block.Heading.class, name = "heading"),
    @JsonSubTypes.Type(value = Block.Paragraph.class, name = "paragraph"),
    @JsonSubTypes.Type(value = Block.Item.class, name = "item"),
    @JsonSubTypes.Type(value = Block.Table.class, name = "table"),
    @JsonSubTypes.Type(value = Block.Code.class, name = "code"),
    @JsonSubTypes.Type(value = Block.Formula.class, name = "formula")
})
@JsonInclude(JsonInclude.Include.NON_DEFAULT)
public sealed interface Block {
    int start();

    int end();

    String within();

    @JsonIgnore
    default Span span() {
        return new Span(start(), end());
    }

    /** A heading's words, without marks; level 1 is the page's title. */
    record Heading(int start, int end, String within, int level) implements Block {}

    record Paragraph(int start, int end, String within) implements Block {}

    /** One list item, marker included; {@code content} is what follows the marker. Nested items are blocks of their own, deeper. */
    record Item(int start, int end, String within, int depth, boolean ordered, Span content) implements Block {}

    /** A pipe table; {@code rows} are the cells' contents (the rule under the header is no row); the first row is the header if headed. */
    record Table(int start, int end, String within, boolean headed, List<List<Span>> rows) implements Block {
        public Table {
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    /** A fenced block, fences included; {@code content} is the code alone; the language is lower case, "" if unknown. */
    record Code(int start, int end, String within, String language, Span content) implements Block {}

    /** A displayed formula, its delimiters included. */
    record Formula(int start, int end, String within) implements Block {}
}
