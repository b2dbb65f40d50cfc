package dev.lectern.adapters.model;

import dev.lectern.model.BodyReader;
import dev.lectern.model.Manner;
import dev.lectern.model.ModelClient;
import dev.lectern.model.ModelId;
import dev.lectern.model.ReplyForm;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Anthropic by its own interface, and gateways that speak it. */
public final class AnthropicProvider extends OneHouse {
    private static final Preset PRESET = new Preset(
            "anthropic",
            "https://api.anthropic.com/v1",
            List.of("ANTHROPIC_API_KEY"),
            List.of("ANTHROPIC_BASE_URL"),
            true,
            "");
    private static final String VERSION = "2023-06-01";

    public AnthropicProvider() {
        super(PRESET, "/v1", "x-api-key");
    }

    @Override
    SortedMap<String, String> headers() {
        return new TreeMap<>(Map.of("anthropic-version", VERSION));
    }

    @Override
    ModelClient client(ModelId id, Lane lane) {
        Dialect dialect = new AnthropicDialect();
        AnthropicBatch batch = new AnthropicBatch(lane, new BatchLines(id.name(), dialect));
        return new WireModel(id, lane, dialect, Manner.of(ReplyForm.TOOLS), Optional.of(batch));
    }

    @Override
    public BodyReader reader() {
        return (body, answeredBy) -> new AnthropicMessage(body).read(answeredBy);
    }
}
