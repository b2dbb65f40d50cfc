package dev.lectern.adapters.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lectern.corpus.Document;
import dev.lectern.corpus.Page;
import dev.lectern.corpus.ReadException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.junit.jupiter.api.Test;

class PdfReaderTest {
    private static final PDType1Font PLAIN = new PDType1Font(FontName.HELVETICA);
    private static final PDType1Font BOLD = new PDType1Font(FontName.HELVETICA_BOLD);
    private static final PDType1Font MONO = new PDType1Font(FontName.COURIER);

    @Test
    void joinsLinesUndoesHyphensAndDropsRunningHeads() throws IOException {
        try (PDDocument pdf = new PDDocument()) {
            for (int p = 1; p <= 4; p++) {
                try (PDPageContentStream page = page(pdf)) {
                    line(page, PLAIN, 9, 72, 760, "THE GATE BOOK " + p);
                    line(
                            page,
                            PLAIN,
                            11,
                            72,
                            700,
                            "Page " + p + " says that a gate is a bar across a river, and that its cons-");
                    line(page, PLAIN, 11, 72, 686, "truction takes a well-known amount of time, which nobody knows.");
                    line(page, PLAIN, 9, 300, 40, "- " + p + " -");
                }
            }
            Document document = read(pdf).only();
            assertThat(document.text())
                    .startsWith(
                            "Page 1 says that a gate is a bar across a river, and that its construction takes a well-known")
                    .doesNotContain("GATE BOOK")
                    .doesNotContain("- 1 -");
            assertThat(document.pages()).extracting(Page::number).containsExactly(1, 2, 3, 4);
            assertThat(document.pageAt(document.text().indexOf("Page 3"))).hasValue(3);
        }
    }

    @Test
    void knowsHeadingsListsAndCode() throws IOException {
        try (PDDocument pdf = new PDDocument()) {
            try (PDPageContentStream page = page(pdf)) {
                line(page, BOLD, 20, 72, 740, "Gates");
                line(page, BOLD, 13, 72, 700, "1.2 Opening a gate");
                line(
                        page,
                        PLAIN,
                        11,
                        72,
                        680,
                        "A gate is opened by hand, with a crank that hangs beside it, as follows:");
                line(page, PLAIN, 11, 90, 660, "1. Turn the crank.");
                line(page, PLAIN, 11, 90, 646, "2. Wait for the water, which takes its time on the");
                line(page, PLAIN, 11, 104, 632, "way down.");
                line(page, MONO, 10, 72, 600, "if (open) {");
                line(page, MONO, 10, 84, 588, "wait();");
                line(page, MONO, 10, 72, 576, "}");
            }
            Document document = read(pdf).only();
            assertThat(document.title()).isEqualTo("Gates");
            assertThat(Reading.blocks(document))
                    .containsExactly(
                            "Heading1: Gates",
                            "Heading3: 1.2 Opening a gate",
                            "Paragraph: A gate is opened by hand, with a crank that hangs beside it, as follows:",
                            "Item: 1. Turn the crank.",
                            "Item: 2. Wait for the water, which takes its time on the way down.",
                            "Code: ```\nif (open) {\n  wait();\n}\n```");
        }
    }

    @Test
    void namesPagesWithoutText() throws IOException {
        try (PDDocument pdf = new PDDocument()) {
            page(pdf).close();
            try (PDPageContentStream page = page(pdf)) {
                line(page, PLAIN, 11, 72, 700, "Words at last.");
            }
            Reading reading = read(pdf);
            assertThat(reading.pagesWithoutText).isEqualTo(List.of(1));
            assertThat(reading.only().pageAt(0)).hasValue(2);
        }
    }

    @Test
    void saysThatAnEncryptedFileIsEncrypted() throws IOException {
        try (PDDocument pdf = new PDDocument()) {
            page(pdf).close();
            pdf.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
            assertThatThrownBy(() -> read(pdf))
                    .isInstanceOf(ReadException.class)
                    .hasMessageContaining("encrypted");
        }
    }

    private static Reading read(PDDocument pdf) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        pdf.save(out);
        return Reading.of(new PdfReader(), "book.pdf", out.toByteArray());
    }

    private static PDPageContentStream page(PDDocument pdf) throws IOException {
        PDPage page = new PDPage();
        pdf.addPage(page);
        return new PDPageContentStream(pdf, page);
    }

    private static void line(PDPageContentStream page, PDType1Font font, float size, float x, float y, String text)
            throws IOException {
        page.beginText();
        page.setFont(font, size);
        page.newLineAtOffset(x, y);
        page.showText(text);
        page.endText();
    }
}
