package dev.lectern.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RepliesTest {
    @Test
    void instructionsAreReadWithTheirKinds() {
        assertThat(AskReply.read("{\"instructions\":[{\"instruction\":\" What is X? \",\"task\":\"qa\"}]}"))
                .contains(new AskReply(List.of(new AskReply.Item("What is X?", "qa"))));
    }

    @Test
    void aBareListAndBareTextsAreReadToo() {
        assertThat(AskReply.read("[{\"instruction\":\"What is X?\"}]")
                        .orElseThrow()
                        .instructions())
                .containsExactly(new AskReply.Item("What is X?", ""));
        assertThat(AskReply.read("{\"instructions\":[\"What is X?\"]}")
                        .orElseThrow()
                        .instructions())
                .containsExactly(new AskReply.Item("What is X?", ""));
    }

    @Test
    void noInstructionIsAnAnswerAndOtherJsonIsNone() {
        assertThat(AskReply.read("{\"instructions\":[]}").orElseThrow().instructions())
                .isEmpty();
        assertThat(AskReply.read("{\"questions\":[\"What is X?\"]}")).isEmpty();
        assertThat(AskReply.read("{\"instructions\":[{\"text\":\"What is X?\"}]}"))
                .isEmpty();
    }

    @Test
    void passageNumbersAreReadHoweverTheyAreWritten() {
        AnswerReply reply = AnswerReply.read("""
                        {"response":"X.","citations":[{"passage":1,"quote":"a"},{"passage":"[2]","quote":"b"},
                        {"passage":"Passage 3","quote":"c"},{"quote":"d"},{"passage":4,"quote":" "}]}
                        """).orElseThrow();
        assertThat(reply.citations())
                .containsExactly(
                        new AnswerReply.Citation(1, "a"),
                        new AnswerReply.Citation(2, "b"),
                        new AnswerReply.Citation(3, "c"),
                        new AnswerReply.Citation(0, "d"));
    }

    @Test
    void noResponseSaysWhatIsMissing() {
        assertThat(AnswerReply.read("{\"response\":null,\"reason\":\"no price given\"}"))
                .contains(new AnswerReply(Optional.empty(), List.of(), "no price given"));
        assertThat(AnswerReply.read("{\"answer\":\"X\"}")).isEmpty();
    }

    @Test
    void anAnswerThatWasCutIsNone() {
        assertThat(AnswerReply.read("{\"response\":\"It is very imp")).isEmpty();
        assertThat(AnswerReply.read("{\"response\":\"It is.\",\"citations\":[{\"passage\":1,\"quote\":\"It i"))
                .isEmpty();
    }
}
