package dev.lectern.model;

import dev.lectern.redact.Redaction;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * How models are reached.
 *
 * @param baseUrl address for models that were named without one
 * @param concurrency calls in flight at most, over all models; empty leaves it to adaptive control, which starts low
 * @param maxCalls requests that the run folder may make in all
 * @param maxCost money that the run folder may spend in all; without a currency it is in that of the models' prices
 * @param batch whether calls go through the providers' batch interfaces
 * @param setups models that the project set up, by its names for them
 * @param roleParameters temperature, top_p … by role
 * @param prices a price file that stands before the table that ships
 * @param timeout for one try of one call
 * @param firstPause before the second try where nobody answers, grows with each further one; other faults pause for a part of it
 * @param patience for one call with all its tries and pauses
 * @param redaction whether personal data is hidden from them; empty lets requests go out as they are
 * @param environment where keys are looked up, by their customary names
 */
public record ModelSettings(
        Optional<String> baseUrl,
        OptionalInt concurrency,
        OptionalLong maxCalls,
        Optional<Cost> maxCost,
        boolean batch,
        SortedMap<String, ModelSetup> setups,
        SortedMap<String, SortedMap<String, Object>> roleParameters,
        Optional<Path> prices,
        Duration timeout,
        Duration firstPause,
        Duration patience,
        Optional<Redaction> redaction,
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
                Optional.empty(),
                environment);
    }

    public ModelSettings withBaseUrl(String newBaseUrl) {
        return with(draft -> draft.baseUrl = Optional.of(newBaseUrl));
    }

    public ModelSettings withConcurrency(int calls) {
        return with(draft -> draft.concurrency = OptionalInt.of(calls));
    }

    public ModelSettings withMaxCalls(long calls) {
        return with(draft -> draft.maxCalls = OptionalLong.of(calls));
    }

    public ModelSettings withMaxCost(Cost money) {
        return with(draft -> draft.maxCost = Optional.of(money));
    }

    /** The same with no limit on calls or money. */
    public ModelSettings withoutBudget() {
        return with(draft -> {
            draft.maxCalls = OptionalLong.empty();
            draft.maxCost = Optional.empty();
        });
    }

    public ModelSettings withBatch(boolean throughBatches) {
        return with(draft -> draft.batch = throughBatches);
    }

    public ModelSettings withSetups(SortedMap<String, ModelSetup> newSetups) {
        return with(draft -> draft.setups = newSetups);
    }

    public ModelSettings withRoleParameters(SortedMap<String, SortedMap<String, Object>> byRole) {
        return with(draft -> draft.roleParameters = byRole);
    }

    public ModelSettings withPrices(Path file) {
        return with(draft -> draft.prices = Optional.of(file));
    }

    public ModelSettings withTimeout(Duration newTimeout) {
        return with(draft -> draft.timeout = newTimeout);
    }

    public ModelSettings withFirstPause(Duration pause) {
        return with(draft -> draft.firstPause = pause);
    }

    public ModelSettings withPatience(Duration longest) {
        return with(draft -> draft.patience = longest);
    }

    public ModelSettings withRedaction(Redaction how) {
        return with(draft -> draft.redaction = Optional.of(how));
    }

    public ModelSettings withEnvironment(Map<String, String> variables) {
        return with(draft -> draft.environment = variables);
    }

    private ModelSettings with(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.settled();
    }

    /** Keeps the environment, and so the keys, out of every message. */
    @Override
    public String toString() {
        return "ModelSettings[baseUrl=" + baseUrl + ", concurrency=" + concurrency + ", maxCalls=" + maxCalls + "]";
    }

    /** Settings while one of them changes. */
    private static final class Draft {
        private Optional<String> baseUrl;
        private OptionalInt concurrency;
        private OptionalLong maxCalls;
        private Optional<Cost> maxCost;
        private boolean batch;
        private SortedMap<String, ModelSetup> setups;
        private SortedMap<String, SortedMap<String, Object>> roleParameters;
        private Optional<Path> prices;
        private Duration timeout;
        private Duration firstPause;
        private Duration patience;
        private Optional<Redaction> redaction;
        private Map<String, String> environment;

        Draft(ModelSettings settings) {
            baseUrl = settings.baseUrl;
            concurrency = settings.concurrency;
            maxCalls = settings.maxCalls;
            maxCost = settings.maxCost;
            batch = settings.batch;
            setups = settings.setups;
            roleParameters = settings.roleParameters;
            prices = settings.prices;
            timeout = settings.timeout;
            firstPause = settings.firstPause;
            patience = settings.patience;
            redaction = settings.redaction;
            environment = settings.environment;
        }

        ModelSettings settled() {
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
                    patience,
                    redaction,
                    environment);
        }
    }
}
