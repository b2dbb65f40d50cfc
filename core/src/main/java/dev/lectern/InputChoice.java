package dev.lectern;

import dev.lectern.aim.TargetSpec;
import dev.lectern.options.Inputs;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What the set-up of a build says it is given: documents, questions, facts, tools, a target, a way to the web.
 *
 * @param <B> what is being set up
 */
public abstract sealed class InputChoice<B extends InputChoice<B>> extends ModelChoice<B> permits Lectern {
    private final List<Path> sources = new ArrayList<>();
    private Inputs inputs = Inputs.NONE;

    InputChoice() {}

    List<Path> sources() {
        return sources;
    }

    Inputs inputs() {
        return inputs;
    }

    /** Files, folders or globs to read. */
    public B documents(Path... more) {
        sources.addAll(List.of(more));
        return self();
    }

    /** A file of questions to begin from: text, CSV, Excel or JSON. */
    public B seeds(Path file) {
        inputs = inputs.withSeeds(file);
        return self();
    }

    /** A file of facts that have changed. */
    public B facts(Path file) {
        inputs = inputs.withFacts(file);
        return self();
    }

    /** A file of tools that rows of the task tool-use call: schemas or an OpenAPI description. */
    public B tools(Path file) {
        inputs = inputs.withTools(file);
        return self();
    }

    /** What the rows are for: a file of pairs, documents, or a sentence, {@code FILE:0.7} with a weight; again for another goal. */
    public B target(String fileOrSentence) {
        inputs = inputs.withTarget(TargetSpec.parse(fileOrSentence, Path::of));
        return self();
    }

    /** How documents are chosen before any is paid for: {@code equal}, {@code ridge}, {@code static}, {@code nearest}, {@code random}, {@code all}. */
    public B select(String policy) {
        inputs = inputs.withSelect(policy);
        return self();
    }

    /** A file of how experts want instructions: kind, pattern, persona, constraints. */
    public B frames(Path file) {
        inputs = inputs.withFrames(file);
        return self();
    }

    /** The engine to search the web with: {@code searxng:URL}, {@code brave}, {@code tavily}, {@code serper}, {@code bing}. */
    public B search(String spec) {
        inputs = inputs.withSearch(spec);
        return self();
    }
}
