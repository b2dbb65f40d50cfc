package dev.lectern.kind;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.prompt.ResourcePrompts;
import org.junit.jupiter.api.Test;

class TaskKindsTest {
    @Test
    void everyKindHasItsPromptsAndTheyNameIt() {
        for (TaskKind kind : TaskKinds.all()) {
            assertThat(ResourcePrompts.names())
                    .contains(kind.askPrompt(), kind.answerPrompt(), kind.form().prompt());
            for (String language : ResourcePrompts.LANGUAGES) {
                String ask = ResourcePrompts.shipped()
                        .prompt(kind.askPrompt(), language)
                        .user();
                String answer = ResourcePrompts.shipped()
                        .prompt(kind.answerPrompt(), language)
                        .user();
                assertThat(ask).startsWith("- \"" + kind.name() + "\"").contains("{{count}}");
                assertThat(answer).startsWith("\"" + kind.name() + "\"");
            }
        }
    }

    @Test
    void namesAreNamesOfKindsAndOthersAreNone() {
        assertThat(TaskKinds.names()).doesNotHaveDuplicates().isSorted().contains("qa", "translation");
        TaskKinds.names()
                .forEach(name ->
                        assertThat(TaskKinds.find(name).orElseThrow().name()).isEqualTo(name));
        assertThat(TaskKinds.find("poetry")).isEmpty();
        assertThat(TaskKinds.orQa("poetry").name()).isEqualTo("qa");
    }
}
