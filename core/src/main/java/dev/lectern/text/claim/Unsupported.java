package dev.lectern.text.claim;

/**
 * Something that a text claims and its sources do not state.
 *
 * @param fault what kind of thing it is, as the reason of a drop
 * @param claim the words themselves
 */
public record Unsupported(String fault, String claim) {
    public static final String NUMBER = "invented number";
    public static final String NAME = "invented name";
}
