package dev.lectern.app.cli;

import dev.lectern.model.ModelSetup;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** The part of a {@code lectern.yaml} that speaks of models: {@code models}, {@code roles}, {@code prices}, parameters for all. */
final class ConfigModels {
    private final ConfigPlace place;
    private final SortedMap<String, ModelSetup> setups = new TreeMap<>();
    private final SortedMap<String, SortedMap<String, Object>> roles = new TreeMap<>();
    private final SortedMap<String, Object> everyRole = new TreeMap<>();
    private final Map<Option, Given> bound = new EnumMap<>(Option.class);
    private Optional<Path> prices = Optional.empty();
    private Optional<Duration> timeout = Optional.empty();

    ConfigModels(ConfigPlace place) {
        this.place = place;
    }

    /** The keys at the top of the file that are read here. */
    static List<String> keys() {
        List<String> keys = ConfigPlace.withParameters(List.of("models", "roles", "prices", "timeout"));
        keys.remove("seed"); // the build's own
        return keys;
    }

    /** @return false if the key is none of those that are read here */
    boolean take(YamlFields.Field field) {
        switch (ConfigPlace.ours(field)) {
            case "models" ->
                place.fields(field)
                        .forEach(each -> new ConfigModel(place, each)
                                .setup()
                                .ifPresent(setup -> setups.put(each.written(), setup)));
            case "roles" -> place.fields(field).forEach(this::role);
            case "prices" -> prices = field.text().map(place::resolved);
            case "timeout" ->
                timeout = place.whole(field).stream()
                        .mapToObj(Duration::ofSeconds)
                        .findFirst();
            case "seed", "parameters" -> {
                return false;
            }
            default -> {
                return place.parameter(field, everyRole);
            }
        }
        return true;
    }

    Project project() {
        return new Project(setups, roles, everyRole, prices, timeout);
    }

    /** Models that were named for a role within {@code roles}. */
    Map<Option, Given> bound() {
        return bound;
    }

    private void role(YamlFields.Field field) {
        Optional<String> role = ModelParameters.role(field.key());
        if (role.isEmpty()) {
            place.unknown("config.role", field, ModelParameters.ROLES);
            return;
        }
        Option option = Option.valueOf(
                role.get().equals("voters") ? "VOTER" : role.get().toUpperCase(Locale.ROOT));
        if (field.text().isPresent() || field.value() instanceof SequenceNode) {
            bind(option, field);
            return;
        }
        SortedMap<String, Object> own = new TreeMap<>();
        for (YamlFields.Field each : place.fields(field)) {
            if (each.key().equals("model") || each.key().equals("models")) {
                bind(option, each);
            } else if (!place.refusesKey(each.key(), each.line()) && !place.parameter(each, own)) {
                place.unknown("config.unknown", each, ConfigPlace.withParameters(List.of("model", "parameters")));
            }
        }
        roles.put(role.get(), own);
    }

    private void bind(Option option, YamlFields.Field field) {
        List<String> specs = YamlFields.texts(field.value());
        if (!specs.isEmpty()) {
            bound.put(option, new Given(specs, place.at(field.line()) + ", roles"));
        }
    }
}
