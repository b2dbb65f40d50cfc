package dev.lectern.kind;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.sample.Lineage;
import dev.lectern.sample.Sample;
import dev.lectern.sample.Turn;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** For each kind a good row and planted bad ones, in both languages. */
class ChecksTest {
    private static final String DAM =
            "The dam at Zeunerthal is 42 metres high. Its gates open when the level passes 4 metres,"
                    + " and two keepers watch it day and night. Visitors may walk across it in summer.";
    private static final String TEA = "龙井茶产于杭州西湖一带，清明前采摘的称为明前茶。炒制时锅温约为200摄氏度，全程由茶农手工完成。";

    @Test
    void aSummaryIsShorterThanItsSource() {
        assertThat(fault(
                        "summarization",
                        "Sum up the dam at Zeunerthal.",
                        "A 42 metre dam whose gates open at 4 metres.",
                        DAM))
                .isEmpty();
        assertThat(fault("summarization", "Sum up the dam at Zeunerthal.", DAM + " And more.", DAM))
                .contains("summary not shorter than its source");
        assertThat(fault("summarization", "概括龙井茶。", "龙井茶产于杭州，手工炒制。", TEA)).isEmpty();
        assertThat(fault("summarization", "概括龙井茶。", TEA + "完。", TEA)).contains("summary not shorter than its source");
        assertThat(fault("summarization", "Sum this up:\n\nThe dam is high.", "The dam is very high indeed.", DAM))
                .contains("summary not shorter than its source");
    }

    @Test
    void aParaphraseIsNoCopyAndSaysAsMuch() {
        String asked = "Say this in plain words:\n\nIts gates open when the level passes 4 metres.";
        assertThat(fault("paraphrase", asked, "Once the water stands above 4 metres, the gates are opened.", DAM))
                .isEmpty();
        assertThat(fault("paraphrase", asked, "Its gates open when the level passes 4 metres!", DAM))
                .contains("paraphrase is a copy");
        assertThat(fault("paraphrase", asked, "Gates.", DAM)).contains("paraphrase of another length");
        assertThat(fault("paraphrase", "Say it in other words.", "Something.", DAM))
                .contains("no text to work on");
        String zh = "用通俗的话改写下面这句话：\n\n清明前采摘的称为明前茶。";
        assertThat(fault("paraphrase", zh, "明前茶指的是在清明节以前摘下的茶叶。", TEA)).isEmpty();
        assertThat(fault("paraphrase", zh, "清明前采摘的称为明前茶", TEA)).contains("paraphrase is a copy");
    }

    @Test
    void aClassIsOneOfTheLabels() {
        String asked = "Is a wall that holds back a river a dam, a bridge or a mill?\nChoices: dam | bridge | mill";
        assertThat(fault("classification", asked, "Dam.", DAM)).isEmpty();
        assertThat(fault("classification", asked, "dam\nIt holds back water.", DAM))
                .isEmpty();
        assertThat(fault("classification", asked, "castle", DAM)).contains("answer is none of the labels");
        assertThat(fault("classification", asked, "It may be a dam or a mill", DAM))
                .contains("answer is none of the labels");
        assertThat(fault("classification", "What is a dam?", "A wall", DAM)).contains("no labels to choose from");
        String zh = "清明前采摘的龙井属于哪一类？\n选项：明前茶 | 雨前茶 | 秋茶";
        assertThat(fault("classification", zh, "明前茶", TEA)).isEmpty();
        assertThat(fault("classification", zh, "红茶", TEA)).contains("answer is none of the labels");
    }

    @Test
    void choicesAreReadInTheFormsThatPeopleWriteThemIn() {
        assertThat(Labels.of("Which is it?\nA. red wine\nB. white wine")).containsExactly("red wine", "white wine");
        assertThat(Labels.of("Sort it into one of bug, feature or question."))
                .containsExactly("bug", "feature", "question");
        assertThat(Labels.of("Options: very good; good, but slow; bad"))
                .containsExactly("very good", "good, but slow", "bad");
        assertThat(Labels.of("这属于哪一类？可选类别：投诉、咨询、表扬")).containsExactly("投诉", "咨询", "表扬");
        assertThat(Labels.of("Why is the sky blue?")).isEmpty();
    }

    @Test
    void aTranslationIsInTheOtherLanguage() {
        String asked = "Translate into Chinese:\n\nVisitors may walk across it in summer.";
        assertThat(fault("translation", asked, "夏天游客可以从上面走过。", DAM)).isEmpty();
        assertThat(fault("translation", asked, "In summer, visitors may walk across.", DAM))
                .contains("not in the other language");
        String zh = "请译成英文：\n\n清明前采摘的称为明前茶。";
        assertThat(fault("translation", zh, "Tea that is picked before Qingming is called Mingqian tea.", TEA))
                .isEmpty();
        assertThat(fault("translation", zh, "在清明之前采的茶叫明前茶。", TEA)).contains("not in the other language");
    }

    @Test
    void codeParses() {
        assertThat(fault("code", "How do I list files?", "```bash\nls -l\n```\nIt lists them.", ""))
                .isEmpty();
        assertThat(fault("code", "How do I list files?", "Use `ls`.", "")).isEmpty();
        assertThat(fault("code", "How do I list files?", "```json\n{\"a\": }\n```", ""))
                .contains("code does not parse");
        assertThat(fault("code", "How do I list files?", "```bash\nls -l", "")).contains("code fence left open");
        assertThat(fault("code", "如何列出文件？", "输入命令即可。", "")).contains("no code");
        assertThat(fault("code", "如何列出文件？", "```python\nimport os\nprint(os.listdir('.'))\n```", ""))
                .isEmpty();
        assertThat(fault("code", "如何列出文件？", "```python\nprint(os.listdir('.')\n```", ""))
                .contains("code does not parse");
    }

    @Test
    void whatWasExtractedStandsInTheEvidence() {
        String asked = "List the height and the keepers of the dam at Zeunerthal.";
        assertThat(fault("extraction", asked, "- Height: 42 metres\n- Keepers: two keepers", DAM))
                .isEmpty();
        assertThat(fault("extraction", asked, "{\"height\": \"42 metres\", \"keepers\": \"two\"}", DAM))
                .isEmpty();
        assertThat(fault("extraction", asked, "| what | value |\n|---|---|\n| height | 42 metres |", DAM))
                .isEmpty();
        assertThat(fault("extraction", asked, "42 metres, two keepers", DAM)).isEmpty();
        assertThat(fault("extraction", asked, "- Height: 43 metres\n- Keepers: two", DAM))
                .contains("extracted value not in the evidence");
        assertThat(fault("extraction", asked, "{\"height\": 42, \"keepers\": \"three\"}", DAM))
                .contains("extracted value not in the evidence");
        assertThat(fault("extraction", asked, "The dam is high.\nIt has keepers.", DAM))
                .contains("neither a list nor JSON");
        assertThat(fault("extraction", "列出龙井茶的产地和锅温。", "- 产地：杭州西湖\n- 锅温：200摄氏度", TEA))
                .isEmpty();
        assertThat(fault("extraction", "列出龙井茶的产地和锅温。", "- 产地：苏州\n- 锅温：200摄氏度", TEA))
                .contains("extracted value not in the evidence");
    }

    @Test
    void aTextOfItsOwnIsMoreThanALine() {
        assertThat(fault(
                        "generation",
                        "Write a notice about the dam.",
                        "Dear visitors, the dam at Zeunerthal may be walked across in summer. Mind the gates.",
                        DAM))
                .isEmpty();
        assertThat(fault("generation", "Write a notice about the dam.", "Open in summer.", DAM))
                .contains("too short for a text of its own");
        assertThat(fault("generation", "写一则龙井茶介绍。", "好茶。", TEA)).contains("too short for a text of its own");
        assertThat(fault("generation", "写一则龙井茶介绍。", TEA, TEA)).isEmpty();
    }

    @Test
    void anEditChangesTheTextAndKeepsIt() {
        String asked = "Correct the mistakes:\n\nVisitors may walks across it in summer";
        assertThat(fault("editing", asked, "Visitors may walk across it in summer.", DAM))
                .isEmpty();
        assertThat(fault("editing", asked, "Visitors may walks  across it in summer", DAM))
                .contains("edit changes nothing");
        assertThat(fault("editing", asked, "Bananas are yellow, as everybody knows who has seen one.", DAM))
                .contains("edit is another text");
        String zh = "改正错别字：\n\n清明前采宰的称为明前茶。";
        assertThat(fault("editing", zh, "清明前采摘的称为明前茶。", TEA)).isEmpty();
        assertThat(fault("editing", zh, "清明前采宰的称为明前茶。", TEA)).contains("edit changes nothing");
    }

    @Test
    void aQuestionHasNoRuleOfItsOwn() {
        assertThat(fault("qa", "How high is it?", "42 metres", DAM)).isEmpty();
    }

    private static Optional<String> fault(String task, String instruction, String answer, String passage) {
        Sample row = Sample.seedling("seed", "en", List.of(), Lineage.of("test"))
                .child("row", List.of(Turn.user(instruction)), task)
                .withAnswer(answer);
        return TaskKinds.find(task).orElseThrow().fault(row, passage.isEmpty() ? List.of() : List.of(passage));
    }
}
