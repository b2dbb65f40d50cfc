package dev.lectern.adapters.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lectern.corpus.ReadException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;

class DocxReaderTest {
    @Test
    void readsHeadingsCodeTablesAndNotes() throws IOException {
        try (XWPFDocument word = new XWPFDocument()) {
            paragraph(word, "Heading1", "Gates");
            paragraph(word, "", "A gate is a bar.");
            paragraph(word, "ListBullet", "left");
            paragraph(word, "Code", "if (a)");
            paragraph(word, "Code", "    b();");
            paragraph(word, "Caption", "Figure 1: a gate");
            XWPFTable table = word.createTable(2, 2);
            table.getRow(0).getCell(0).setText("Key");
            table.getRow(0).getCell(1).setText("Use");
            table.getRow(1).getCell(0).setText("a");
            word.createFootnote().createParagraph().createRun().setText("Seen in 1912.");
            assertThat(Reading.blocks(read(bytes(word)).only()))
                    .containsExactly(
                            "Heading1: Gates",
                            "Paragraph: A gate is a bar.",
                            "Item: - left",
                            "Code: ```\nif (a)\n    b();\n```",
                            "Paragraph in figure: Figure 1: a gate",
                            "Table: | Key | Use |\n| --- | --- |\n| a |  |",
                            "Paragraph in footnote: Seen in 1912.");
        }
    }

    @Test
    void refusesABombInBoundedMemory() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            byte[] spaces = " ".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < 100; i++) {
                zip.write(spaces);
            }
            zip.closeEntry();
        }
        assertThatThrownBy(() -> read(out.toByteArray()))
                .isInstanceOf(ReadException.class)
                .hasMessageContaining("bomb");
    }

    @Test
    void saysWhatIsWrongWithAFileThatIsNone() {
        assertThatThrownBy(() -> read("nothing".getBytes(StandardCharsets.US_ASCII)))
                .isInstanceOf(ReadException.class)
                .hasMessageContaining("no readable Word document");
    }

    private static void paragraph(XWPFDocument word, String style, String text) {
        XWPFParagraph p = word.createParagraph();
        if (!style.isEmpty()) {
            p.setStyle(style);
        }
        p.createRun().setText(text);
    }

    private static byte[] bytes(XWPFDocument word) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        word.write(out);
        return out.toByteArray();
    }

    private static Reading read(byte[] bytes) {
        return Reading.of(new DocxReader(), "gate.docx", bytes);
    }
}
