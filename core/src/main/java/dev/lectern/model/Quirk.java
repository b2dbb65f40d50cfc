package dev.lectern.model;

/** What some endpoint or model wants different. Learnt once from the error it gives, or known from its preset. */
public enum Quirk {
    /** Takes {@code max_completion_tokens} where others take {@code max_tokens}. */
    MAX_COMPLETION_TOKENS,
    /** Takes no limit on tokens at all. */
    NO_MAX_TOKENS,
    /** Takes no temperature, nor top_p: reasoning models. */
    NO_TEMPERATURE,
    /** JSON mode only if the word stands in the prompt. */
    SAY_JSON,
    /** Answers as a stream only. */
    STREAM_ONLY,
    /** Streams, but takes no {@code stream_options} to ask for usage. */
    NO_STREAM_OPTIONS,
    /** Thinks unless told not to, and then must be told: {@code enable_thinking: false}. */
    THINKING_OFF_SWITCH,
    /** Takes one system message, and it must be the first. */
    ONE_SYSTEM_MESSAGE,
    /** Takes no system message at all. */
    NO_SYSTEM_MESSAGE
}
