package dev.lectern.stage.retrieve;

import dev.lectern.corpus.Corpus;
import dev.lectern.corpus.Filter;
import dev.lectern.corpus.Gathering;
import dev.lectern.corpus.Hit;
import dev.lectern.corpus.Passage;
import dev.lectern.corpus.Retriever;
import dev.lectern.sample.Outcome;
import dev.lectern.sample.Sample;
import dev.lectern.stage.PerSample;
import dev.lectern.stage.Quoted;
import dev.lectern.stage.Tools;
import dev.lectern.stage.Trait;
import dev.lectern.stage.Use;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Sets out the evidence that an answer may draw on, whole passages in the order they stand in the corpus, never by score: a change of
 * ranks would be another request.
 *
 * @param mode {@code own}: the passages that the question came from and their neighbours; {@code lexical}, {@code vector} and
 *     {@code hybrid} add what the index finds by words, by meaning or by both
 * @param top how many passages the index is asked for; the question's own may be among them
 * @param neighbours how many passages of the same document before and behind the question's own are shown too
 * @param tokens how much is shown: the question's own passages, then their neighbours, then what the index found, each that still fits
 */
public record Retrieve(String mode, int top, int neighbours, int tokens) implements PerSample {
    private static final String OWN = "own";

    public Retrieve() {
        this("hybrid", 3, 1, 3000);
    }

    public Retrieve(String mode, int top, int neighbours) {
        this(mode, top, neighbours, 3000);
    }

    public Retrieve {
        List<String> known = Stream.concat(
                        Stream.of(OWN), Arrays.stream(Retriever.By.values()).map(Retrieve::typed))
                .toList();
        if (!known.contains(mode)) {
            throw new IllegalArgumentException("unknown mode '" + mode + "'; known: " + String.join(", ", known));
        } else if (top < 1) {
            throw new IllegalArgumentException("top must be 1 or more, not " + top);
        } else if (neighbours < 0) {
            throw new IllegalArgumentException("neighbours must be 0 or more, not " + neighbours);
        } else if (tokens < 1) {
            throw new IllegalArgumentException("tokens must be 1 or more, not " + tokens);
        }
    }

    @Override
    public Set<Trait> needs() {
        return mode.equals(OWN) ? Set.of(Trait.QUESTION, Trait.EVIDENCE) : Set.of(Trait.QUESTION);
    }

    @Override
    public Set<Trait> adds() {
        return Set.of(Trait.EVIDENCE);
    }

    @Override
    public Set<Use> uses() {
        return Set.of(by().<Use>map(Use.Index::new).orElseGet(Use.Documents::new));
    }

    @Override
    public List<Outcome> apply(Sample sample, Tools tools) {
        if (!sample.answer().isEmpty()) {
            return List.of(new Outcome.Kept(sample)); // nothing is to be answered any more
        }
        Corpus corpus = tools.corpus();
        List<Passage> own = sample.evidence().stream()
                .map(evidence -> corpus.passage(evidence.passage()))
                .toList();
        Gathering gathering = new Gathering(corpus, tokens).add(own);
        own.forEach(passage -> gathering.around(passage, neighbours));
        by().ifPresent(by -> gathering.add(tools.retriever(by).find(sample.instruction(), top, Filter.NONE).stream()
                .map(Hit::passage)
                .toList()));
        List<Passage> shown = gathering.inOrder();
        if (shown.isEmpty()) {
            return List.of(new Outcome.Dropped(sample, "no passage has anything to do with it"));
        }
        return List.of(new Outcome.Kept(sample.withEvidence(
                shown.stream().map(passage -> Quoted.whole(passage, corpus)).toList())));
    }

    private Optional<Retriever.By> by() {
        return Arrays.stream(Retriever.By.values())
                .filter(by -> typed(by).equals(mode))
                .findFirst();
    }

    private static String typed(Retriever.By by) {
        return by.name().toLowerCase(Locale.ROOT);
    }
}
