package dev.lectern;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What a build is given besides documents and models.
 *
 * @param seeds file of questions to begin from
 * @param facts file of facts that have changed
 * @param tools file of tools that rows may call: schemas or an OpenAPI description
 * @param search the engine to search the web with, {@code searxng:URL}, {@code brave} …
 */
public record Inputs(Optional<Path> seeds, Optional<Path> facts, Optional<Path> tools, Optional<String> search) {
    public static final Inputs NONE =
            new Inputs(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public Inputs withSeeds(Path file) {
        return new Inputs(Optional.of(file), facts, tools, search);
    }

    public Inputs withFacts(Path file) {
        return new Inputs(seeds, Optional.of(file), tools, search);
    }

    public Inputs withTools(Path file) {
        return new Inputs(seeds, facts, Optional.of(file), search);
    }

    public Inputs withSearch(String spec) {
        return new Inputs(seeds, facts, tools, Optional.of(spec));
    }
}
