package dev.lectern.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.text.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ChunkerTest {
    private static final String SENTENCE = "The gate opens at noon and closes again when the river has fallen. ";

    @Test
    void keepsAHeadingWithItsSectionAndNamesThePathAbove() {
        Document document = new DocumentBuilder()
                .heading(1, "River", List.of())
                .heading(2, "Gates", List.of())
                .paragraph("They open.", List.of())
                .heading(2, "Locks", List.of())
                .paragraph("They close.", List.of())
                .build("r.md", "r", "en");
        List<Passage> passages = new Chunker(100).cut(document);
        assertThat(passages)
                .extracting(p -> p.span().of(document.text()))
                .containsExactly("Gates\n\nThey open.", "Locks\n\nThey close.");
        assertThat(passages.getLast().headings()).containsExactly("River", "Locks");
    }

    @Test
    void cutsLongProseBetweenSentencesAndTablesBetweenRows() {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            rows.add(List.of("row " + i, "a value that takes some room"));
        }
        Document document = new DocumentBuilder()
                .paragraph(SENTENCE.repeat(30), List.of())
                .table(false, rows)
                .build("r.md", "r", "en");
        for (Passage passage : new Chunker(60).cut(document)) {
            String text = passage.span().of(document.text());
            assertThat(Tokens.count(text)).isLessThanOrEqualTo(70);
            assertThat(text).matches("(?s)(?:The|\\|).*(?:fallen\\.|\\|)");
        }
    }

    @Test
    void anEditInOneSectionMovesNoBorderInAnother() {
        List<String> before = texts(sections(SENTENCE.repeat(40)));
        List<String> after = texts(sections(SENTENCE.repeat(7) + "New. " + SENTENCE.repeat(40)));
        assertThat(after.getLast()).isEqualTo(before.getLast());
        assertThat(before.stream().filter(t -> t.contains("Second")))
                .isEqualTo(after.stream().filter(t -> t.contains("Second")).toList());
    }

    @Test
    void equalTextsOfADocumentHaveDifferentIds() {
        Document document = sections("Same.");
        List<Passage> twice = new Chunker(50)
                .cut(new DocumentBuilder()
                        .heading(1, "A", List.of())
                        .paragraph("x", List.of())
                        .heading(1, "A", List.of())
                        .paragraph("x", List.of())
                        .build("u", "t", "en"));
        assertThat(twice).extracting(Passage::id).doesNotHaveDuplicates();
        assertThat(new Chunker(50).cut(document)).isEqualTo(new Chunker(50).cut(document));
    }

    @Test
    void longTextWithoutAnyBreakIsCutInBoundedTime() {
        Document document =
                new DocumentBuilder().paragraph("水".repeat(300_000), List.of()).build("u", "t", "zh");
        assertThat(new Chunker(500).cut(document))
                .allSatisfy(p -> assertThat(p.end() - p.start()).isLessThan(4001));
    }

    /** The chunker itself proves that nothing is lost, so cutting is the test. */
    @Property(tries = 200, seed = "42")
    void losesNothingWhateverTheDocument(
            @ForAll("documents") Document document, @ForAll @IntRange(min = 16, max = 200) int most) {
        List<Passage> passages = new Chunker(most).cut(document);
        StringBuilder again = new StringBuilder();
        int at = 0;
        for (Passage passage : passages) {
            again.append(document.text(), at, passage.start())
                    .append(passage.span().of(document.text()));
            at = passage.end();
        }
        again.append(document.text().substring(at));
        assertThat(again).hasToString(document.text());
        assertThat(new Chunker(most).cut(document)).isEqualTo(passages);
    }

    @Provide
    Arbitrary<Document> documents() {
        Arbitrary<String> words = Arbitraries.of(
                "Gate.",
                "水位上升。",
                "e\u0301",
                "a b",
                "\ud83d\ude00",
                "| x",
                "`code`",
                SENTENCE,
                "1. x",
                "等等……",
                "long".repeat(300),
                "\n\n",
                "```");
        Arbitrary<String> text = words.list().ofMaxSize(12).map(parts -> String.join(" ", parts));
        Arbitrary<Integer> kind = Arbitraries.integers().between(0, 5);
        return net.jqwik.api.Combinators.combine(
                        kind.list().ofMaxSize(10), text.list().ofSize(10))
                .as((kinds, texts) -> {
                    DocumentBuilder document = new DocumentBuilder();
                    for (int i = 0; i < kinds.size(); i++) {
                        add(document, kinds.get(i), texts.get(i));
                    }
                    return document.build("any.md", "any", "en");
                });
    }

    private static void add(DocumentBuilder document, int kind, String text) {
        switch (kind) {
            case 0 -> document.heading(1 + text.length() % 4, text, List.of());
            case 1 -> document.paragraph(text, List.of());
            case 2 -> document.item(text.length() % 3, Optional.empty(), text, List.of());
            case 3 -> document.code("", text);
            case 4 -> document.table(true, List.of(List.of("h", text), List.of(text, "c"), List.of(text)));
            default -> document.formula("$$" + text + "$$");
        }
    }

    private static List<String> texts(Document document) {
        return new Chunker(100)
                .cut(document).stream().map(p -> p.span().of(document.text())).toList();
    }

    private static Document sections(String first) {
        return new DocumentBuilder()
                .heading(2, "First", List.of())
                .paragraph(first, List.of())
                .heading(2, "Second", List.of())
                .paragraph("Second. " + SENTENCE.repeat(40), List.of())
                .build("s.md", "s", "en");
    }
}
