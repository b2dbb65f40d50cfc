package dev.lectern.model;

/** Counts tokens as some model does, or nearly. Safe for many threads. */
public interface TokenCounter {
    /** What counts, for people: {@code o200k_base}, or the file of the tokenizer. */
    String name();

    long count(String text);

    /** Tokens of a request's messages, with the few that stand between them. */
    default long count(ChatRequest request) {
        long tokens = 3;
        for (ChatMessage message : request.messages()) {
            tokens += 4 + count(message.content());
        }
        return tokens;
    }
}
