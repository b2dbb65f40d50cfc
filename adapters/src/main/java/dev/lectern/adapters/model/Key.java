package dev.lectern.adapters.model;

/** A secret that prints as stars, and takes itself out of what others print. Empty where none is needed. */
final class Key {
    private static final String STARS = "***";

    private final String secret;

    Key(String secret) {
        this.secret = secret.strip();
    }

    boolean isEmpty() {
        return secret.isEmpty();
    }

    /** Whether it can stand in a header. Java's own complaint about one that can't would print it. */
    boolean isClean() {
        return secret.matches("[\\x21-\\x7e]*");
    }

    String header() {
        return "Bearer " + secret;
    }

    /** The text with the secret blotted out: servers like to repeat what they don't accept. */
    String hide(String text) {
        return secret.isEmpty() ? text : text.replace(secret, STARS);
    }

    @Override
    public String toString() {
        return STARS;
    }
}
