package dev.lectern.bench.grounding;

import dev.lectern.model.BodyReader;
import dev.lectern.model.ChatModel;
import dev.lectern.model.ChatReply;
import dev.lectern.model.ChatRequest;
import dev.lectern.model.ModelId;
import dev.lectern.text.Json;
import java.util.List;
import java.util.Map;

/**
 * A judge that is right with a known probability, whatever the row, and errs apart from all other judges.
 *
 * @param good the truth about the row that it is asked about
 */
record KnownJudge(int number, double right, GoldPair pair, boolean good) implements ChatModel {
    @Override
    public ModelId id() {
        return new ModelId("bench", "in-process", "judge" + number);
    }

    @Override
    public ChatReply chat(ChatRequest request) {
        boolean told = new Dice(pair.id() + pair.question()).share("judge" + number) < right;
        boolean supported = told == good;
        String reply = Json.line(Map.of(
                "supported",
                supported,
                "unsupported",
                supported ? List.of() : List.of(pair.question()),
                "reason",
                "chance"));
        return BodyReader.PLAIN.read(reply, id().name());
    }

    /** How many of so many judges say what is true, as theory has it: the chance that at least this many are right. */
    static double atLeast(int needed, int judges, double right) {
        double sum = 0;
        for (int hits = needed; hits <= judges; hits++) {
            double ways = 1;
            for (int i = 0; i < hits; i++) {
                ways = ways * (judges - i) / (i + 1);
            }
            sum += ways * Math.pow(right, hits) * Math.pow(1 - right, judges - hits);
        }
        return sum;
    }
}
