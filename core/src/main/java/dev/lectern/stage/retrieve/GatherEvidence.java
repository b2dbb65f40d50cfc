package dev.lectern.stage.retrieve;

import dev.lectern.corpus.Corpus;
import dev.lectern.corpus.Document;
import dev.lectern.corpus.Filter;
import dev.lectern.corpus.Hit;
import dev.lectern.corpus.Passage;
import dev.lectern.corpus.Retriever;
import dev.lectern.corpus.SomeDocuments;
import dev.lectern.corpus.WordIndex;
import dev.lectern.sample.Outcome;
import dev.lectern.sample.Sample;
import dev.lectern.stage.PerSample;
import dev.lectern.stage.Tools;
import dev.lectern.stage.Trait;
import dev.lectern.stage.Use;
import dev.lectern.text.Tokens;
import dev.lectern.web.Web;
import dev.lectern.web.WebManners;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Finds the passages that a question may be answered from, in the documents of the run and, where a search engine was named, on pages of
 * the web. Ranked together they fill a budget of tokens; shown they stand in passage order.
 *
 * @param index how the documents are searched: hybrid, lexical or vector; {@code off} leaves them out
 * @param top passages asked of the index
 * @param links pages of the web to read
 * @param resultPages pages of search results to look at until so many were read
 * @param tokens that the passages may have in all; one is always shown
 * @param ranked whether passages of pages are ranked; otherwise pages stand whole, one after another
 * @param characters where pages that stand whole are cut
 * @param allowHosts where not empty, no other pages are read
 * @param skipHosts pages that are not read
 * @param privateHosts hosts in a private network whose pages may be read
 * @param seconds for one page
 * @param megabytes larger pages are not read
 */
public record GatherEvidence(
        String index,
        int top,
        int links,
        int resultPages,
        int tokens,
        boolean ranked,
        int characters,
        List<String> allowHosts,
        List<String> skipHosts,
        List<String> privateHosts,
        int seconds,
        int megabytes)
        implements PerSample {
    /** Of reciprocal rank fusion, as its authors chose it (Cormack and others, SIGIR 2009). */
    private static final int FUSION = 60;

    private static final String OFF = "off";

    public GatherEvidence() {
        this("hybrid", 5, 3, 2, 2_000, true, 200_000, List.of(), List.of(), List.of(), 30, 5);
    }

    public GatherEvidence {
        allowHosts = List.copyOf(allowHosts);
        skipHosts = List.copyOf(skipHosts);
        privateHosts = List.copyOf(privateHosts);
        if (!index.equals(OFF)) {
            by(index);
        }
        if (top < 1 || links < 1 || resultPages < 1 || tokens < 1 || characters < 1 || seconds < 1 || megabytes < 1) {
            throw new IllegalArgumentException("all numbers must be 1 or more");
        }
    }

    @Override
    public Set<Trait> needs() {
        return Set.of(Trait.QUESTION);
    }

    @Override
    public Set<Trait> adds() {
        return Set.of(Trait.EVIDENCE);
    }

    @Override
    public Set<Use> uses() {
        return Set.of(new Use.Documents(), new Use.Web());
    }

    @Override
    public List<Outcome> apply(Sample sample, Tools tools) {
        Corpus corpus = tools.corpus();
        List<Passage> own = index.equals(OFF) || corpus.passages().isEmpty()
                ? List.of()
                : tools.retriever(by(index)).find(sample.instruction(), top, Filter.NONE).stream()
                        .map(Hit::passage)
                        .toList();
        String query = sample.extra().containsKey(WriteQuery.QUERY)
                ? sample.extra().get(WriteQuery.QUERY).asText()
                : sample.instruction();
        Web web = tools.supplies().web();
        List<Document> pages =
                web.searches() ? new PageReading(web, manners(), links, resultPages).of(query) : List.of();
        List<Passage> best = ranked ? ranked(sample, query, own, pages, corpus) : whole(own, pages, corpus);
        Sample asked = sample.without(WriteQuery.QUERY);
        return best.isEmpty()
                ? List.of(new Outcome.Dropped(asked, "no passage has anything to do with it"))
                : List.of(new Outcome.Kept(asked.withEvidence(Shown.inOrder(best, corpus))));
    }

    private WebManners manners() {
        return new WebManners(allowHosts, skipHosts, privateHosts, Duration.ofSeconds(seconds), (long) megabytes << 20);
    }

    /** Both lists by reciprocal rank, as scores of different indexes mean nothing to each other, as far as the budget goes. */
    private List<Passage> ranked(Sample sample, String query, List<Passage> own, List<Document> pages, Corpus corpus) {
        Corpus found =
                new SomeDocuments(corpus, pages.stream().map(Document::id).toList());
        List<Passage> fromPages =
                WordIndex.over(found).find(sample.instruction() + "\n" + query, 4 * links, Filter.NONE).stream()
                        .map(Hit::passage)
                        .toList();
        Map<Passage, Double> scores = new HashMap<>();
        for (List<Passage> list : List.of(own, fromPages)) {
            for (int i = 0; i < list.size(); i++) {
                scores.merge(list.get(i), 1.0 / (FUSION + i + 1), Double::sum);
            }
        }
        Set<Passage> all = new LinkedHashSet<>(own);
        all.addAll(fromPages);
        List<Passage> order = all.stream()
                .sorted(Comparator.<Passage>comparingDouble(passage -> -scores.getOrDefault(passage, 0.0))
                        .thenComparing(Passage::id))
                .toList();
        List<Passage> shown = new ArrayList<>();
        int left = tokens;
        for (Passage passage : order) {
            int size = Tokens.count(corpus.text(passage));
            if (shown.isEmpty() || size <= left) {
                shown.add(passage);
                left -= size;
            }
        }
        return shown;
    }

    /** Own passages, then pages one after another to their end, up to the cut. */
    private List<Passage> whole(List<Passage> own, List<Document> pages, Corpus corpus) {
        List<Passage> shown = new ArrayList<>();
        int left = characters;
        List<Passage> all = new ArrayList<>(own);
        pages.forEach(page -> all.addAll(corpus.passagesOf(page.id())));
        for (Passage passage : new LinkedHashSet<>(all)) {
            left -= passage.end() - passage.start();
            if (left < 0 && !shown.isEmpty()) {
                break;
            }
            shown.add(passage);
        }
        return shown;
    }

    private static Retriever.By by(String name) {
        for (Retriever.By by : Retriever.By.values()) {
            if (by.name().toLowerCase(Locale.ROOT).equals(name)) {
                return by;
            }
        }
        throw new IllegalArgumentException("unknown index '" + name + "'; known: hybrid, lexical, vector, off");
    }
}
