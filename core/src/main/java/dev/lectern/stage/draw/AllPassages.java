package dev.lectern.stage.draw;

import dev.lectern.corpus.Document;
import dev.lectern.corpus.Passage;
import dev.lectern.sample.Evidence;
import dev.lectern.sample.Lineage;
import dev.lectern.sample.Sample;
import dev.lectern.stage.Draw;
import dev.lectern.stage.Tools;
import dev.lectern.stage.Trait;
import dev.lectern.text.Hash;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Every passage once, in hash order, so that a part of them is an unbiased part.
 *
 * @param perRound how many a round draws; 0 = all in one round
 */
public record AllPassages(int perRound) implements Draw<List<String>> {
    public AllPassages() {
        this(0);
    }

    /** Ids of all passages in hash order; the rank is of (headings, text), so that an edit elsewhere re-draws nothing. */
    @Override
    public List<String> open(Tools tools) {
        record Ranked(long rank, String id) {}
        List<Ranked> ranked = new ArrayList<>();
        tools.corpus().everyDocument().forEach(document -> {
            for (Passage passage : tools.corpus().passagesOf(document.id())) {
                ranked.add(new Ranked(
                        tools.chance()
                                .rank(passage.headings() + "\n" + passage.span().of(document.text())),
                        passage.id()));
            }
        });
        ranked.sort(Comparator.comparing(Ranked::rank, Long::compareUnsigned).thenComparing(Ranked::id));
        return ranked.stream().map(Ranked::id).toList();
    }

    @Override
    public Stream<Sample> draw(List<String> order, int round, Tools tools) {
        int size = perRound == 0 ? order.size() : perRound;
        long from = (long) round * size;
        return order.stream().skip(from).limit(size).map(id -> sample(id, tools));
    }

    @Override
    public Set<Trait> adds() {
        return Set.of(Trait.PASSAGE, Trait.EVIDENCE);
    }

    private static Sample sample(String id, Tools tools) {
        Passage passage = tools.corpus().passage(id);
        Document document = tools.corpus().document(passage.document());
        Evidence whole = new Evidence(
                document.id(),
                passage.id(),
                passage.start(),
                passage.end(),
                passage.span().of(document.text()),
                Optional.of(document.uri()),
                passage.page());
        return Sample.seedling(
                        Hash.id("draw", passage.id()), document.language(), List.of(whole), Lineage.of(tools.recipe()))
                .withTag("document", document.id());
    }
}
