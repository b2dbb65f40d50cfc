package dev.lectern.app.cli;

import dev.lectern.app.words.Words;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import org.yaml.snakeyaml.nodes.MappingNode;

/** A {@code lectern.yaml} that is being read: what is wrong with a field is noted with file and line. */
record ConfigPlace(Path file, Problems problems) {
    /** What other tools call fields of ours. */
    private static final Map<String, String> HABITS = Map.ofEntries(
            Map.entry("spec", "model"),
            Map.entry("api_base", "base_url"),
            Map.entry("max_requests_per_minute", "requests_per_minute"),
            Map.entry("rpm", "requests_per_minute"),
            Map.entry("max_tokens_per_minute", "tokens_per_minute"),
            Map.entry("tpm", "tokens_per_minute"),
            Map.entry("max_concurrent_requests", "concurrency"),
            Map.entry("concurrency_limit", "concurrency"),
            Map.entry("max_workers", "concurrency"),
            Map.entry("fallbacks", "fallback"),
            Map.entry("api_key_variable", "key_variable"),
            Map.entry("api_key_env", "key_variable"),
            Map.entry("request_timeout", "timeout"));

    private static final Set<String> SECRETS =
            Set.of("api_key", "apikey", "key", "secret", "token", "api_token", "authorization");

    /** Our name for a field. */
    static String ours(YamlFields.Field field) {
        return HABITS.getOrDefault(field.key(), field.key());
    }

    Words words() {
        return problems.words();
    }

    String at(int line) {
        return words().say("config.at", file, line);
    }

    Path resolved(String path) {
        return file.toAbsolutePath().resolveSibling(path).normalize();
    }

    /** Whether a key stands here, which must not stand in a file; it is noted, and never said again. */
    boolean refusesKey(String key, int line) {
        boolean secret = SECRETS.contains(key.replace('-', '_'));
        if (secret) {
            problems.add(words().say("config.key"), at(line), words().say("config.key.fix"));
        }
        return secret;
    }

    void unknown(String message, YamlFields.Field field, List<String> known) {
        problems.add(words().say(message, field.written()), at(field.line()), problems.nearest(field.key(), known));
    }

    /** The fields within a field; none if it holds something else, which is noted. */
    List<YamlFields.Field> fields(YamlFields.Field field) {
        if (field.value() instanceof MappingNode mapping) {
            return YamlFields.of(mapping);
        }
        problems.add(
                words().say("config.no-map", field.written()),
                at(field.line()),
                words().say("config.no-map.fix", field.written()));
        return List.of();
    }

    /** A whole number from 1 up. */
    OptionalLong whole(YamlFields.Field field) {
        if (YamlFields.value(field.value()) instanceof Long number && number > 0) {
            return OptionalLong.of(number);
        }
        problems.add(
                words().say("parameter.whole", field.written(), field.text().orElse("")),
                at(field.line()),
                words().say("parameter.fix"));
        return OptionalLong.empty();
    }

    /**
     * Reads a parameter of a call, or a whole map of those that we don't know.
     *
     * @return false if the field is none
     */
    boolean parameter(YamlFields.Field field, SortedMap<String, Object> into) {
        if (field.key().equals("parameters")) {
            fields(field).forEach(each -> into.put(each.written(), YamlFields.value(each.value())));
            return true;
        }
        Optional<String> name = ModelParameters.named(field.key());
        name.ifPresent(known -> {
            Object value = YamlFields.value(field.value());
            ModelParameters.wrong(known, value, words())
                    .ifPresentOrElse(
                            what -> problems.add(what, at(field.line()), words().say("parameter.fix")),
                            () -> into.put(known, value));
        });
        return name.isPresent();
    }

    /** The names with those of the parameters, which may stand beside them. */
    static List<String> withParameters(List<String> names) {
        List<String> known = new ArrayList<>(names);
        known.addAll(ModelParameters.NAMES);
        return known;
    }
}
