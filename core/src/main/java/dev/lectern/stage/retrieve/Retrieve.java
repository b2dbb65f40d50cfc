package dev.lectern.stage.retrieve;

import dev.lectern.corpus.Corpus;
import dev.lectern.corpus.Document;
import dev.lectern.corpus.Passage;
import dev.lectern.sample.Evidence;
import dev.lectern.sample.Outcome;
import dev.lectern.sample.Sample;
import dev.lectern.stage.PerSample;
import dev.lectern.stage.Tools;
import dev.lectern.stage.Trait;
import dev.lectern.stage.Use;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Sets out the evidence that an answer may draw on, whole passages in the order they stand in the corpus, never by score: a change of
 * ranks would be another request.
 *
 * @param mode {@code own}: the passages that the question came from and their neighbours
 * @param neighbours how many passages of the same document before and behind each are shown too
 */
public record Retrieve(String mode, int neighbours) implements PerSample {
    public Retrieve() {
        this("own", 1);
    }

    public Retrieve {
        if (!mode.equals("own")) {
            throw new IllegalArgumentException("the mode '" + mode + "' is not available in this version; known: own");
        } else if (neighbours < 0) {
            throw new IllegalArgumentException("neighbours must be 0 or more, not " + neighbours);
        }
    }

    @Override
    public Set<Trait> needs() {
        return Set.of(Trait.QUESTION, Trait.EVIDENCE);
    }

    @Override
    public Set<Use> uses() {
        return Set.of(new Use.Documents());
    }

    @Override
    public List<Outcome> apply(Sample sample, Tools tools) {
        Corpus corpus = tools.corpus();
        List<Passage> shown = new ArrayList<>();
        for (Evidence evidence : sample.evidence()) {
            List<Passage> document = corpus.passagesOf(evidence.document());
            int own = at(evidence.passage(), document);
            document.subList(Math.max(0, own - neighbours), Math.min(document.size(), own + neighbours + 1)).stream()
                    .filter(passage -> !shown.contains(passage))
                    .forEach(shown::add);
        }
        shown.sort(Comparator.comparing(Passage::document).thenComparing(Passage::start));
        return List.of(new Outcome.Kept(sample.withEvidence(
                shown.stream().map(passage -> whole(passage, corpus)).toList())));
    }

    private static int at(String id, List<Passage> passages) {
        for (int i = 0; i < passages.size(); i++) {
            if (passages.get(i).id().equals(id)) {
                return i;
            }
        }
        throw new IllegalArgumentException("passage " + id + " is not in its document");
    }

    private static Evidence whole(Passage passage, Corpus corpus) {
        Document document = corpus.document(passage.document());
        return new Evidence(
                passage.document(),
                passage.id(),
                passage.start(),
                passage.end(),
                passage.span().of(document.text()),
                Optional.of(document.uri()),
                passage.page());
    }
}
