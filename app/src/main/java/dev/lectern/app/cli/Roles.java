package dev.lectern.app.cli;

import dev.lectern.model.ModelSettings;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which models were named for which roles, and how they are to be called. A key in the environment alone binds no model.
 *
 * @param specs what was named, by role
 */
record Roles(SortedMap<String, List<String>> specs, Settings given) {
    static Roles of(Settings settings) {
        SortedMap<String, List<String>> specs = new TreeMap<>();
        settings.text(Option.WRITER)
                .or(() -> settings.text(Option.MODEL))
                .ifPresent(spec -> specs.put("writer", List.of(spec)));
        return new Roles(specs, settings);
    }

    ModelSettings settings(Map<String, String> environment) {
        ModelSettings settings = ModelSettings.of(environment);
        settings = given.text(Option.BASE_URL).map(settings::withBaseUrl).orElse(settings);
        settings = given.whole(Option.CONCURRENCY, 1)
                .map(calls -> Math.toIntExact(Math.min(calls, 10_000)))
                .map(settings::withConcurrency)
                .orElse(settings);
        return given.whole(Option.MAX_CALLS, 1).map(settings::withMaxCalls).orElse(settings);
    }
}
