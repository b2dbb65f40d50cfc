package dev.lectern.adapters.model;

import dev.lectern.adapters.wire.Wires;
import dev.lectern.model.BodyReader;
import dev.lectern.model.ModelClient;
import dev.lectern.model.ModelId;
import dev.lectern.model.ModelProvider;
import dev.lectern.model.ModelSettings;
import dev.lectern.model.ModelSetup;
import dev.lectern.model.ModelSpec;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** A provider with an interface of its own, which one name stands for. */
abstract class OneHouse implements ModelProvider {
    private final Preset preset;
    private final String version;
    private final String keyHeader;

    /**
     * @param version what every address ends with; its customary tools take addresses without
     * @param keyHeader the header that the key goes into
     */
    OneHouse(Preset preset, String version, String keyHeader) {
        this.preset = preset;
        this.version = version;
        this.keyHeader = keyHeader;
    }

    /** Headers of every request besides the key's. */
    SortedMap<String, String> headers() {
        return new TreeMap<>();
    }

    /** A client over the lane to one endpoint. */
    abstract ModelClient client(ModelId id, Lane lane);

    @Override
    public final Set<String> names() {
        return Set.of(preset.name());
    }

    @Override
    public final List<Preset> presets() {
        return List.of(preset);
    }

    @Override
    public final List<ModelClient> open(
            ModelSpec spec, String pool, ModelSetup setup, ModelSettings settings, String where) {
        Accesses accesses = new Accesses(preset, spec, settings, where);
        List<Access> all = accesses.of(setup);
        ModelId id = accesses.id(pool, all);
        Wires wires = new Wires(settings.environment());
        return all.stream()
                .map(access -> {
                    SortedMap<String, String> headers = headers();
                    headers.put(keyHeader, access.key().header(""));
                    Access there = access.address().namesVersion()
                            ? access
                            : access.at(access.address().below(version));
                    return client(id, new Lane(there, headers, wires, settings.timeout(), id.name()));
                })
                .toList();
    }

    @Override
    public abstract BodyReader reader();
}
