package dev.lectern.bench.calls;

/** A way to ask a server many questions, so many at once. */
interface Load {
    /**
     * What came of a load.
     *
     * @param digest of all answers in the order of their questions; empty text where they were thrown away
     * @param limit in flight, where that was found out in the end
     */
    record Answers(int answered, String digest, int limit) {}

    /**
     * Asks questions 0 to {@code calls - 1}.
     *
     * @return how many were answered, and what they said
     */
    Answers run(String baseUrl, int calls, int inFlight) throws Exception;
}
