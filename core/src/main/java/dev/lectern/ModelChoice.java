package dev.lectern;

import dev.lectern.model.Cost;
import dev.lectern.model.ModelSettings;
import dev.lectern.model.ModelSetup;
import dev.lectern.redact.Redaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the set-up of a build says about models: who does which work, how they are reached, and what that may take.
 *
 * @param <B> what is being set up
 */
public abstract sealed class ModelChoice<B extends ModelChoice<B>> permits InputChoice {
    private final SortedMap<String, List<String>> models = new TreeMap<>();
    private ModelSettings calls = ModelSettings.of(System.getenv());

    ModelChoice() {}

    abstract B self();

    /** What was named for each role. */
    SortedMap<String, List<String>> named() {
        return models;
    }

    ModelSettings calls() {
        return calls;
    }

    /** A model for a role, {@code model("writer", "openai:gpt-5-mini")}; again for a role that takes several. */
    public B model(String role, String spec) {
        models.computeIfAbsent(role, r -> new ArrayList<>()).add(spec);
        return self();
    }

    public B baseUrl(String url) {
        calls = calls.withBaseUrl(url);
        return self();
    }

    /** Calls in flight at most; without it control starts low and finds the limit. */
    public B concurrency(int callsInFlight) {
        calls = calls.withConcurrency(callsInFlight);
        return self();
    }

    /** Requests over the wire that the run folder may make in all. */
    public B maxCalls(long requests) {
        calls = calls.withMaxCalls(requests);
        return self();
    }

    /** Money that the run folder may spend in all: {@code "5.00"} in the currency of the models' prices, {@code "5 USD"}, {@code "¥30"}. */
    public B maxCost(String amount) {
        calls = calls.withMaxCost(Cost.parse(amount, "maxCost"));
        return self();
    }

    /** Whether calls go through the providers' batch interfaces: slower, and cheaper. */
    public B batch(boolean throughBatches) {
        calls = calls.withBatch(throughBatches);
        return self();
    }

    /**
     * Hides personal data before any text leaves the machine: e-mail addresses, telephone, card and identity numbers, accounts, addresses
     * of the network, and the names given.
     *
     * @param keepPlaceholders whether placeholders stand in the dataset, too; else what they stand for is put back
     */
    public B redact(boolean keepPlaceholders, String... names) {
        calls = calls.withRedaction(new Redaction(keepPlaceholders, Set.of(names)));
        return self();
    }

    /** A model with settings of its own (endpoints, limits, stand-ins, price) under a name that stands wherever a spec may. */
    public B setup(String name, ModelSetup setup) {
        SortedMap<String, ModelSetup> setups = new TreeMap<>(calls.setups());
        setups.put(name, setup);
        calls = calls.withSetups(setups);
        return self();
    }

    /** A parameter of all calls of a role: {@code parameter("writer", "temperature", 0.7)}. */
    public B parameter(String role, String name, Object value) {
        SortedMap<String, SortedMap<String, Object>> all = new TreeMap<>(calls.roleParameters());
        SortedMap<String, Object> own = new TreeMap<>(all.getOrDefault(role, new TreeMap<>()));
        own.put(name, value);
        all.put(role, own);
        calls = calls.withRoleParameters(all);
        return self();
    }

    /** All of how models are reached, in place of what was set before. */
    public B models(ModelSettings settings) {
        calls = settings;
        return self();
    }

    /** Where keys are looked up instead of the process's environment. */
    public B environment(Map<String, String> variables) {
        calls = calls.withEnvironment(variables);
        return self();
    }
}
