package dev.lectern.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

class DatasetCardTest {
    private static String card(RunReport run, Map<String, Long> licences, String language) {
        return DatasetCard.markdown(
                run, "my \"docs\": v1", new TreeMap<>(licences), language, UnaryOperator.identity());
    }

    private static Map<String, Object> head(String card) {
        assertThat(card).startsWith("---\n");
        return new Yaml(new SafeConstructor(new LoaderOptions())).load(card.substring(4, card.indexOf("\n---\n", 4)));
    }

    @Test
    void theHeadSaysWhatTheHubAsks() {
        assertThat(head(card(ARun.extractive(), Map.of("CC BY 4.0", 46L), "en")))
                .containsEntry("language", List.of("en", "zh"))
                .containsEntry("license", "cc-by-4.0")
                .containsEntry("pretty_name", "my \"docs\": v1")
                .containsEntry(
                        "task_categories",
                        List.of("question-answering", "summarization", "text-classification", "text-generation"))
                .containsEntry("size_categories", List.of("1K<n<10K"))
                .containsEntry("configs", List.of(config("openai", true), config("sharegpt", false)));
    }

    private static Map<String, Object> config(String format, boolean isDefault) {
        Map<String, Object> config = new TreeMap<>();
        config.put("config_name", format);
        if (isDefault) {
            config.put("default", true);
        }
        config.put(
                "data_files",
                List.of(
                        Map.of("split", "train", "path", "data/" + format + "/train.jsonl"),
                        Map.of("split", "validation", "path", "data/" + format + "/validation.jsonl")));
        return config;
    }

    private static List<?> tags(RunReport run) {
        return (List<?>) head(card(run, Map.of(), "en")).getOrDefault("tags", List.of());
    }

    @Test
    void onlyWhatAModelWroteIsTaggedSynthetic() {
        assertThat(tags(ARun.written()).contains("synthetic")).isTrue();
        assertThat(tags(ARun.extractive()).contains("extractive")).isTrue();
        assertThat(tags(ARun.extractive()).contains("synthetic")).isFalse();
        assertThat(card(ARun.extractive(), Map.of(), "en")).contains("No language model wrote it");
        assertThat(card(ARun.extractive(), Map.of(), "zh")).contains("没有任何内容由语言模型撰写");
    }

    @Test
    void namesNoLicenceWhereTheSourcesDisagreeOrSayNothing() {
        assertThat(head(card(ARun.extractive(), Map.of("MIT", 3L, "", 43L), "en")))
                .doesNotContainKey("license");
        assertThat(head(card(ARun.extractive(), Map.of("", 46L), "en"))).doesNotContainKey("license");
        assertThat(card(ARun.extractive(), Map.of("MIT", 3L, "", 43L), "en"))
                .contains("- no licence named: 43 documents\n- MIT: 3 documents");
    }

    @Test
    void saysWhatNobodyLookedAt() {
        assertThat(card(ARun.extractive(), Map.of(), "en"))
                .contains("toxic or offensive language", "personal data", "whether the documents themselves are right");
    }

    @Test
    void aHostileLicenceStaysText() {
        assertThat(card(ARun.extractive(), Map.of("<script>|x|\n# y", 1L), "en"))
                .contains("\\<script\\>\\|x\\| \\# y: 1 document");
    }

    @Test
    void aRunThatGaveNothingStillHasACard() {
        assertThat(head(card(ARun.nothing(), Map.of(), "en"))).doesNotContainKeys("configs", "language");
    }
}
