package dev.lectern.adapters.read;

import dev.lectern.corpus.DocumentBuilder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFAbstractFootnoteEndnote;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFSDT;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;

/** Walks a Word document and lays its blocks out. */
final class DocxBlocks {
    private final XWPFDocument word;
    private final DocumentBuilder document;
    private final DocxStyles styles;
    private final List<String> code = new ArrayList<>();
    private final Map<String, Integer> counters = new HashMap<>();

    DocxBlocks(XWPFDocument word, DocumentBuilder document) {
        this.word = word;
        this.document = document;
        styles = new DocxStyles(word);
    }

    void walk() {
        word.getBodyElements().forEach(this::element);
        flushCode();
        document.within("footnote");
        word.getFootnotes().forEach(this::note);
        word.getEndnotes().forEach(this::note);
        flushCode();
    }

    private void note(XWPFAbstractFootnoteEndnote note) {
        for (XWPFParagraph p : note.getParagraphs()) {
            InlineText words = DocxWords.of(p);
            document.paragraph(words.text(), words.marks());
        }
    }

    private void element(IBodyElement element) {
        switch (element) {
            case XWPFParagraph p -> paragraph(p);
            case XWPFTable table -> {
                flushCode();
                table(table);
            }
            case XWPFSDT control -> {
                flushCode();
                TextBlocks.lines(control.getContent().getText(), document);
            }
            default -> {}
        }
    }

    private void paragraph(XWPFParagraph p) {
        DocxStyles.Role role = styles.role(p);
        if (role.kind() == DocxStyles.Kind.CODE) {
            code.add(DocxWords.verbatim(p));
            return;
        }
        InlineText words = DocxWords.of(p);
        if (words.isBlank()) {
            boxes(p);
            formula(p);
            return;
        }
        flushCode();
        document.within(role.within());
        switch (role.kind()) {
            case HEADING -> document.heading(role.level(), words.text().replace('\n', ' '), List.of());
            case SILENT, CODE -> {}
            case BULLET -> document.item(role.level(), Optional.empty(), words.text(), words.marks());
            case NUMBERED ->
                document.item(role.level(), Optional.of(number(p, role.level())), words.text(), words.marks());
            case TEXT -> document.paragraph(words.text(), words.marks());
        }
        document.within("");
        boxes(p);
    }

    private int number(XWPFParagraph p, int level) {
        String list = p.getNumID() == null ? "" : p.getNumID().toString();
        int start =
                p.getNumStartOverride() == null ? 1 : p.getNumStartOverride().intValue();
        counters.keySet()
                .removeIf(key ->
                        key.startsWith(list + "/") && Integer.parseInt(key.substring(list.length() + 1)) > level);
        return counters.merge(list + "/" + level, start, (was, first) -> was + 1);
    }

    private void boxes(XWPFParagraph p) {
        List<String> texts = DocxWords.boxes(p);
        if (!texts.isEmpty()) {
            flushCode();
            document.within("sidebar");
            texts.forEach(text -> document.paragraph(text, List.of()));
            document.within("");
        }
    }

    private void formula(XWPFParagraph p) {
        String formula = DocxWords.formula(p);
        if (!formula.isBlank()) {
            flushCode();
            document.formula(formula);
        }
    }

    private void flushCode() {
        if (!code.isEmpty()) {
            document.code("", String.join("\n", code).replaceAll("^\\n+", ""));
            code.clear();
        }
    }

    private void table(XWPFTable table) {
        List<List<String>> rows = new ArrayList<>();
        for (XWPFTableRow row : table.getRows()) {
            List<String> cells = new ArrayList<>();
            for (XWPFTableCell cell : row.getTableCells()) {
                cells.add(words(cell));
            }
            rows.add(cells);
        }
        OptionalInt widest = rows.stream().mapToInt(List::size).max();
        if (widest.orElse(0) == 1) {
            rows.forEach(row -> TextBlocks.lines(row.getFirst(), document));
        } else {
            document.table(rows.size() > 1, rows);
        }
    }

    private static String words(XWPFTableCell cell) {
        List<String> texts = new ArrayList<>();
        for (IBodyElement element : cell.getBodyElements()) {
            if (element instanceof XWPFParagraph p) {
                texts.add(DocxWords.of(p).text());
            } else if (element instanceof XWPFTable inner) {
                texts.add(inner.getText().replace('\t', ' '));
            }
        }
        texts.removeIf(String::isBlank);
        return String.join("\n", texts);
    }
}
