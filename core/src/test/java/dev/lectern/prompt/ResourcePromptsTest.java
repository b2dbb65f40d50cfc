package dev.lectern.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lectern.check.ProblemsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResourcePromptsTest {
    private static final String QA = "ask-from-evidence/qa";

    @Test
    void everyPromptThatShipsIsListedAndWrittenInBothLanguages() throws IOException {
        Path prompts = Path.of("src/main/resources/prompts");
        try (Stream<Path> files = Files.walk(prompts)) {
            TreeSet<String> written = files.filter(f -> f.toString().endsWith(".md"))
                    .map(f ->
                            prompts.relativize(f).toString().replace('\\', '/').replaceAll("/[^/]+$", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(ResourcePrompts.names()).isEqualTo(written);
        }
        for (String name : ResourcePrompts.names()) {
            String english = ResourcePrompts.shipped().prompt(name, "en").user();
            String chinese = ResourcePrompts.shipped().prompt(name, "zh").user();
            assertThat(english).isNotEqualTo(chinese);
            assertThat(chinese).as(name).matches("(?s).*\\p{IsHan}.*");
        }
    }

    @Test
    void otherLanguagesAreAskedInEnglish() {
        ResourcePrompts prompts = ResourcePrompts.shipped();
        assertThat(prompts.prompt(QA, "de")).isEqualTo(prompts.prompt(QA, "en"));
        assertThat(prompts.prompt(QA, "zh-Hant")).isEqualTo(prompts.prompt(QA, "zh"));
    }

    @Test
    void aProjectsPromptStandsInPlaceOfOurs(@TempDir Path folder) throws IOException {
        write(folder, QA + "/en.md", "\uFEFFMine: {{count}}\r\n");
        ResourcePrompts prompts = ResourcePrompts.over(folder);
        assertThat(prompts.prompt(QA, "en").fill(Map.of("count", "2")).getLast().content())
                .isEqualTo("Mine: 2");
        assertThat(prompts.prompt(QA, "zh")).isEqualTo(ResourcePrompts.shipped().prompt(QA, "zh"));
        assertThat(prompts.digest(QA)).isNotEqualTo(ResourcePrompts.shipped().digest(QA));
    }

    @Test
    void aFileThatIsStillEmptyStandsInNobodysPlace(@TempDir Path folder) throws IOException {
        write(folder, QA + "/en.md", "");
        assertThat(ResourcePrompts.over(folder).prompt(QA, "en"))
                .isEqualTo(ResourcePrompts.shipped().prompt(QA, "en"));
    }

    @Test
    void allThatIsWrongWithAProjectsPromptsIsSaidAtOnce(@TempDir Path folder) throws IOException {
        write(folder, "answer-from-evidence/answer/en.md", "Rules\n---user---\n{{passages}} {{manner}} {{question}}");
        write(folder, "ask-from-evidense/qa/en.md", "{{count}}");
        write(folder, QA + "/fr.md", "{{count}}");
        assertThatThrownBy(() -> ResourcePrompts.over(folder))
                .isInstanceOfSatisfying(
                        ProblemsException.class, e -> assertThat(e.problems()).hasSize(4))
                .hasMessageContaining("the place {{instruction}} is missing")
                .hasMessageContaining("nothing fills the place {{question}}")
                .hasMessageContaining("did you mean 'ask-from-evidence/qa/en.md'?");
    }

    @Test
    void aProjectWithoutPromptsUsesOurs(@TempDir Path folder) {
        assertThat(ResourcePrompts.over(folder.resolve("prompts")).digest(QA))
                .isEqualTo(ResourcePrompts.shipped().digest(QA));
    }

    private static void write(Path folder, String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
