package dev.lectern.app.cli;

import dev.lectern.model.Endpoint;
import dev.lectern.model.ModelSetup;
import dev.lectern.model.Quirk;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** One entry of {@code models} in a {@code lectern.yaml}. */
final class ConfigModel {
    private static final List<String> FIELDS = List.of(
            "model",
            "base_url",
            "key_variable",
            "endpoints",
            "concurrency",
            "requests_per_minute",
            "tokens_per_minute",
            "fallback",
            "tokenizer",
            "input_cost",
            "output_cost",
            "quirks",
            "parameters");

    private static final List<String> QUIRKS = Arrays.stream(Quirk.values())
            .map(quirk -> quirk.name().toLowerCase(Locale.ROOT))
            .toList();

    private final ConfigPlace place;
    private final YamlFields.Field entry;
    private Optional<String> spec = Optional.empty();
    private Optional<String> base = Optional.empty();
    private Optional<String> keyVariable = Optional.empty();
    private final List<Endpoint> endpoints = new ArrayList<>();
    private OptionalInt concurrency = OptionalInt.empty();
    private OptionalLong requests = OptionalLong.empty();
    private OptionalLong tokens = OptionalLong.empty();
    private List<String> fallback = List.of();
    private final SortedMap<String, Object> parameters = new TreeMap<>();
    private Optional<Path> tokenizer = Optional.empty();
    private Optional<String> inputCost = Optional.empty();
    private Optional<String> outputCost = Optional.empty();
    private final Set<Quirk> quirks = EnumSet.noneOf(Quirk.class);

    ConfigModel(ConfigPlace place, YamlFields.Field entry) {
        this.place = place;
        this.entry = entry;
    }

    /** The model; empty if it names none, which is noted. */
    Optional<ModelSetup> setup() {
        Optional<String> inOneWord = entry.text();
        if (inOneWord.isPresent()) {
            return inOneWord.map(ModelSetup::of);
        }
        for (YamlFields.Field field : place.fields(entry)) {
            if (!place.refusesKey(field.key(), field.line()) && !take(field) && !place.parameter(field, parameters)) {
                place.unknown("config.unknown", field, ConfigPlace.withParameters(FIELDS));
            }
        }
        if (base.isPresent() || keyVariable.isPresent()) {
            if (!endpoints.isEmpty()) {
                note("config.endpoints-twice", "problem.twice.fix");
            }
            endpoints.add(new Endpoint(base, keyVariable));
        }
        if (spec.isEmpty()) {
            note("config.model-missing", "config.model-missing.fix");
        }
        return spec.map(named -> new ModelSetup(
                named,
                endpoints,
                concurrency,
                requests,
                tokens,
                fallback,
                parameters,
                tokenizer,
                inputCost,
                outputCost,
                quirks));
    }

    private boolean take(YamlFields.Field field) {
        switch (ConfigPlace.ours(field)) {
            case "model" -> spec = field.text();
            case "base_url" -> base = field.text();
            case "key_variable" -> keyVariable = variable(field);
            case "endpoints" -> endpoints(field);
            case "concurrency" ->
                concurrency = place.whole(field).stream()
                        .mapToInt(most -> (int) Math.min(most, 10_000))
                        .findFirst();
            case "requests_per_minute" -> requests = place.whole(field);
            case "tokens_per_minute" -> tokens = place.whole(field);
            case "fallback" -> fallback = YamlFields.texts(field.value());
            case "tokenizer" -> tokenizer = field.text().map(place::resolved);
            case "input_cost" -> inputCost = field.text();
            case "output_cost" -> outputCost = field.text();
            case "quirks" -> quirks(field);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void endpoints(YamlFields.Field field) {
        List<Node> all = field.value() instanceof SequenceNode list ? list.getValue() : List.of(field.value());
        for (Node node : all) {
            Optional<String> address = YamlFields.text(node);
            Optional<String> variable = Optional.empty();
            for (YamlFields.Field each : node instanceof MappingNode map ? YamlFields.of(map) : noFields()) {
                switch (ConfigPlace.ours(each)) {
                    case "base_url" -> address = each.text();
                    case "key_variable" -> variable = variable(each);
                    default -> {
                        if (!place.refusesKey(each.key(), each.line())) {
                            place.unknown("config.unknown", each, List.of("base_url", "key_variable"));
                        }
                    }
                }
            }
            endpoints.add(new Endpoint(address, variable));
        }
    }

    private static List<YamlFields.Field> noFields() {
        return List.of();
    }

    /** A variable's name, and never what it holds: that would be said again in messages. */
    private Optional<String> variable(YamlFields.Field field) {
        Optional<String> name = field.text();
        if (name.isPresent() && !name.get().matches("[A-Z_][A-Z0-9_]*")) {
            place.problems()
                    .add(
                            place.words().say("config.variable"),
                            place.at(field.line()),
                            place.words().say("config.variable.fix"));
            return Optional.empty();
        }
        return name;
    }

    private void quirks(YamlFields.Field field) {
        for (String name : YamlFields.texts(field.value())) {
            String snake = name.replace('-', '_').toLowerCase(Locale.ROOT);
            if (QUIRKS.contains(snake)) {
                quirks.add(Quirk.valueOf(snake.toUpperCase(Locale.ROOT)));
            } else {
                place.problems()
                        .add(
                                place.words().say("config.quirk", name),
                                place.at(field.line()),
                                place.problems().nearest(snake, QUIRKS));
            }
        }
    }

    private void note(String message, String fix) {
        place.problems()
                .add(
                        place.words().say(message, entry.written()),
                        place.at(entry.line()),
                        place.words().say(fix, entry.written()));
    }
}
