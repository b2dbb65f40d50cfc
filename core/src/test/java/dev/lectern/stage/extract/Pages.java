package dev.lectern.stage.extract;

import dev.lectern.corpus.Corpus;
import dev.lectern.corpus.Derived;
import dev.lectern.corpus.Document;
import dev.lectern.corpus.DocumentBuilder;
import dev.lectern.corpus.Passage;
import dev.lectern.sample.Lineage;
import dev.lectern.sample.Outcome;
import dev.lectern.sample.Sample;
import dev.lectern.stage.FakeTools;
import dev.lectern.text.Hash;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;

/** Small pages about the product Flask, and what the stage makes of them. */
final class Pages implements Corpus {
    private final SortedMap<String, Document> byId = new TreeMap<>();
    private final Derived derived = new Derived();

    private Pages(List<Document> documents) {
        documents.forEach(d -> byId.put(d.id(), d));
    }

    static Pages of(Document... documents) {
        return new Pages(List.of(documents));
    }

    static Document page(String title, Consumer<DocumentBuilder> body) {
        DocumentBuilder builder = new DocumentBuilder();
        builder.heading(1, title, List.of());
        body.accept(builder);
        return builder.build("docs/" + Hash.id(title) + ".md", title, "en");
    }

    /** A page with one paragraph. */
    static Document saying(String title, String paragraph) {
        return page(title, b -> b.paragraph(paragraph, List.of()));
    }

    static List<Sample> rows(Document document) {
        return rows(List.of(document), new AskFromStructure(9, 1, "Flask", List.of(), true));
    }

    static List<Sample> rows(List<Document> documents, AskFromStructure stage) {
        var tools = new FakeTools(new Pages(documents));
        List<Sample> rows = new ArrayList<>();
        for (Document document : documents) {
            Sample seed = Sample.seedling(document.id(), "en", List.of(), Lineage.of("test"))
                    .withTag(AskFromStructure.DOCUMENT, document.id());
            for (Outcome outcome : stage.apply(seed, tools)) {
                if (outcome instanceof Outcome.Kept kept) {
                    rows.add(kept.sample());
                }
            }
        }
        return rows;
    }

    static Optional<Sample> row(Document document, String family) {
        return rows(document).stream()
                .filter(r -> family.equals(r.tags().get("family")))
                .findFirst();
    }

    @Override
    public Document document(String id) {
        return Optional.ofNullable(byId.get(id)).orElseThrow();
    }

    @Override
    public Passage passage(String id) {
        return everyPassage().filter(p -> p.id().equals(id)).findFirst().orElseThrow();
    }

    @Override
    public List<Passage> passagesOf(String document) {
        String text = document(document).text();
        int half = Math.max(1, text.indexOf("\n\n", text.length() / 2));
        List<Passage> passages = new ArrayList<>();
        for (int[] cut : new int[][] {{0, half}, {half, text.length()}}) {
            String id = Passage.idOf(document, text.substring(cut[0], cut[1]), 0);
            passages.add(new Passage(id, document, cut[0], cut[1], List.of(), OptionalInt.empty()));
        }
        return passages;
    }

    @Override
    public List<String> documents() {
        return List.copyOf(byId.keySet());
    }

    @Override
    public List<String> passages() {
        return byId.keySet().stream()
                .flatMap(d -> passagesOf(d).stream())
                .map(Passage::id)
                .sorted()
                .toList();
    }

    @Override
    public <T> T derived(Class<T> kind, Function<Corpus, T> make) {
        return derived.get(kind, this, make);
    }

    @Override
    public String digest() {
        return Hash.id(documents().toArray(String[]::new));
    }
}
