package dev.lectern.stage.dedup;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.lectern.sample.Sample;
import dev.lectern.sample.Turn;
import java.util.stream.Collectors;

/** What of a row is compared. */
public enum Part {
    @JsonProperty("instruction")
    INSTRUCTION,
    @JsonProperty("answer")
    ANSWER,
    /** All turns, with their roles. */
    @JsonProperty("row")
    ROW;

    String of(Sample sample) {
        return switch (this) {
            case INSTRUCTION -> sample.instruction();
            case ANSWER -> sample.answer();
            case ROW -> sample.messages().stream().map(Part::spoken).collect(Collectors.joining("\n"));
        };
    }

    private static String spoken(Turn turn) {
        return turn.role() + " " + turn.content();
    }
}
