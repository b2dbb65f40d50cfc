package dev.lectern.index;

import dev.lectern.model.Embedder;
import dev.lectern.model.Meaning;
import dev.lectern.text.Hash;
import dev.lectern.text.Languages;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Turns passages and questions into vectors, by the model for their language. Vectors of different models lie in different spaces and are
 * never compared, so a question finds passages of its own space only.
 */
public final class Meanings {
    /** What models want to be told of a question, as their makers say; passages stand as they are. */
    private static final Map<String, String> BEFORE_A_QUESTION = Map.of();

    private final SortedMap<String, Embedder> byLanguage;
    private final Embedder others;

    private Meanings(SortedMap<String, Embedder> byLanguage, Embedder others) {
        this.byLanguage = new TreeMap<>(byLanguage);
        this.others = others;
    }

    /** One model for all languages. */
    public static Meanings of(Embedder model) {
        return new Meanings(new TreeMap<>(), model);
    }

    /** Chinese texts by one model, all others by another. */
    public static Meanings of(Embedder chinese, Embedder others) {
        return new Meanings(new TreeMap<>(Map.of("zh", chinese)), others);
    }

    /** Texts of these languages, so that they can be held against each other. */
    public Meaning among(Collection<String> languages) {
        Map<String, Embedder> used = new TreeMap<>();
        languages.forEach(language -> used.put(modelOf(language).id().toString(), modelOf(language)));
        return new SharedSpace(used.isEmpty() ? List.of(others) : List.copyOf(used.values()), this::modelOf);
    }

    /** Which models there are and for what: part of the key of an index. */
    public String id() {
        SortedMap<String, String> ids = new TreeMap<>();
        byLanguage.forEach((language, model) -> ids.put(language, model.id().toString()));
        return ids + " " + others.id();
    }

    /** The space in which passages of the language lie. */
    String spaceOf(String language) {
        return space(modelOf(language));
    }

    /** The space in which a question is looked up. */
    String spaceOfQuestion(String question) {
        return spaceOf(Languages.of(question));
    }

    /** @param language of all the texts */
    List<float[]> ofPassages(String language, List<String> texts) {
        return modelOf(language).embed(texts);
    }

    /** The cosine of two texts; 0 where their languages lie in different spaces. */
    double likeness(String one, String other) {
        String language = Languages.of(one);
        if (!spaceOf(language).equals(spaceOf(Languages.of(other)))) {
            return 0;
        }
        List<float[]> both = ofPassages(language, List.of(one, other));
        double sum = 0;
        for (int i = 0; i < both.getFirst().length; i++) {
            sum += (double) both.getFirst()[i] * both.getLast()[i];
        }
        return sum;
    }

    float[] ofQuestion(String question) {
        Embedder model = modelOf(Languages.of(question));
        String before = BEFORE_A_QUESTION.getOrDefault(model.id().name(), "");
        return model.embed(List.of(before + question)).getFirst();
    }

    private Embedder modelOf(String language) {
        return byLanguage.getOrDefault(language.replaceFirst("-.*", ""), others);
    }

    private static String space(Embedder model) {
        return Hash.id(model.id().toString()).substring(0, 12);
    }
}
