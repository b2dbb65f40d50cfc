package dev.lectern.stage.dedup;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.lectern.sample.Sample;
import dev.lectern.sample.Turn;
import dev.lectern.stage.Trait;
import java.util.Set;
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

    /** What a row must have so that this is there. */
    Set<Trait> needs() {
        return this == INSTRUCTION ? Set.of(Trait.QUESTION) : Set.of(Trait.QUESTION, Trait.ANSWER);
    }

    private static String spoken(Turn turn) {
        return turn.role() + " " + turn.content();
    }
}
