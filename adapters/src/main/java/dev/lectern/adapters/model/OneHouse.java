package dev.lectern.adapters.model;

import dev.lectern.model.BodyReader;
import dev.lectern.model.ModelClient;
import dev.lectern.model.ModelId;
import dev.lectern.model.ModelProvider;
import dev.lectern.model.ModelToOpen;
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
    public final List<ModelClient> open(ModelToOpen model) {
        return new Accesses(preset, model).clients((id, access, wires) -> {
            SortedMap<String, String> headers = headers();
            headers.put(keyHeader, access.key().header(""));
            Access there = access.address().namesVersion()
                    ? access
                    : access.at(access.address().below(version));
            return client(id, new Lane(there, headers, wires, model.settings().timeout(), id.name()));
        });
    }

    @Override
    public abstract BodyReader reader();
}
