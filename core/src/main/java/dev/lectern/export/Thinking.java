package dev.lectern.export;

import dev.lectern.sample.Turn;
import java.util.Optional;

/** A chain of thought inside an answer, the way trainers expect it: in think tags before the answer itself. */
final class Thinking {
    private static final String OPEN = "<think>\n";
    private static final String CLOSE = "\n</think>\n\n";

    private Thinking() {}

    static String inline(Turn turn) {
        return turn.reasoning().map(thought -> OPEN + thought + CLOSE).orElse("") + turn.content();
    }

    /** The turn of an assistant that said this. */
    static Turn assistant(String said) {
        int close = said.startsWith(OPEN) ? said.indexOf(CLOSE) : -1;
        return close < 0
                ? Turn.assistant(said)
                : new Turn(
                        "assistant",
                        said.substring(close + CLOSE.length()),
                        Optional.of(said.substring(OPEN.length(), close)),
                        java.util.List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
    }
}
