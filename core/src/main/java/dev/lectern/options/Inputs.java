package dev.lectern.options;

import dev.lectern.aim.TargetSpec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a build is given besides documents and models.
 *
 * @param seeds file of questions to begin from
 * @param facts file of facts that have changed
 * @param tools file of tools that rows may call: schemas or an OpenAPI description
 * @param frames file of how experts want instructions
 * @param search the engine to search the web with, {@code searxng:URL}, {@code brave} …
 * @param targets what the rows are for, each by examples or a sentence
 * @param select the policy that chooses documents, {@code equal}, {@code nearest} …
 */
public record Inputs(
        Optional<Path> seeds,
        Optional<Path> facts,
        Optional<Path> tools,
        Optional<Path> frames,
        Optional<String> search,
        List<TargetSpec> targets,
        Optional<String> select) {
    public static final Inputs NONE = new Inputs(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty());

    public Inputs {
        targets = List.copyOf(targets);
    }

    /** Whether a build may begin from what is given here alone. */
    public boolean enough() {
        return seeds.isPresent() || facts.isPresent();
    }

    public Inputs withSeeds(Path file) {
        return new Inputs(Optional.of(file), facts, tools, frames, search, targets, select);
    }

    public Inputs withFacts(Path file) {
        return new Inputs(seeds, Optional.of(file), tools, frames, search, targets, select);
    }

    public Inputs withTools(Path file) {
        return new Inputs(seeds, facts, Optional.of(file), frames, search, targets, select);
    }

    public Inputs withFrames(Path file) {
        return new Inputs(seeds, facts, tools, Optional.of(file), search, targets, select);
    }

    public Inputs withSearch(String spec) {
        return new Inputs(seeds, facts, tools, frames, Optional.of(spec), targets, select);
    }

    /** One target more. */
    public Inputs withTarget(TargetSpec spec) {
        List<TargetSpec> more = new ArrayList<>(targets);
        more.add(spec);
        return new Inputs(seeds, facts, tools, frames, search, more, select);
    }

    public Inputs withSelect(String policy) {
        return new Inputs(seeds, facts, tools, frames, search, targets, Optional.of(policy));
    }
}
