package dev.lectern.stage.draw;

import dev.lectern.corpus.Document;
import dev.lectern.corpus.Passage;
import dev.lectern.sample.Evidence;
import dev.lectern.sample.Lineage;
import dev.lectern.sample.Sample;
import dev.lectern.stage.Quoted;
import dev.lectern.stage.Tools;
import dev.lectern.text.Hash;
import java.util.List;

/** A passage as a sample that questions will be born from; the tag {@code document} names its document. */
final class DrawnPassage {
    private DrawnPassage() {}

    static Sample of(String id, Tools tools) {
        Passage passage = tools.corpus().passage(id);
        Document document = tools.corpus().document(passage.document());
        Evidence whole = Quoted.whole(passage, document);
        return Sample.seedling(
                        Hash.id("draw", passage.id()), document.language(), List.of(whole), Lineage.of(tools.recipe()))
                .withTag("document", document.id());
    }
}
