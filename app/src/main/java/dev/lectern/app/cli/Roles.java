package dev.lectern.app.cli;

import dev.lectern.check.ProblemsException;
import dev.lectern.model.Cost;
import dev.lectern.model.ModelSettings;
import dev.lectern.model.call.Models;
import dev.lectern.options.BuildOptions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which models were named for which roles, and how they are to be called. A key in the environment alone binds no model.
 *
 * @param specs what was named, by role
 */
record Roles(SortedMap<String, List<String>> specs, Settings given) {
    private static final Map<Option, String> ONE_EACH = Map.of(
            Option.MODEL,
            BuildOptions.EVERY_ROLE,
            Option.WRITER,
            "writer",
            Option.STUDENT,
            "student",
            Option.EMBEDDER,
            ModelParameters.EMBEDDER,
            Option.RERANK,
            Models.RERANKER,
            Option.REWARD,
            Models.REWARD);

    private static final Map<Option, String> SEVERAL = Map.of(Option.JUDGE, "judge", Option.VOTER, "voters");

    static Roles of(Settings settings) {
        SortedMap<String, List<String>> specs = new TreeMap<>();
        ONE_EACH.forEach((option, role) ->
                settings.text(option).map(String::strip).ifPresent(spec -> specs.put(role, List.of(spec))));
        SEVERAL.forEach((option, role) -> settings.given(option)
                .map(Given::values)
                .filter(names -> !names.isEmpty())
                .ifPresent(names ->
                        specs.put(role, names.stream().map(String::strip).toList())));
        return new Roles(specs, settings);
    }

    /** Notes what is wrong with the options that say how models are called. */
    ModelSettings settings(Map<String, String> environment) {
        ModelSettings settings = given.project().over(ModelSettings.of(environment));
        settings = given.text(Option.BASE_URL).map(settings::withBaseUrl).orElse(settings);
        settings = given.whole(Option.CONCURRENCY, 1)
                .map(calls -> Math.toIntExact(Math.min(calls, 10_000)))
                .map(settings::withConcurrency)
                .orElse(settings);
        settings = given.whole(Option.MAX_CALLS, 0).map(settings::withMaxCalls).orElse(settings);
        settings = cost().map(settings::withMaxCost).orElse(settings);
        return settings.withBatch(given.flag(Option.BATCH));
    }

    private Optional<Cost> cost() {
        try {
            return given.text(Option.MAX_COST).map(text -> Cost.parse(text, given.where(Option.MAX_COST)));
        } catch (ProblemsException e) {
            given.problems().addAll(e);
            return Optional.empty();
        }
    }
}
