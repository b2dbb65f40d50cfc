package dev.lectern.stage.draw;

import dev.lectern.corpus.Document;
import dev.lectern.corpus.Passage;
import dev.lectern.sample.Evidence;
import dev.lectern.sample.Lineage;
import dev.lectern.sample.Sample;
import dev.lectern.stage.Tools;
import dev.lectern.text.Hash;
import java.util.List;
import java.util.Optional;

/** A passage as a sample that questions will be born from; the tag {@code document} names its document. */
final class DrawnPassage {
    private DrawnPassage() {}

    static Sample of(String id, Tools tools) {
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
