package dev.lectern.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.text.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportPageTest {
    private static final Pattern TAG = Pattern.compile("<(/?)([a-zA-Z][a-zA-Z0-9]*)");

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void whatADocumentSaysNeverBecomesMarkup(String language) {
        String page = ReportPage.html(ARun.extractive(), language);
        assertThat(TAG.matcher(page).results().map(m -> m.group(2)))
                .doesNotContain("script", "img", "iframe", "object", "embed", "link", "base", "form");
        assertThat(page)
                .contains("&lt;script&gt;document.title=&#39;owned&#39;")
                .doesNotContain("\u202E")
                .contains("default-src 'none'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void everyTagThatOpensCloses(String language) {
        ArrayDeque<String> open = new ArrayDeque<>();
        String page = ReportPage.html(ARun.written(), language).replaceAll("<(rect|line|circle|polyline)[^>]*/>", "");
        TAG.matcher(page).results().forEach(m -> {
            String tag = m.group(2);
            if (tag.equals("meta")) {
                return;
            }
            if (m.group(1).isEmpty()) {
                open.push(tag);
            } else {
                assertThat(open.pop()).isEqualTo(tag);
            }
        });
        assertThat(open).isEmpty();
    }

    @Test
    void needsNothingFromTheNetwork() {
        assertThat(ReportPage.html(ARun.written(), "en"))
                .doesNotContain("http://", "https://", "src=\"", "url(", "@import");
    }

    @Test
    void saysWhoWroteTheAnswersAndThatARunIsNotComplete() {
        assertThat(ReportPage.html(ARun.extractive(), "en"))
                .contains("No language model wrote any of it.")
                .doesNotContain("not complete");
        assertThat(ReportPage.html(ARun.written(), "en"))
                .contains("Made with openai:gpt-5-mini")
                .contains("This run is not complete")
                .contains("at least 1.50 USD");
    }

    @Test
    void showsHowRowsWereToDiffer() {
        assertThat(ReportPage.html(ARun.written(), "en")).contains("Who asks", "newcomer", "284");
        assertThat(ReportPage.html(ARun.written(), "zh")).contains("提问者");
    }

    @Test
    void showsWhatIsCapped() {
        assertThat(ReportPage.html(ARun.written(), "en"))
                .contains("begin with explain, describe and the like</td><td class=\"n\">20 %</td>");
        assertThat(ReportPage.html(ARun.written(), "zh")).contains("受限的占比", "以“解释”“介绍”之类开头");
    }

    @Test
    void theFunnelCountsEveryCandidateAndNamesEveryReason() {
        String page = ReportPage.html(ARun.extractive(), "en");
        assertThat(page).contains("<b>1,445</b> candidates").contains("<b>1,284</b> rows kept");
        ARun.extractive()
                .samples()
                .dropped()
                .forEach((key, n) ->
                        assertThat(page).contains("<b>−" + n + "</b> " + key.substring(key.indexOf(": ") + 2)));
    }

    @Test
    void marksTheQuoteBetweenItsNeighbours() {
        assertThat(ReportPage.html(ARun.extractive(), "zh"))
                .contains("凭读者证可在任一分馆借书。<mark>每位读者最多可同时借阅 10 册图书，借期为 30 天。</mark>节假日到期的");
    }

    @Test
    void theFiguresStandInJsonUnderTheNamesThatProgramsRelyOn() throws IOException {
        var json = Json.mapper().readTree(Json.line(ARun.written()));
        assertThat(json.fieldNames())
                .toIterable()
                .contains(
                        "samples", "partial", "calls", "tokens", "cost", "seconds", "documents", "skipped", "passages")
                .contains("tasks", "languages", "stages", "outputs");
        assertThat(json.at("/samples/dropped/drop-near-copies: near copy").asLong())
                .isEqualTo(41);
        assertThat(json.at("/cost").toString()).isEqualTo("{\"amount\":1.2345,\"currency\":\"USD\",\"known\":false}");
        assertThat(json.at("/stages/1").toString())
                .isEqualTo(
                        "{\"name\":\"screen-instruction\",\"in\":1445,\"born\":0,\"kept\":1359,\"dropped\":86,\"held\":0,\"failed\":0,\"seconds\":0.4}");
        assertThat(Json.read(Json.line(ARun.written()), RunReport.class)).isEqualTo(ARun.written());
    }

    @Test
    void aRunThatGaveNothingStillHasAPage(@org.junit.jupiter.api.io.TempDir Path folder) throws IOException {
        Path page = folder.resolve("report.html");
        Files.writeString(page, ReportPage.html(ARun.nothing(), "en"));
        assertThat(page).content().contains("0 rows from 0 documents").doesNotContain("NaN");
    }
}
