package dev.lectern.app.cli;

import dev.lectern.model.ModelSettings;
import dev.lectern.model.ModelSetup;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a {@code lectern.yaml} says of models beyond the options: its own models, parameters of roles, prices.
 *
 * @param setups the models that the project set up, by its names for them
 * @param roles parameters by role
 * @param everyRole parameters for all roles, which those of a role stand before
 * @param timeout for one try of one call
 */
record Project(
        SortedMap<String, ModelSetup> setups,
        SortedMap<String, SortedMap<String, Object>> roles,
        SortedMap<String, Object> everyRole,
        Optional<Path> prices,
        Optional<Duration> timeout) {
    static final Project NONE =
            new Project(new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), Optional.empty(), Optional.empty());

    Project {
        setups = Collections.unmodifiableSortedMap(new TreeMap<>(setups));
        roles = Collections.unmodifiableSortedMap(new TreeMap<>(roles));
        everyRole = Collections.unmodifiableSortedMap(new TreeMap<>(everyRole));
    }

    /** The settings with what the project says laid over them. */
    ModelSettings over(ModelSettings settings) {
        SortedMap<String, SortedMap<String, Object>> parameters = new TreeMap<>();
        for (String role : ModelParameters.ROLES) {
            SortedMap<String, Object> own = new TreeMap<>(everyRole);
            own.putAll(roles.getOrDefault(role, new TreeMap<>()));
            if (!own.isEmpty() && (roles.containsKey(role) || !role.equals(ModelParameters.EMBEDDER))) {
                parameters.put(role, own);
            }
        }
        ModelSettings with = settings.withSetups(setups).withRoleParameters(parameters);
        with = prices.map(with::withPrices).orElse(with);
        return timeout.map(with::withTimeout).orElse(with);
    }
}
