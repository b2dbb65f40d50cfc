package dev.lectern.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.corpus.Block;
import dev.lectern.corpus.Document;
import dev.lectern.corpus.Mark;
import dev.lectern.corpus.Page;
import dev.lectern.corpus.Span;
import dev.lectern.redact.Redaction;
import dev.lectern.redact.Redactor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RedactedDocumentTest {
    private static final String TEXT =
            "Staff of Ada Low\n\nAda Low: ada@example.org\n\n| Bo | 13800138000 |\n\nThe end.";

    @Test
    void everythingPointsAtTheSameWordsAsBefore() {
        int row = TEXT.indexOf("| Bo");
        int end = TEXT.indexOf("The end.");
        Document before = new Document(
                Document.idOf("staff.md"),
                "staff.md",
                "Staff of Ada Low",
                "en",
                TEXT,
                Optional.empty(),
                List.of(
                        new Block.Heading(0, 16, "", 1),
                        new Block.Paragraph(18, row - 2, ""),
                        new Block.Table(
                                row,
                                end - 2,
                                "",
                                false,
                                List.of(List.of(new Span(row + 2, row + 4), new Span(row + 7, row + 18)))),
                        new Block.Paragraph(end, TEXT.length(), "")),
                List.of(new Mark(18, 25, Mark.Kind.STRONG), new Mark(end + 4, end + 7, Mark.Kind.EMPHASIS)),
                List.of(new Page(1, 0, row), new Page(2, row, TEXT.length())),
                new TreeMap<>(Map.of("author", "Ada Low")));
        RedactedDocument.Result result =
                RedactedDocument.of(before, new Redactor(new Redaction(true, Set.of("Ada Low"))));
        Document after = result.document();
        String own = before.id().substring(0, 6);
        String name = "[NAME_" + own + "_1]";
        String phone = "[PHONE_" + own + "_1]";
        assertThat(after.text())
                .isEqualTo("Staff of " + name + "\n\n" + name + ": [EMAIL_" + own + "_1]\n\n| Bo | " + phone
                        + " |\n\nThe end.");
        assertThat(after.title()).isEqualTo("Staff of " + name);
        assertThat(after.details()).containsEntry("author", name);
        assertThat(after.blocks().stream().map(block -> block.span().of(after.text())))
                .containsExactly(
                        "Staff of " + name, name + ": [EMAIL_" + own + "_1]", "| Bo | " + phone + " |", "The end.");
        Block.Table table = (Block.Table) after.blocks().get(2);
        assertThat(table.rows().getFirst().stream().map(cell -> cell.of(after.text())))
                .containsExactly("Bo", phone);
        assertThat(after.marks().stream().map(mark -> after.text().substring(mark.start(), mark.end())))
                .containsExactly(name, "end");
        assertThat(after.pages().get(1).start()).isEqualTo(after.text().indexOf("| Bo"));
        assertThat(after.pages().get(1).end()).isEqualTo(after.text().length());
        assertThat(result.hidden())
                .extracting(RedactedDocument.Hidden::value)
                .containsExactly("Ada Low", "ada@example.org", "13800138000");
    }
}
