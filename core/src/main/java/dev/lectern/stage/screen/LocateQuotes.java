package dev.lectern.stage.screen;

import dev.lectern.corpus.Corpus;
import dev.lectern.corpus.Passage;
import dev.lectern.corpus.Span;
import dev.lectern.kind.TaskKinds;
import dev.lectern.sample.Evidence;
import dev.lectern.sample.Outcome;
import dev.lectern.sample.Sample;
import dev.lectern.stage.PerSample;
import dev.lectern.stage.Quoted;
import dev.lectern.stage.Tools;
import dev.lectern.stage.Trait;
import dev.lectern.stage.Use;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds every claimed quote in its passage, else in the other passages that the row names, and notes where it stands; the
 * quote becomes the document's own words. One quote that stands nowhere drops the row: what it supports is not known.
 * Only a row of a kind that needs none may come without quotes, such as an unanswerable one.
 */
public record LocateQuotes() implements PerSample {
    static final String NOT_FOUND = "quote not found in passage";
    static final String NONE = "no quote";

    @Override
    public Set<Trait> needs() {
        return Set.of(Trait.EVIDENCE, Trait.ANSWER);
    }

    @Override
    public Set<Use> uses() {
        return Set.of(new Use.Documents());
    }

    @Override
    public List<Outcome> apply(Sample sample, Tools tools) {
        boolean needed = TaskKinds.orQa(sample.task()).needsQuotes();
        if (needed && sample.evidence().isEmpty()) {
            return List.of(new Outcome.Dropped(sample, NONE));
        }
        Set<Evidence> located = new LinkedHashSet<>();
        for (Evidence evidence : sample.evidence()) {
            Optional<Evidence> found = locate(evidence, sample.evidence(), tools.corpus());
            if (found.isEmpty()) {
                return List.of(new Outcome.Dropped(sample, NOT_FOUND));
            }
            located.add(found.get());
        }
        return List.of(new Outcome.Kept(sample.withEvidence(List.copyOf(located))));
    }

    private static Optional<Evidence> locate(Evidence evidence, List<Evidence> shown, Corpus corpus) {
        if (evidence.located() && stands(evidence, corpus)) {
            return Optional.of(evidence);
        }
        Set<String> passages = new LinkedHashSet<>(List.of(evidence.passage()));
        shown.forEach(other -> passages.add(other.passage()));
        for (String id : passages) {
            Passage passage = corpus.passage(id);
            Optional<Span> span = Quotes.find(evidence.quote(), corpus.text(passage));
            if (span.isPresent()) {
                Span inDocument = span.get().from(passage.start());
                return Optional.of(Quoted.part(inDocument, passage, corpus.document(passage.document())));
            }
        }
        return Optional.empty();
    }

    private static boolean stands(Evidence evidence, Corpus corpus) {
        String text = corpus.document(evidence.document()).text();
        return evidence.end() <= text.length()
                && evidence.start() <= evidence.end()
                && text.substring(evidence.start(), evidence.end()).equals(evidence.quote());
    }
}
