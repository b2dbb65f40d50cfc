package dev.lectern.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lectern.sample.Preference;
import dev.lectern.sample.Sample;
import dev.lectern.sample.Turn;
import dev.lectern.text.Json;
import java.util.List;
import java.util.Optional;

/** Preference pairs: prompt, chosen, rejected as texts, as TRL's DPO trainer and LLaMA-Factory's ranking sets take them. */
final class Dpo implements Format {
    @Override
    public String name() {
        return "dpo";
    }

    @Override
    public Row row(Sample sample, Shape shape) {
        Optional<Preference> pair = sample.preference()
                .filter(both -> both.chosen().isPresent() && both.rejected().isPresent());
        if (pair.isEmpty()) {
            return new Row.LeftOut("no-preference");
        } else if (sample.messages().size() != 2) {
            return new Row.LeftOut("no-pairs");
        }
        ObjectNode row = Json.mapper().createObjectNode();
        row.put("prompt", sample.instruction());
        row.put("chosen", pair.get().chosen().orElseThrow());
        row.put("rejected", pair.get().rejected().orElseThrow());
        return new Row.Written(row);
    }

    @Override
    public List<Turn> read(JsonNode row) {
        return List.of(
                Turn.user(row.path("prompt").asText()),
                Turn.assistant(row.path("chosen").asText()));
    }

    @Override
    public Optional<ObjectNode> factoryEntry(Shape shape) {
        ObjectNode entry =
                Json.mapper().createObjectNode().put("formatting", "alpaca").put("ranking", true);
        entry.putObject("columns")
                .put("prompt", "prompt")
                .put("chosen", "chosen")
                .put("rejected", "rejected");
        return Optional.of(entry);
    }
}
