package dev.lectern.testkit;

import java.util.OptionalInt;

/**
 * What the model says.
 *
 * @param finish {@code stop}, {@code length} or {@code content_filter}
 * @param refusal its words if it refuses, else empty text
 */
record Said(String text, String reasoning, String finish, String refusal, int promptTokens, int completionTokens) {
    private static final int CHARACTERS_A_TOKEN = 4;

    /** A reply that keeps to the limit of tokens, as a model does: it stops in the middle. */
    static Said of(String text, String reasoning, int promptTokens, OptionalInt maxTokens) {
        int tokens = tokens(text) + tokens(reasoning);
        if (maxTokens.isPresent() && tokens > maxTokens.getAsInt()) {
            int left = Math.max(0, maxTokens.getAsInt() - tokens(reasoning)) * CHARACTERS_A_TOKEN;
            String begun = text.substring(0, Math.min(left, text.length()));
            return new Said(begun, reasoning, "length", "", promptTokens, maxTokens.getAsInt());
        }
        return new Said(text, reasoning, "stop", "", promptTokens, tokens);
    }

    static int tokens(String text) {
        return (text.length() + CHARACTERS_A_TOKEN - 1) / CHARACTERS_A_TOKEN;
    }

    Said withText(String newText) {
        return new Said(newText, reasoning, finish, refusal, promptTokens, completionTokens);
    }

    Said withFinish(String newFinish, int newTokens) {
        return new Said(text, reasoning, newFinish, refusal, promptTokens, newTokens);
    }

    Said refusing(String words) {
        return new Said("", "", finish, words, promptTokens, tokens(words));
    }
}
