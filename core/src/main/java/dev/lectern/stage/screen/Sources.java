package dev.lectern.stage.screen;

import dev.lectern.corpus.Document;
import dev.lectern.corpus.Passage;
import dev.lectern.sample.Evidence;
import dev.lectern.sample.Sample;
import dev.lectern.sample.Turn;
import dev.lectern.stage.Tools;
import dev.lectern.text.claim.Support;
import dev.lectern.text.sums.Sums;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What an answer may draw on: its quotes, what the user and tools said, what was reckoned rightly from it, and the passages that the located quotes stand in. */
final class Sources {
    private Sources() {}

    /** All of it as texts. */
    static List<String> texts(Sample sample, Tools tools) {
        Support support = of(sample, tools);
        return Stream.concat(support.quotes().stream(), support.around().stream())
                .toList();
    }

    /** The chain of thought that the row is about; what a model happened to think about another row proves nothing. */
    static String chain(Sample sample) {
        return sample.task().equals("reasoning") && !sample.messages().isEmpty()
                ? sample.messages().getLast().reasoning().orElse("")
                : "";
    }

    static Support of(Sample sample, Tools tools) {
        List<String> quotes = new ArrayList<>();
        sample.evidence().stream().map(Evidence::quote).forEach(quotes::add);
        sample.messages().stream()
                .filter(turn -> turn.role().equals("user") || turn.role().equals("tool"))
                .map(Turn::content)
                .forEach(quotes::add);
        quotes.addAll(Sums.results(chain(sample)));
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
