package dev.lectern.app.words;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.text.Messages;
import dev.lectern.text.Phrasing;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class WordsTest {
    @Test
    void whatIsWrongWithAToolFileAFrameOrASeedIsSaidInChinese() {
        assertThat(List.of(
                        "it holds no list of tools",
                        "it describes no path",
                        "add the operations that are to be tools",
                        "'items' must be a schema",
                        "'required' names 'w', which is no property",
                        "a tool of type 'web_search' can't be called with arguments",
                        "there is no task 'poetry'",
                        "the frame says nothing of how to ask",
                        "line 4",
                        "blank",
                        "duplicate of line 3",
                        "evidence does not say"))
                .allSatisfy(sentence ->
                        assertThat(Phrasing.into("zh").apply(sentence)).matches(".*\\p{IsHan}.*"));
    }

    @Test
    void reasonsOfTheReportAreSaidInTheUsersLanguage() {
        assertThat(Phrasing.into("zh-CN").apply("summary not shorter than its source"))
                .isNotEqualTo("summary not shorter than its source")
                .matches(".*\\p{IsHan}.*");
        assertThat(Phrasing.into("zh").apply("too many say that they cannot answer"))
                .isEqualTo("说明无法回答的行过多");
        assertThat(Phrasing.into("en").apply("over the mix")).isEqualTo("over the mix");
        assertThat(Phrasing.into("zh").apply("a sentence that nobody knows")).isEqualTo("a sentence that nobody knows");
    }

    @Test
    void whereAProblemIsAndWhatFollowsAColonAreSaidInChineseToo() {
        Words chinese = Words.in("zh");
        assertThat(chinese.translate("rows.jsonl, line 3")).isEqualTo("rows.jsonl，第 3 行");
        assertThat(chinese.translate("model 'qwen' at http://127.0.0.1:8000/v1"))
                .isEqualTo("模型“qwen”，位于 http://127.0.0.1:8000/v1");
        assertThat(chinese.translate("recipe equal, line 6, with --set pick-clusters.reward"))
                .isEqualTo("配方 equal，第 6 行，并有 --set pick-clusters.reward");
        assertThat(chinese.translate("'pick-clusters': there is no reward 'gold': known: cosine, own"))
                .isEqualTo("“pick-clusters”：没有名为“gold”的收益方式：可用的有：cosine, own");
        assertThat(chinese.translate("'pick-clusters': share is from 0 to 1, not 2.0"))
                .isEqualTo("“pick-clusters”：share 取 0 到 1，不能是 2.0");
    }

    @Test
    void whatStandsInThePlacesOfANoteIsSaidInChineseToo() {
        assertThat(Words.in("zh")
                        .translate(
                                "{0} was given up (one call a minute sees whether it is mended): {1}; {2}",
                                List.of(
                                        "api.test (OPENAI_API_KEY #2)",
                                        "the key is not accepted (status 401)",
                                        "check OPENAI_API_KEY")))
                .isEqualTo("已放弃 api.test (OPENAI_API_KEY #2)（每分钟试一次，看是否恢复）：服务器不接受这个密钥（状态码 401）；请检查 OPENAI_API_KEY");
    }

    @Test
    void bothLanguagesHaveTheSameKeysAndPlaces() {
        Messages english = Messages.of("program", "en");
        Messages chinese = Messages.of("program", "zh");
        assertThat(chinese.keys()).isEqualTo(english.keys());
        for (String key : english.keys()) {
            assertThat(places(chinese.get(key))).as(key).isEqualTo(places(english.get(key)));
        }
    }

    @Test
    void aNumberPicksItsWord() {
        assertThat(Words.fill("{0} {0|row|rows}", 1)).isEqualTo("1 row");
        assertThat(Words.fill("{0} {0|row|rows}", 1234L)).isEqualTo("1,234 rows");
        assertThat(Words.fill("{1} and {0}", "$1", "{0}")).isEqualTo("{0} and $1");
    }

    @Test
    void theLanguageComesFromTheEnvironmentInTheCustomaryOrder() {
        assertThat(Words.languageOf(Map.of())).isEqualTo("en");
        assertThat(Words.languageOf(Map.of("LANG", "zh_CN.UTF-8"))).isEqualTo("zh");
        assertThat(Words.languageOf(Map.of("LANG", "zh_TW", "LC_ALL", "C"))).isEqualTo("en");
        assertThat(Words.languageOf(Map.of("LANG", "de_DE", "LECTERN_LANG", "zh")))
                .isEqualTo("zh");
    }

    @Test
    void sentencesOfTheCoreAreTranslatedByTemplateAndUnknownOnesStay() {
        Words chinese = Words.in("zh");
        assertThat(chinese.translate("did you mean 'seed'?")).isEqualTo("您是否想输入“seed”？");
        assertThat(chinese.translate("something new")).isEqualTo("something new");
        assertThat(Words.in("en").translate("did you mean 'seed'?")).isEqualTo("did you mean 'seed'?");
    }

    @Test
    void chineseTakesTwoColumns() {
        assertThat(Columns.width("ab文档")).isEqualTo(6);
        assertThat(Columns.pad("文", 4)).isEqualTo("文  ");
        assertThat(Columns.cut("一二三四五", 7)).isEqualTo("一二三…");
        assertThat(Columns.cut("one\n two", 20)).isEqualTo("one two");
    }

    private static Set<String> places(String sentence) {
        TreeSet<String> places = new TreeSet<>();
        Pattern.compile("\\{(\\d)")
                .matcher(sentence)
                .results()
                .map(MatchResult::group)
                .forEach(places::add);
        return places;
    }
}
