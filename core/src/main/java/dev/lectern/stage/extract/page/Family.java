package dev.lectern.stage.extract.page;

import java.util.function.Consumer;

/** One pattern that turns structure into questions, in one language: definitions, how-to sentences, tables … Keeps nothing between pages. */
public interface Family {
    /** Lower case, the same in all languages: {@code definition}, {@code how-to-purpose}. Stands in the sample's tag {@code family}. */
    String name();

    /** The task kind of its samples. */
    String task();

    /** Families that are right less often: off unless a recipe asks for them. */
    default boolean secondTier() {
        return false;
    }

    /** Rows from one page at most; families that repeat themselves say a small number. */
    default int perPage() {
        return Integer.MAX_VALUE;
    }

    /** Whether the author wrote the questions too: then no share of a section or a page holds them back. */
    default boolean authored() {
        return false;
    }

    /** Rows from one section at most, where a recipe's setting is {@code usual}. */
    default int perSection(int usual) {
        return authored() ? Integer.MAX_VALUE : usual;
    }

    /** Offers what it finds on the page, in text order. What holds for every family is checked afterwards by {@link Language#refusal}. */
    void find(Page page, Consumer<Find> out);
}
