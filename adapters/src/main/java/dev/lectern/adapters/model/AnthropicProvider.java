package dev.lectern.adapters.model;

import dev.lectern.adapters.wire.Wires;
import dev.lectern.model.BodyReader;
import dev.lectern.model.Manner;
import dev.lectern.model.ModelClient;
import dev.lectern.model.ModelId;
import dev.lectern.model.ModelProvider;
import dev.lectern.model.ModelSettings;
import dev.lectern.model.ModelSetup;
import dev.lectern.model.ModelSpec;
import dev.lectern.model.ReplyForm;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Anthropic by its own interface, and gateways that speak it. */
public final class AnthropicProvider implements ModelProvider {
    private static final Preset PRESET = new Preset(
            "anthropic",
            "https://api.anthropic.com/v1",
            List.of("ANTHROPIC_API_KEY"),
            List.of("ANTHROPIC_BASE_URL"),
            true,
            "");
    private static final String VERSION = "2023-06-01";

    @Override
    public Set<String> names() {
        return Set.of(PRESET.name());
    }

    @Override
    public List<Preset> presets() {
        return List.of(PRESET);
    }

    @Override
    public List<ModelClient> open(ModelSpec spec, String pool, ModelSetup setup, ModelSettings settings, String where) {
        Accesses accesses = new Accesses(PRESET, spec, settings, where);
        List<Access> all = accesses.of(setup);
        ModelId id = accesses.id(pool, all);
        Wires wires = new Wires(settings.environment());
        return all.stream()
                .<ModelClient>map(access -> {
                    SortedMap<String, String> headers = new TreeMap<>();
                    headers.put("anthropic-version", VERSION);
                    headers.put("x-api-key", access.key().header(""));
                    // Its own tools take the address without a version.
                    Access there = access.address().namesVersion()
                            ? access
                            : access.at(access.address().below("/v1"));
                    Lane lane = new Lane(there, headers, wires, settings.timeout(), id.name());
                    Dialect dialect = new AnthropicDialect();
                    return new WireModel(
                            id,
                            lane,
                            dialect,
                            Manner.of(ReplyForm.TOOLS),
                            Optional.of(new AnthropicBatch(lane, new BatchLines(id.name(), dialect))));
                })
                .toList();
    }

    @Override
    public BodyReader reader() {
        return (body, answeredBy) -> new AnthropicMessage(body).read(answeredBy);
    }
}
