package dev.lectern.stage.extract;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.lectern.corpus.Document;
import dev.lectern.corpus.Span;
import dev.lectern.sample.Evidence;
import dev.lectern.sample.Outcome;
import dev.lectern.sample.Sample;
import dev.lectern.sample.Turn;
import dev.lectern.stage.PerSample;
import dev.lectern.stage.Tools;
import dev.lectern.stage.Trait;
import dev.lectern.stage.Use;
import dev.lectern.stage.extract.page.Family;
import dev.lectern.stage.extract.page.Find;
import dev.lectern.stage.extract.page.Language;
import dev.lectern.stage.extract.page.Page;
import dev.lectern.stage.extract.page.Products;
import dev.lectern.text.Hash;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Turns a document into questions and answers copied from it, word for word. A document that gives nothing good gives
 * nothing: it is dropped with that reason.
 *
 * @param perSection rows from one section at most
 * @param wordsPerRow a page gives at most one row for so many words
 * @param product the name to use instead of the one found; empty finds it
 * @param without families left out, by name
 * @param secondTier whether the families that are right less often take part
 */
public record AskFromStructure(
        int perSection, int wordsPerRow, String product, List<String> without, boolean secondTier)
        implements PerSample {
    /** The tag of an incoming sample that names its document, and of a row that comes out. */
    public static final String DOCUMENT = "document";

    public AskFromStructure {
        without = List.copyOf(without);
        if (perSection < 1 || wordsPerRow < 1) {
            throw new IllegalArgumentException("per-section and words-per-row begin at 1");
        }
    }

    public AskFromStructure() {
        this(2, 120, "", List.of(), false);
    }

    @Override
    public Set<Trait> needs() {
        return Set.of(Trait.DOCUMENT);
    }

    @Override
    public Set<Trait> adds() {
        return Set.of(Trait.QUESTION, Trait.EVIDENCE, Trait.ANSWER, Trait.tag("family"));
    }

    @Override
    public Set<Use> uses() {
        return Set.of(new Use.Documents());
    }

    @Override
    public List<Outcome> apply(Sample sample, Tools tools) {
        Document document = tools.corpus().document(sample.tags().getOrDefault(DOCUMENT, ""));
        Optional<Language> language = Languages.of(document.language());
        if (language.isEmpty()) {
            return List.of(new Outcome.Dropped(sample, "neither English nor Chinese: " + document.language()));
        }
        Page page = Page.of(document, productOf(document, tools));
        var evidence = new EvidenceOf(document, tools.corpus().passagesOf(document.id()));
        List<Outcome> born = new ArrayList<>();
        var wordings = new Wordings(page, tools.chance());
        for (Find find : choose(page, language.get())) {
            List<Span> copied = new ArrayList<>(find.input().stream().toList());
            copied.addAll(find.answer().spans());
            List<Evidence> quotes = evidence.of(copied);
            if (!quotes.isEmpty()) {
                born.add(new Outcome.Kept(row(sample, page, find, wordings.of(find), quotes, tools)));
            }
        }
        return born.isEmpty() ? List.of(new Outcome.Dropped(sample, "nothing good enough to ask")) : born;
    }

    private Optional<String> productOf(Document document, Tools tools) {
        return product.isBlank()
                ? tools.corpus().derived(Products.class, Products::of).of(document)
                : Optional.of(product);
    }

    private List<Find> choose(Page page, Language language) {
        List<Find> finds = new ArrayList<>();
        for (Family family : language.families()) {
            if (!without.contains(family.name()) && (secondTier || !family.secondTier())) {
                family.find(page, find -> {
                    if (language.refusal(page, find).isEmpty()) {
                        finds.add(find);
                    }
                });
            }
        }
        return new Selection(page, language, perSection, wordsPerRow).of(finds);
    }

    private static Sample row(
            Sample sample, Page page, Find find, String instruction, List<Evidence> quotes, Tools tools) {
        String answer = find.answer().text(page.text());
        Optional<String> input = find.input().map(page::text);
        String asked = instruction + input.map(i -> "\n\n" + i).orElse("");
        String id = Hash.id(sample.id(), tools.chance().place(), asked + "\n" + answer);
        Sample row = sample.child(
                        id,
                        List.of(Turn.user(asked), Turn.assistant(answer)),
                        find.family().task())
                .withLanguage(page.document().language())
                .withEvidence(quotes)
                .withTag("family", find.family().name())
                .withTag(DOCUMENT, page.document().id());
        return input.isEmpty() ? row : row.withExtra("input", TextNode.valueOf(input.get()));
    }
}
