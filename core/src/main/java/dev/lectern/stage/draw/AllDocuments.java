package dev.lectern.stage.draw;

import dev.lectern.corpus.Document;
import dev.lectern.sample.Lineage;
import dev.lectern.sample.Sample;
import dev.lectern.stage.Draw;
import dev.lectern.stage.Tools;
import dev.lectern.stage.Trait;
import dev.lectern.text.Hash;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Every document once, in the first round, in id order; the tag {@code document} names it. */
public record AllDocuments() implements Draw<AllDocuments.Nothing> {
    /** No memory. */
    public record Nothing() {}

    @Override
    public Nothing open(Tools tools) {
        return new Nothing();
    }

    @Override
    public Stream<Sample> draw(Nothing memory, int round, Tools tools) {
        if (round > 0) {
            return Stream.empty();
        }
        return tools.corpus().everyDocument().map(document -> sample(document, tools));
    }

    @Override
    public Set<Trait> adds() {
        return Set.of(Trait.DOCUMENT);
    }

    private static Sample sample(Document document, Tools tools) {
        String id = Hash.id("draw", document.id());
        return Sample.seedling(id, document.language(), List.of(), Lineage.of(tools.recipe()))
                .withTag("document", document.id());
    }
}
