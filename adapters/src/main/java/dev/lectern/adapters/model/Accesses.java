package dev.lectern.adapters.model;

import dev.lectern.adapters.wire.Wires;
import dev.lectern.check.Nearest;
import dev.lectern.check.Problem;
import dev.lectern.check.ProblemsException;
import dev.lectern.model.Endpoint;
import dev.lectern.model.ModelClient;
import dev.lectern.model.ModelId;
import dev.lectern.model.ModelProvider;
import dev.lectern.model.ModelSettings;
import dev.lectern.model.ModelSpec;
import dev.lectern.model.ModelToOpen;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Finds the endpoints and keys that a model is reached with, from what the user set up, the environment, and the preset. */
final class Accesses {
    private final ModelProvider.Preset preset;
    private final ModelToOpen model;
    private final ModelSpec spec;
    private final ModelSettings settings;
    private final String where;

    Accesses(ModelProvider.Preset preset, ModelToOpen model) {
        this.preset = preset;
        this.model = model;
        this.spec = model.spec();
        this.settings = model.settings();
        this.where = model.where();
    }

    /** Makes the client of one endpoint and key. */
    interface Opening {
        ModelClient client(ModelId id, Access access, Wires wires);
    }

    /**
     * One for each endpoint and key, all of the same identity.
     *
     * @throws ProblemsException with all that is wrong with the addresses and keys
     */
    List<ModelClient> clients(Opening opening) {
        List<Access> all = all();
        String base = model.pool().isEmpty() ? all.getFirst().address().base() : model.pool();
        ModelId id = new ModelId(spec.provider(), base, spec.name());
        Wires wires = new Wires(settings.environment());
        return all.stream().map(access -> opening.client(id, access, wires)).toList();
    }

    private List<Access> all() {
        List<Endpoint> endpoints = model.setup().endpoints().isEmpty()
                ? List.of(new Endpoint(Optional.empty(), Optional.empty()))
                : model.setup().endpoints();
        List<Access> accesses = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (Endpoint endpoint : endpoints) {
            try {
                accesses.addAll(of(endpoint));
            } catch (ProblemsException e) {
                problems.addAll(e.problems());
            }
        }
        if (!problems.isEmpty()) {
            throw new ProblemsException(problems.stream().distinct().toList());
        }
        return accesses;
    }

    private List<Access> of(Endpoint endpoint) {
        Source source = source(endpoint);
        Address address = Address.of(source.text(), where);
        String variable = endpoint.keyVariable().orElseGet(this::keyVariable);
        List<Key> keys = Arrays.stream(
                        settings.environment().getOrDefault(variable, "").split(",", -1))
                .map(Key::new)
                .filter(key -> !key.isEmpty())
                .toList();
        boolean wanted = preset.wantsKey() || endpoint.keyVariable().isPresent();
        if (keys.isEmpty() && wanted && !address.isLoopback()) {
            throw new ProblemsException(
                    "there is no key for " + address.base(),
                    where,
                    misnamed(variable)
                            .map(set -> "the variable " + set + " is set; it must be called " + variable)
                            .orElse("set the environment variable " + variable
                                    + " (to any word, if this server wants no key)"));
        } else if (!keys.stream().allMatch(Key::isClean)) {
            throw new ProblemsException(
                    "the key in " + variable + " holds white space or letters that no key has", where, "copy it again");
        }
        List<Access> accesses = new ArrayList<>();
        for (Key key : keys.isEmpty() ? List.of(new Key("")) : keys) {
            int nth = keys.size() < 2 ? 0 : accesses.size() + 1;
            accesses.add(new Access(spec.provider(), address, source.from(), variable, key, nth));
        }
        return accesses;
    }

    /** A variable that is set and whose name is nearly the one that counts, such as OPENAI_KEY. */
    private Optional<String> misnamed(String variable) {
        String alike = variable.replaceFirst("_.*", "") + "_?\\w*(KEY|TOKEN)S?";
        return Nearest.to(
                variable,
                settings.environment().entrySet().stream()
                        .filter(set -> !set.getValue().isBlank())
                        .map(Map.Entry::getKey)
                        .filter(name -> name.toUpperCase(Locale.ROOT).matches(alike) && !name.equals(variable))
                        .toList());
    }

    /** @param from what gave it, for people */
    private record Source(String text, String from) {}

    private Source source(Endpoint endpoint) {
        Optional<Source> given = endpoint.baseUrl()
                .map(text -> new Source(text, "base_url of this model"))
                .or(() -> spec.base().or(settings::baseUrl).map(text -> new Source(text, "--base-url")))
                .or(() -> variable(preset.baseVariables())
                        .map(name -> new Source(
                                HostVariable.base(name, settings.environment().getOrDefault(name, "")), name)));
        if (given.isEmpty() && preset.base().isEmpty()) {
            throw new ProblemsException(
                    preset.name() + " has no address of its own",
                    where,
                    "set the environment variable " + preset.baseVariables().getFirst() + " or give --base-url");
        }
        return given.orElseGet(() -> new Source(preset.base(), "--base-url"));
    }

    private String keyVariable() {
        return variable(preset.keyVariables()).orElse(preset.keyVariables().getFirst());
    }

    private Optional<String> variable(List<String> names) {
        return names.stream()
                .filter(name -> !settings.environment().getOrDefault(name, "").isBlank())
                .findFirst();
    }
}
