package dev.lectern.bench.calls;

/** A way to ask a server many questions, so many at once. */
interface Load {
    /**
     * Asks questions 0 to {@code calls - 1}.
     *
     * @return how many were answered
     */
    int run(String baseUrl, int calls, int inFlight) throws Exception;
}
