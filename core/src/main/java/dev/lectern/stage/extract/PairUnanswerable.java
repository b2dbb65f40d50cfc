package dev.lectern.stage.extract;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.lectern.corpus.Corpus;
import dev.lectern.corpus.Document;
import dev.lectern.sample.Evidence;
import dev.lectern.sample.Outcome;
import dev.lectern.sample.Sample;
import dev.lectern.sample.Turn;
import dev.lectern.stage.PerSample;
import dev.lectern.stage.Quoted;
import dev.lectern.stage.Tools;
import dev.lectern.stage.Trait;
import dev.lectern.stage.Use;
import dev.lectern.stage.extract.page.Lexicon;
import dev.lectern.text.Han;
import dev.lectern.text.Hash;
import dev.lectern.text.Languages;
import dev.lectern.text.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Puts some questions to a passage of another page of the same folder, which does not answer them, with the one honest answer.
 * That answer is the only text of these rows that no document holds; the passage is their evidence.
 *
 * @param share of the rows that fit (definitions, how-tos) that are tried; 0 leaves the stage out
 */
public record PairUnanswerable(double share) implements PerSample {
    private static final String TASK = "unanswerable";
    private static final Set<String> FAMILIES =
            Set.of("definition", "how-to-purpose", "how-to-section", "explanation", "goal", "how-to");
    private static final Set<String> COMMON = Set.copyOf(Lexicon.lines("stop-words-en.txt"));
    private static final int DOCUMENTS_TRIED = 6;
    private static final int WORDS_AT_LEAST = 35;
    private static final int WORDS_AT_MOST = 250;
    private static final int PARTS = 1_000_000;

    private static final List<String> ASK_EN = List.of(
            "%s Answer from the passage below, and say so if it does not tell.",
            "Using only the passage below: %s If the answer isn't there, say that.",
            "%s Rely on this passage alone; if it says nothing about that, tell me.");
    private static final List<String> REFUSE_EN = List.of(
            "The passage does not say.", "That isn't answered in the passage.", "The passage says nothing about that.");
    private static final List<String> ASK_ZH =
            List.of("%s只根据下面这段文字回答，没有提到就直说。", "请依据下面的文字回答：%s如果里面没有答案，请说明。", "%s只看下面这段，没写的话告诉我没有。");
    private static final List<String> REFUSE_ZH = List.of("这段文字没有提到。", "下面的文字里没有这个问题的答案。", "文中没有说明这一点。");
    private static final List<String> ASK_ZH_HANT =
            List.of("%s只根據下面這段文字回答，沒有提到就直說。", "請依據下面的文字回答：%s如果裡面沒有答案，請說明。", "%s只看下面這段，沒寫的話告訴我沒有。");
    private static final List<String> REFUSE_ZH_HANT = List.of("這段文字沒有提到。", "下面的文字裡沒有這個問題的答案。", "文中沒有說明這一點。");

    public PairUnanswerable {
        if (share < 0 || share > 1) {
            throw new IllegalArgumentException("share must lie between 0 and 1, not " + share);
        }
    }

    public PairUnanswerable() {
        this(0);
    }

    @Override
    public Set<Trait> needs() {
        return Set.of(Trait.QUESTION, Trait.ANSWER, Trait.tag("family"));
    }

    @Override
    public Set<Use> uses() {
        return Set.of(new Use.Documents());
    }

    @Override
    public List<Outcome> apply(Sample row, Tools tools) {
        String question = row.instruction();
        boolean fits = FAMILIES.contains(row.tags().getOrDefault("family", ""))
                && row.extra().isEmpty();
        if (!fits || tools.chance().pick(PARTS, question, "try") >= share * PARTS) {
            return List.of(new Outcome.Kept(row));
        }
        return silent(row, tools)
                .map(passage -> List.<Outcome>of(new Outcome.Kept(row), new Outcome.Kept(pair(row, passage, tools))))
                .orElseGet(() -> List.of(new Outcome.Kept(row)));
    }

    /** Documents by folder and language, so that a question stays with its own product. */
    private record Folders(Map<String, List<String>> documents) {
        static Folders of(Corpus corpus) {
            Map<String, List<String>> byPlace = new TreeMap<>();
            try (Stream<Document> documents = corpus.everyDocument()) {
                documents.forEach(document -> byPlace.computeIfAbsent(place(document), place -> new ArrayList<>())
                        .add(document.id()));
            }
            return new Folders(byPlace);
        }

        static String place(Document document) {
            int slash = document.uri().lastIndexOf('/');
            return document.language() + " " + document.uri().substring(0, Math.max(0, slash));
        }
    }

    /** A passage of another page that says nothing of the question: none of the question's own words stands in it. */
    private static Optional<Evidence> silent(Sample row, Tools tools) {
        Corpus corpus = tools.corpus();
        String own = row.tags().getOrDefault(AskFromStructure.DOCUMENT, "");
        Document asked = corpus.document(own);
        Set<String> words = tellingWords(row.instruction());
        return corpus
                .derived(Folders.class, Folders::of)
                .documents()
                .getOrDefault(Folders.place(asked), List.of())
                .stream()
                .filter(id -> !id.equals(own))
                .map(corpus::document)
                .sorted(byChance(tools, row, Document::title))
                .limit(DOCUMENTS_TRIED)
                .flatMap(d -> corpus.passagesOf(d.id()).stream()
                        .filter(p -> plain(p.span().of(d.text())))
                        .filter(p ->
                                saysNothingOf(words, p.headings() + p.span().of(d.text()), asked))
                        .sorted(byChance(tools, row, p -> p.span().of(d.text())))
                        .map(p -> Quoted.whole(p, d)))
                .findFirst();
    }

    private static <T> Comparator<T> byChance(Tools tools, Sample row, Function<T, String> words) {
        return Comparator.comparing(
                (T t) -> tools.chance().rank(row.instruction() + "\n" + words.apply(t)), Long::compareUnsigned);
    }

    private static boolean plain(String passage) {
        int words = Words.count(passage);
        return words >= WORDS_AT_LEAST && words <= WORDS_AT_MOST && !passage.contains("```") && !passage.contains("|");
    }

    /** At most one word is shared, and that one only if the whole other page is full of it: the product's name. */
    private static boolean saysNothingOf(Set<String> words, String passage, Document asked) {
        Set<String> there = tellingWords(passage);
        Set<String> everywhere = tellingWords(asked.title());
        long shared = words.stream().filter(there::contains).count();
        return shared <= 1 && words.stream().noneMatch(w -> there.contains(w) && everywhere.contains(w));
    }

    /** Words that are not common; pairs of neighbouring characters for Chinese. */
    private static Set<String> tellingWords(String text) {
        List<String> words = Words.of(text);
        Set<String> telling = words.stream()
                .filter(w -> w.length() > 2 && !COMMON.contains(w))
                .map(w -> w.endsWith("s") && w.length() > 4 ? w.substring(0, w.length() - 1) : w)
                .collect(Collectors.toCollection(HashSet::new));
        for (int i = 0; i + 1 < words.size(); i++) {
            if (Han.any(words.get(i)) && Han.any(words.get(i + 1))) {
                telling.add(words.get(i) + words.get(i + 1));
            }
        }
        return telling;
    }

    private static Sample pair(Sample row, Evidence passage, Tools tools) {
        boolean chinese = row.language().startsWith("zh");
        boolean traditional = chinese && Languages.isTraditional(row.instruction() + passage.quote());
        List<String> asks = !chinese ? ASK_EN : traditional ? ASK_ZH_HANT : ASK_ZH;
        List<String> refusals = !chinese ? REFUSE_EN : traditional ? REFUSE_ZH_HANT : REFUSE_ZH;
        String key = row.instruction() + "\n" + passage.quote();
        String ask = String.format(asks.get(tools.chance().pick(asks.size(), key, "ask")), row.instruction());
        String refusal = refusals.get(tools.chance().pick(refusals.size(), key, "refuse"));
        String id = Hash.id(row.id(), tools.chance().place(), ask, passage.quote());
        return row.child(id, List.of(Turn.user(ask + "\n\n" + passage.quote()), Turn.assistant(refusal)), TASK)
                .withEvidence(List.of(passage))
                .withTag("family", "unanswerable")
                .withExtra("input", TextNode.valueOf(passage.quote()));
    }
}
