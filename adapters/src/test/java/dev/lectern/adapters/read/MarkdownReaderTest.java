package dev.lectern.adapters.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.corpus.Block;
import dev.lectern.corpus.Document;
import dev.lectern.corpus.Mark;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarkdownReaderTest {
    @Test
    void takesTheHeadOffAndKeepsWhatItSays() {
        Document page = Reading.markdown(
                "---\ntitle: \"Gate: a manual\"\nlicense: CC BY 4.0\nversion: 3.10\nlang: zh-CN\n---\nWords.\n");
        assertThat(page.text()).isEqualTo("Words.");
        assertThat(page.title()).isEqualTo("Gate: a manual");
        assertThat(page.licence()).contains("CC BY 4.0");
        assertThat(page.language()).isEqualTo("zh");
        assertThat(page.details()).containsEntry("version", "3.10");
    }

    @Test
    void dropsCommentsTargetsAndEmphasisButRemembersWhatWasMarked() {
        Document page = Reading.markdown("A **pump** <!-- check\nthis --> moves [fresh water](a.md \"x\") _slowly_.\n");
        assertThat(page.text()).isEqualTo("A pump moves fresh water slowly.");
        assertThat(page.marks().stream().map(m -> m.kind() + " " + page.text().substring(m.start(), m.end())))
                .containsExactly("STRONG pump", "LINK fresh water", "EMPHASIS slowly");
        assertThat(page.marks().stream().map(Mark::kind)).doesNotHaveDuplicates();
    }

    @Test
    void keepsTicksAndFencesWithTheFirstWordOfTheirInfo() {
        Document page = Reading.markdown(
                "Run `a | b`.\n\n``` python title=\"x\"\nprint(1)\n```\n\n```rust,ignore\n# use hidden;\n#[test]\nfn a() {}\n```\n");
        assertThat(Reading.blocks(page))
                .containsExactly(
                        "Paragraph: Run `a | b`.",
                        "Code: ```python\nprint(1)\n```",
                        "Code: ```rust\n#[test]\nfn a() {}\n```");
        assertThat(page.blocks().get(1)).isInstanceOfSatisfying(Block.Code.class, code -> {
            assertThat(code.language()).isEqualTo("python");
            assertThat(code.content().of(page.text())).isEqualTo("print(1)");
        });
    }

    @Test
    void tellsNotesFromCodeAndTextInEveryDialect() {
        String page =
                "::: warning 警告\n小心。\n:::\n\n> [!NOTE]\n> One.\n\n> **Tip:** Two.\n\n```{note}\nThree.\n```\n\n!!! danger \"Hot\"\n    Four.\n\n> Five.\n\n:::details Why so?\nSix.\n:::\n";
        assertThat(Reading.blocks(Reading.markdown(page)))
                .containsExactly(
                        "Paragraph in warning: 小心。",
                        "Paragraph in note: One.",
                        "Paragraph in tip: Two.",
                        "Paragraph in note: Three.",
                        "Paragraph in danger: Hot",
                        "Paragraph in danger: Four.",
                        "Paragraph in quote: Five.",
                        "Paragraph in details: Why so?",
                        "Paragraph in details: Six.");
    }

    @Test
    void aContainerLeftOpenDoesNotSwallowTheNextSection() {
        assertThat(Reading.blocks(Reading.markdown("::: tip\nInside.\n\n## Next\n\nOutside.\n")))
                .endsWith("Heading2: Next", "Paragraph: Outside.");
    }

    @Test
    void readsTwoTabsApartAndNeverGluesThem() {
        Document page = Reading.markdown(
                "使用 <span class=\"options-api\">`emits` 选项</span><span class=\"composition-api\">`defineEmits()` 宏</span>声明。\n");
        assertThat(Reading.blocks(page))
                .containsExactly(
                        "Paragraph in options-api: 使用 `emits` 选项声明。",
                        "Paragraph in composition-api: 使用 `defineEmits()` 宏声明。");
    }

    @Test
    void removesAnchorsBadgesIncludesAndTags() {
        Document page = Reading.markdown(
                "# Set up {#setup}\n\n[![build](b.svg)](ci)\n\nNew <sup class=\"vt-badge\" data-text=\"3.5+\" /> in H<sub>2</sub>O.\n\n{{#include x.md}}\n\n<Listing number=\"1\" caption=\"c\">\n\n```rust\n{{#rustdoc_include a.rs}}\n```\n\n</Listing>\n");
        assertThat(Reading.blocks(page)).containsExactly("Heading1: Set up", "Paragraph: New in H₂O.");
    }

    @Test
    void keepsTheCellsOfATableWhoseCodeHoldsAPipe() {
        Document page = Reading.markdown("| Option | Use |\n|---|---|\n| `a \\| b` | either |\n");
        Block.Table table = (Block.Table) page.blocks().getFirst();
        assertThat(table.headed()).isTrue();
        assertThat(table.rows().get(1).get(1).of(page.text())).isEqualTo("either");
        assertThat(table.rows()).hasSize(2);
    }

    @Test
    void keepsFormulasWhole() {
        Document page =
                Reading.markdown("Let $a_i * b_i$ be:\n\n$$\n\\sum_i a_i * b_i * c\n$$\n\nDone for $5 or $6.\n");
        assertThat(Reading.blocks(page))
                .containsExactly(
                        "Paragraph: Let $a_i * b_i$ be:",
                        "Formula: $$\n\\sum_i a_i * b_i * c\n$$",
                        "Paragraph: Done for $5 or $6.");
    }

    @Test
    void numbersAndNestsLists() {
        Document page = Reading.markdown("3. Open\n   - left\n   - right\n4. Close\n");
        assertThat(page.text()).isEqualTo("3. Open\n  - left\n  - right\n4. Close");
        assertThat(page.blocks()).allSatisfy(b -> assertThat(b).isInstanceOf(Block.Item.class));
    }

    @Test
    void joinsChineseLinesWithoutASpaceAndOthersWithOne() {
        assertThat(Reading.markdown("第一行\n第二行 and\nmore\n").text()).isEqualTo("第一行第二行 and more");
    }

    @Test
    void survivesNestingWithoutEnd() {
        String quotes = ">".repeat(20_000) + " deep\n";
        String stars = "*a ".repeat(20_000) + "\n";
        String brackets = "[".repeat(20_000) + "\n";
        for (String text : List.of(quotes, stars, brackets)) {
            assertThat(Reading.markdown(text).text()).isNotEmpty();
        }
    }
}
