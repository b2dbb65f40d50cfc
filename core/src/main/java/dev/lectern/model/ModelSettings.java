package dev.lectern.model;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How models are reached.
 *
 * @param baseUrl address for models that were named without one
 * @param concurrency calls in flight at most, over all models; empty leaves it to adaptive control, which starts low
 * @param maxCalls requests that the run folder may make in all
 * @param maxCost money that the run folder may spend in all
 * @param batch whether calls go through the providers' batch interfaces
 * @param setups models that the project set up, by its names for them
 * @param roleParameters temperature, top_p … by role
 * @param prices a price file that stands before the table that ships
 * @param timeout for one try of one call
 * @param firstPause before the second try; it doubles with each further one
 * @param patience for one call with all its tries and pauses
 * @param environment where keys are looked up, by their customary names
 */
public record ModelSettings(
        Optional<String> baseUrl,
        OptionalInt concurrency,
        OptionalLong maxCalls,
        Optional<BigDecimal> maxCost,
        boolean batch,
        SortedMap<String, ModelSetup> setups,
        SortedMap<String, SortedMap<String, Object>> roleParameters,
        Optional<Path> prices,
        Duration timeout,
        Duration firstPause,
        Duration patience,
        Map<String, String> environment) {
    public ModelSettings {
        setups = Collections.unmodifiableSortedMap(new TreeMap<>(setups));
        roleParameters = Collections.unmodifiableSortedMap(new TreeMap<>(roleParameters));
        environment = Map.copyOf(environment);
    }

    public static ModelSettings of(Map<String, String> environment) {
        return new ModelSettings(
                Optional.empty(),
                OptionalInt.empty(),
                OptionalLong.empty(),
                Optional.empty(),
                false,
                new TreeMap<>(),
                new TreeMap<>(),
                Optional.empty(),
                Duration.ofMinutes(5),
                Duration.ofMillis(500),
                Duration.ofMinutes(10),
                environment);
    }

    public ModelSettings withBaseUrl(String newBaseUrl) {
        return new ModelSettings(
                Optional.of(newBaseUrl),
                concurrency,
                maxCalls,
                maxCost,
                batch,
                setups,
                roleParameters,
                prices,
                timeout,
                firstPause,
                patience,
                environment);
    }

    public ModelSettings withConcurrency(int calls) {
        return new ModelSettings(
                baseUrl,
                OptionalInt.of(calls),
                maxCalls,
                maxCost,
                batch,
                setups,
                roleParameters,
                prices,
                timeout,
                firstPause,
                patience,
                environment);
    }

    public ModelSettings withMaxCalls(long calls) {
        return new ModelSettings(
                baseUrl,
                concurrency,
                OptionalLong.of(calls),
                maxCost,
                batch,
                setups,
                roleParameters,
                prices,
                timeout,
                firstPause,
                patience,
                environment);
    }

    public ModelSettings withMaxCost(BigDecimal money) {
        return new ModelSettings(
                baseUrl,
                concurrency,
                maxCalls,
                Optional.of(money),
                batch,
                setups,
                roleParameters,
                prices,
                timeout,
                firstPause,
                patience,
                environment);
    }

    public ModelSettings withBatch(boolean throughBatches) {
        return new ModelSettings(
                baseUrl,
                concurrency,
                maxCalls,
                maxCost,
                throughBatches,
                setups,
                roleParameters,
                prices,
                timeout,
                firstPause,
                patience,
                environment);
    }

    public ModelSettings withSetups(SortedMap<String, ModelSetup> newSetups) {
        return new ModelSettings(
                baseUrl,
                concurrency,
                maxCalls,
                maxCost,
                batch,
                newSetups,
                roleParameters,
                prices,
                timeout,
                firstPause,
                patience,
                environment);
    }

    public ModelSettings withRoleParameters(SortedMap<String, SortedMap<String, Object>> parameters) {
        return new ModelSettings(
                baseUrl,
                concurrency,
                maxCalls,
                maxCost,
                batch,
                setups,
                parameters,
                prices,
                timeout,
                firstPause,
                patience,
                environment);
    }

    public ModelSettings withPrices(Path file) {
        return new ModelSettings(
                baseUrl,
                concurrency,
                maxCalls,
                maxCost,
                batch,
                setups,
                roleParameters,
                Optional.of(file),
                timeout,
                firstPause,
                patience,
                environment);
    }

    public ModelSettings withTimeout(Duration newTimeout) {
        return new ModelSettings(
                baseUrl,
                concurrency,
                maxCalls,
                maxCost,
                batch,
                setups,
                roleParameters,
                prices,
                newTimeout,
                firstPause,
                patience,
                environment);
    }

    public ModelSettings withFirstPause(Duration pause) {
        return new ModelSettings(
                baseUrl,
                concurrency,
                maxCalls,
                maxCost,
                batch,
                setups,
                roleParameters,
                prices,
                timeout,
                pause,
                patience,
                environment);
    }

    public ModelSettings withPatience(Duration longest) {
        return new ModelSettings(
                baseUrl,
                concurrency,
                maxCalls,
                maxCost,
                batch,
                setups,
                roleParameters,
                prices,
                timeout,
                firstPause,
                longest,
                environment);
    }

    /** Keeps the environment, and so the keys, out of every message. */
    @Override
    public String toString() {
        return "ModelSettings[baseUrl=" + baseUrl + ", concurrency=" + concurrency + ", maxCalls=" + maxCalls + "]";
    }
}
