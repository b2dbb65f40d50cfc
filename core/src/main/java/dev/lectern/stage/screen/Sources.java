package dev.lectern.stage.screen;

import dev.lectern.corpus.Document;
import dev.lectern.corpus.Passage;
import dev.lectern.sample.Evidence;
import dev.lectern.sample.Sample;
import dev.lectern.stage.Tools;
import dev.lectern.text.claim.Support;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What an answer may draw on: its quotes, its instruction, and the passages that the located quotes stand in. */
final class Sources {
    private Sources() {}

    /** All of it as texts. */
    static List<String> texts(Sample sample, Tools tools) {
        Support support = of(sample, tools);
        return Stream.concat(support.quotes().stream(), support.around().stream())
                .toList();
    }

    static Support of(Sample sample, Tools tools) {
        List<String> quotes = Stream.concat(
                        sample.evidence().stream().map(Evidence::quote), Stream.of(sample.instruction()))
                .toList();
        Set<String> passages = new LinkedHashSet<>();
        sample.evidence().stream()
                .filter(Evidence::located)
                .map(Evidence::passage)
                .forEach(passages::add);
        List<String> around = new ArrayList<>();
        for (String id : passages) {
            Passage passage = tools.corpus().passage(id);
            Document document = tools.corpus().document(passage.document());
            around.add(passage.span().of(document.text()));
            around.addAll(passage.headings());
            around.add(document.title());
        }
        return Support.of(quotes, around);
    }
}
