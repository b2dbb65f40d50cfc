package dev.lectern.adapters.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lectern.corpus.Document;
import dev.lectern.corpus.ReadException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TextReaderTest {
    private static final String CHINESE = "网关读取探头的数据，并且把它们保存在本地。如果网络中断，所有的策略仍然可以继续执行，这是它的特点。\n";
    private static final String TRADITIONAL = "網關讀取探頭的資料，並且把它們保存在本地。如果網路中斷，所有的策略仍然可以繼續執行，這是它的特點。\n";

    @Test
    void guessesHeadingsListsAndWrappedLines() {
        Document text = read("""
                SAFETY RULES

                1. Moving parts

                Windows start without warning, because the controller answers to the
                weather and not to people who happen to stand in the way of the drive.

                - turn the switch
                - lock it

                2. Heat

                Drink water.
                """);
        assertThat(Reading.blocks(text))
                .containsExactly(
                        "Heading1: SAFETY RULES",
                        "Heading2: 1. Moving parts",
                        "Paragraph: Windows start without warning, because the controller answers to the weather and not to people who happen to stand in the way of the drive.",
                        "Item: - turn the switch",
                        "Item: - lock it",
                        "Heading2: 2. Heat",
                        "Paragraph: Drink water.");
    }

    @Test
    void dropsLinesThatNumberPages() {
        assertThat(
                        read("One goes on here.\n\n1\n\nTwo goes on here.\n\n- 2 -\n\nThree goes on here.\n\n3\n\nEnd of it.\n")
                                .text())
                .isEqualTo("One goes on here.\n\nTwo goes on here.\n\nThree goes on here.\n\nEnd of it.");
    }

    @Test
    void keepsVerseInItsLines() {
        assertThat(read("Title here\n\nHer voice was low,\nHer step was slow,\nAnd so on.\n")
                        .text())
                .endsWith("Her voice was low,\nHer step was slow,\nAnd so on.");
    }

    @Test
    void tellsEncodingsApart() {
        for (String name : List.of("UTF-8", "UTF-16LE", "UTF-16BE", "GB18030", "GBK")) {
            assertThat(decoded(CHINESE, name)).as(name).isEqualTo(CHINESE.strip());
        }
        assertThat(decoded(TRADITIONAL, "Big5")).isEqualTo(TRADITIONAL.strip());
        String western = "Die Größe des Gerätes kostet über 5 €. “Déjà vu” in Malmö.";
        assertThat(decoded(western, "windows-1252")).isEqualTo(western);
    }

    @Test
    void cleansWhatNoReaderSees() {
        assertThat(read("\ufeffA\u200bb \u202ec\u202c\u00ad.\u0000\u001b[31mred\u001b[0m\u2028next")
                        .text()
                        .replace('\n', ' '))
                .isEqualTo("Ab c.red next");
    }

    @Test
    void refusesBinary() {
        byte[] noise = new byte[4000];
        new Random(1).nextBytes(noise);
        assertThatThrownBy(() -> Reading.of(new TextReader(), "a.txt", noise))
                .isInstanceOf(ReadException.class)
                .hasMessageContaining("binary");
    }

    private static String decoded(String text, String charset) {
        return Reading.of(new TextReader(), "a.txt", text.getBytes(Charset.forName(charset)))
                .only()
                .text();
    }

    private static Document read(String text) {
        return Reading.of(new TextReader(), "page.txt", text.getBytes(StandardCharsets.UTF_8))
                .only();
    }
}
