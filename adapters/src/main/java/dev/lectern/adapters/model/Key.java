package dev.lectern.adapters.model;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A secret that prints as stars, and takes itself out of what others print. Empty where none is needed. */
final class Key {
    private static final String STARS = "***";

    /** How the keys of some providers begin. */
    private static final Map<String, String> OWNERS = new TreeMap<>(Map.of(
            "sk-ant-", "Anthropic",
            "sk-or-", "OpenRouter",
            "sk-proj-", "OpenAI",
            "AIza", "Google",
            "gsk_", "Groq",
            "hf_", "Hugging Face",
            "xai-", "xAI"));

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

    /** Whose key it seems to be, by its first letters. */
    Optional<String> owner() {
        return OWNERS.entrySet().stream()
                .filter(owner -> secret.startsWith(owner.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** @param scheme what stands before it, such as {@code Bearer} and a blank */
    String header(String scheme) {
        return scheme + secret;
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
