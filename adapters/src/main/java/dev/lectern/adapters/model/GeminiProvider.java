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

/** Google's Gemini by its own interface. */
public final class GeminiProvider implements ModelProvider {
    private static final Preset PRESET = new Preset(
            "gemini",
            "https://generativelanguage.googleapis.com/v1beta",
            List.of("GEMINI_API_KEY", "GOOGLE_API_KEY"),
            List.of("GEMINI_BASE_URL"),
            true,
            "");

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
                    headers.put("x-goog-api-key", access.key().header(""));
                    Access there = access.address().namesVersion()
                            ? access
                            : access.at(access.address().below("/v1beta"));
                    Lane lane = new Lane(there, headers, wires, settings.timeout(), id.name());
                    return new WireModel(id, lane, new GeminiDialect(), Manner.of(ReplyForm.SCHEMA), Optional.empty());
                })
                .toList();
    }

    @Override
    public BodyReader reader() {
        return (body, answeredBy) -> new GeminiAnswer(body).read(answeredBy);
    }
}
