package dev.lectern.stage.draw;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lectern.corpus.Corpus;
import dev.lectern.corpus.Document;
import dev.lectern.corpus.Filter;
import dev.lectern.corpus.Hit;
import dev.lectern.corpus.Passage;
import dev.lectern.corpus.Retriever;
import dev.lectern.sample.Evidence;
import dev.lectern.sample.Lineage;
import dev.lectern.sample.Sample;
import dev.lectern.seed.Fact;
import dev.lectern.stage.Draw;
import dev.lectern.stage.Quoted;
import dev.lectern.stage.Tools;
import dev.lectern.stage.Trait;
import dev.lectern.stage.Use;
import dev.lectern.text.Hash;
import dev.lectern.text.Json;
import dev.lectern.web.WebManners;
import dev.lectern.web.WebPage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Every fact once, with the passages of its source that say what holds now; and beside it, as a guard, a passage near by that says nothing
 * of any of them. What has changed stands in {@code extra.fact}; the tag {@code fact} names it, another tag marks what has not changed.
 *
 * @param passages of a source that are shown at most
 * @param guards unchanged passages for each fact
 * @param privateHosts hosts in a private network whose pages may be sources
 */
public record DrawFacts(int passages, int guards, List<String> privateHosts) implements Draw<DrawFacts.Names> {
    /** How far down the list of what is near a fact a guard is looked for. */
    private static final int NEAR = 200;

    private static final long LARGEST_PAGE = 5L << 20;

    public DrawFacts() {
        this(3, 1, List.of());
    }

    public DrawFacts {
        privateHosts = List.copyOf(privateHosts);
        if (passages < 1 || guards < 0) {
            throw new IllegalArgumentException("passages must be 1 or more, guards 0 or more");
        }
    }

    /** Ids of the documents by their uris. */
    public record Names(SortedMap<String, String> byUri) {}

    @Override
    public Names open(Tools tools) {
        SortedMap<String, String> byUri = new TreeMap<>();
        try (Stream<Document> all = tools.corpus().everyDocument()) {
            all.forEach(document -> byUri.put(document.uri(), document.id()));
        }
        return new Names(byUri);
    }

    @Override
    public Set<Trait> adds() {
        return Set.of(Trait.EVIDENCE, Trait.tag("fact"));
    }

    @Override
    public Set<Use> uses() {
        return Set.of(new Use.Facts(), new Use.Web());
    }

    @Override
    public Stream<Sample> draw(Names names, int round, Tools tools) {
        if (round > 0) {
            return Stream.empty();
        }
        return tools.supplies().facts().facts().stream().flatMap(fact -> {
            List<Sample> samples = new ArrayList<>();
            List<Passage> saying = saying(fact, names, tools);
            samples.add(sample(fact, saying, "changed", tools));
            unchanged(fact, tools).forEach(passage -> samples.add(sample(fact, List.of(passage), "guard", tools)));
            return samples.stream();
        });
    }

    /** The passages of the source that say what holds now; none if it doesn't. */
    private List<Passage> saying(Fact fact, Names names, Tools tools) {
        Corpus corpus = tools.corpus();
        return source(fact, names, tools).stream()
                .flatMap(document -> corpus.passagesOf(document).stream())
                .filter(passage -> fact.saysNow(corpus.text(passage)))
                .limit(passages)
                .toList();
    }

    private Optional<String> source(Fact fact, Names names, Tools tools) {
        if (fact.onTheWeb()) {
            WebManners manners =
                    new WebManners(List.of(), List.of(), privateHosts, Duration.ofSeconds(30), LARGEST_PAGE);
            return tools.supplies().web().read(fact.source(), manners) instanceof WebPage.Read page
                    ? Optional.of(page.document().id())
                    : Optional.empty();
        }
        return names.byUri().entrySet().stream()
                .filter(document -> fact.namesDocument(document.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .or(() -> Optional.of(Document.idOf(fact.ownUri())));
    }

    /** What is nearest to the fact and says nothing of any that has changed: the likeliest to be changed by mistake. */
    private List<Passage> unchanged(Fact fact, Tools tools) {
        Corpus corpus = tools.corpus();
        if (corpus.passages().isEmpty() || guards == 0) {
            return List.of();
        }
        String about = fact.question().orElse("") + "\n" + fact.now();
        return tools.retriever(Retriever.By.LEXICAL).find(about, NEAR, Filter.NONE).stream()
                .map(Hit::passage)
                .filter(passage -> tools.supplies().facts().facts().stream()
                        .noneMatch(each -> each.saysNow(corpus.text(passage)) || each.saysBefore(corpus.text(passage))))
                .limit(guards)
                .toList();
    }

    private static Sample sample(Fact fact, List<Passage> shown, String kind, Tools tools) {
        Corpus corpus = tools.corpus();
        List<Evidence> evidence =
                shown.stream().map(passage -> Quoted.whole(passage, corpus)).toList();
        String id = Hash.id(
                "fact", fact.id(), kind, shown.isEmpty() ? "" : shown.getFirst().id());
        ObjectNode said = Json.mapper().valueToTree(fact);
        said.remove(List.of("id", "line", "language"));
        Lineage lineage = Lineage.of(tools.recipe()).withSeed(fact.id());
        Sample drawn = Sample.seedling(id, fact.language(), evidence, lineage)
                .withTag("fact", fact.id())
                .withExtra("fact", said);
        return kind.equals("guard") ? drawn.withTag("guard", "unchanged") : drawn;
    }
}
