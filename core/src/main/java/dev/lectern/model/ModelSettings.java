package dev.lectern.model;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How models are reached.
 *
 * @param baseUrl address for models that were named without one
 * @param concurrency calls in flight at most, over all models
 * @param maxCalls calls that the run folder may hold in all
 * @param timeout for one try of one call
 * @param firstPause before the second try; it doubles with each further one
 * @param environment where keys are looked up, by their customary names
 */
public record ModelSettings(
        Optional<String> baseUrl,
        int concurrency,
        OptionalLong maxCalls,
        Duration timeout,
        Duration firstPause,
        Map<String, String> environment) {
    /** Low enough for a small local server, high enough to be worth it. */
    public static final int DEFAULT_CONCURRENCY = 8;

    public ModelSettings {
        environment = Map.copyOf(environment);
    }

    public static ModelSettings of(Map<String, String> environment) {
        return new ModelSettings(
                Optional.empty(),
                DEFAULT_CONCURRENCY,
                OptionalLong.empty(),
                Duration.ofMinutes(5),
                Duration.ofMillis(500),
                environment);
    }

    public ModelSettings withBaseUrl(String newBaseUrl) {
        return new ModelSettings(Optional.of(newBaseUrl), concurrency, maxCalls, timeout, firstPause, environment);
    }

    public ModelSettings withConcurrency(int calls) {
        return new ModelSettings(baseUrl, calls, maxCalls, timeout, firstPause, environment);
    }

    public ModelSettings withMaxCalls(long calls) {
        return new ModelSettings(baseUrl, concurrency, OptionalLong.of(calls), timeout, firstPause, environment);
    }

    public ModelSettings withTimeout(Duration newTimeout) {
        return new ModelSettings(baseUrl, concurrency, maxCalls, newTimeout, firstPause, environment);
    }

    public ModelSettings withFirstPause(Duration pause) {
        return new ModelSettings(baseUrl, concurrency, maxCalls, timeout, pause, environment);
    }

    /** Keeps the environment, and so the keys, out of every message. */
    @Override
    public String toString() {
        return "ModelSettings[baseUrl=" + baseUrl + ", concurrency=" + concurrency + ", maxCalls=" + maxCalls + "]";
    }
}
