package dev.lectern.stage.ask;

import dev.lectern.corpus.Filter;
import dev.lectern.corpus.Hit;
import dev.lectern.corpus.Passage;
import dev.lectern.corpus.Retriever;
import dev.lectern.prompt.AskReply;
import dev.lectern.prompt.Understood;
import dev.lectern.sample.Evidence;
import dev.lectern.sample.Outcome;
import dev.lectern.sample.Sample;
import dev.lectern.stage.PerSample;
import dev.lectern.stage.Quoted;
import dev.lectern.stage.Tools;
import dev.lectern.stage.Trait;
import dev.lectern.stage.Use;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Has a model write questions that take more than one document to answer: a passage is shown with passages of other documents that have to do
 * with it. Such questions are born beside the passage's sample, which goes on to be asked about by itself; {@code screen-hops} makes sure later
 * that the answer rests on several documents.
 *
 * @param share of the passages that are asked across, by a stable draw
 * @param count questions at most
 * @param others passages of other documents that are shown along
 */
public record AskAcrossDocuments(double share, int count, int others) implements PerSample {
    /** The tag of a question that takes several documents. */
    static final String TAG = "hops";

    private static final String PROMPT = "ask-across-documents/instructions";

    public AskAcrossDocuments() {
        this(0.2, 1, 2);
    }

    public AskAcrossDocuments {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("share must be from 0 to 1, not " + share);
        } else if (count < 1 || others < 1) {
            throw new IllegalArgumentException("count and others must be 1 or more");
        }
    }

    @Override
    public Set<Trait> needs() {
        return Set.of(Trait.EVIDENCE);
    }

    @Override
    public Set<Use> uses() {
        return Set.of(new Use.Role("writer"), new Use.PromptFile(PROMPT), new Use.Index(Retriever.By.LEXICAL));
    }

    @Override
    public List<Outcome> apply(Sample sample, Tools tools) {
        String text = Shown.text(sample, tools);
        if (!sample.instruction().isEmpty() || !Shown.drawn(share, tools, text)) {
            return List.of(new Outcome.Kept(sample));
        }
        List<Passage> found = found(sample, tools);
        if (found.isEmpty()) {
            return List.of(new Outcome.Kept(sample));
        }
        List<Evidence> evidence = Stream.concat(
                        sample.evidence().stream(),
                        found.stream().map(passage -> Quoted.whole(passage, tools.corpus())))
                .sorted(Comparator.comparing(Evidence::document).thenComparing(Evidence::start))
                .toList();
        Sample wide = sample.withEvidence(evidence);
        Understood<AskReply> reply = Shown.ask(PROMPT, wide, Map.of("count", Integer.toString(count)), tools);
        return Shown.beside(sample, wide, reply, count, "qa", tools, child -> child.withTag(TAG, "several"));
    }

    /** The best passage of each of so many other documents. */
    private List<Passage> found(Sample sample, Tools tools) {
        Set<String> own =
                Set.copyOf(sample.evidence().stream().map(Evidence::document).toList());
        String text = sample.evidence().getFirst().quote();
        List<Passage> passages =
                tools.retriever(Retriever.By.LEXICAL).find(text, others * 4, Filter.NONE.notIn(own)).stream()
                        .map(Hit::passage)
                        .toList();
        return passages.stream()
                .filter(passage -> first(passage, passages))
                .limit(others)
                .toList();
    }

    private static boolean first(Passage passage, List<Passage> passages) {
        return passages.stream()
                .filter(other -> other.document().equals(passage.document()))
                .findFirst()
                .filter(passage::equals)
                .isPresent();
    }
}
