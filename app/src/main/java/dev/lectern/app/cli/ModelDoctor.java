package dev.lectern.app.cli;

import dev.lectern.adapters.model.WrongScheme;
import dev.lectern.app.cli.Diagnosis.Level;
import dev.lectern.app.words.Words;
import dev.lectern.check.Problem;
import dev.lectern.check.ProblemsException;
import dev.lectern.model.ChatMessage;
import dev.lectern.model.ChatRequest;
import dev.lectern.model.MemoryReplyStore;
import dev.lectern.model.ModelException;
import dev.lectern.model.ModelId;
import dev.lectern.model.ModelProvider;
import dev.lectern.model.ModelSettings;
import dev.lectern.model.ModelSetup;
import dev.lectern.model.call.Embedders;
import dev.lectern.model.call.Models;
import dev.lectern.model.price.Price;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Tries every way to every model that a project names: roles, models of its own, their stand-ins, and each endpoint and key. */
final class ModelDoctor {
    /** A way that takes longer than this for one small call is of no use to a build either. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ModelSettings settings;
    private final Words words;

    ModelDoctor(ModelSettings settings, Words words) {
        this.settings =
                settings.withoutBudget().withBatch(false).withTimeout(PATIENCE).withPatience(PATIENCE);
        this.words = words;
    }

    /** @param roles what was named for each role */
    List<Diagnosis> look(SortedMap<String, List<String>> roles) {
        List<String> embedders = roles.getOrDefault(ModelParameters.EMBEDDER, List.of());
        List<String> rewards = roles.getOrDefault(Models.REWARD, List.of());
        List<String> silent =
                Stream.of(embedders, rewards).flatMap(List::stream).toList();
        Map<String, ModelSetup> ways = new LinkedHashMap<>();
        roles.forEach((role, specs) ->
                specs.stream().filter(spec -> !silent.contains(spec)).forEach(spec -> add(spec, ways)));
        settings.setups().keySet().stream()
                .filter(name -> !silent.contains(name))
                .forEach(name -> add(name, ways));
        return Stream.of(
                        ways.entrySet().stream().flatMap(way -> keys(way.getKey(), way.getValue())),
                        embedders.stream().map(this::embedder),
                        rewards.stream().map(this::reward))
                .flatMap(each -> each)
                .toList();
    }

    /** Adds each endpoint by itself, so that one that is wrong does not hide behind one that is right. */
    private void add(String name, Map<String, ModelSetup> ways) {
        ModelSetup setup = Optional.ofNullable(settings.setups().get(name)).orElseGet(() -> ModelSetup.of(name));
        if (setup.endpoints().size() < 2) {
            ways.putIfAbsent(name, setup);
        } else {
            for (int i = 0; i < setup.endpoints().size(); i++) {
                ways.putIfAbsent(name + " " + (i + 1), alone(setup, i));
            }
        }
        setup.fallback().stream().filter(next -> !ways.containsKey(next)).forEach(next -> add(next, ways));
    }

    private static ModelSetup alone(ModelSetup pool, int endpoint) {
        return new ModelSetup(
                pool.spec(),
                List.of(pool.endpoints().get(endpoint)),
                pool.concurrency(),
                pool.requestsPerMinute(),
                pool.tokensPerMinute(),
                List.of(),
                pool.parameters(),
                pool.tokenizer(),
                pool.inputCost(),
                pool.outputCost(),
                pool.quirks());
    }

    /** Tries each key by itself, where a variable holds several: one that works would hide one that does not. */
    private Stream<Diagnosis> keys(String name, ModelSetup setup) {
        String variable = keyVariables(setup)
                .filter(each -> !settings.environment().getOrDefault(each, "").isBlank())
                .findFirst()
                .orElse("");
        List<String> keys = Stream.of(
                        settings.environment().getOrDefault(variable, "").split(",", -1))
                .filter(key -> !key.isBlank())
                .toList();
        if (keys.size() < 2) {
            return Stream.of(tried(name, setup, "", settings));
        }
        return IntStream.range(0, keys.size()).mapToObj(i -> {
            Map<String, String> environment = new TreeMap<>(settings.environment());
            environment.put(variable, keys.get(i));
            return tried(name, setup, " (" + variable + " #" + (i + 1) + ")", settings.withEnvironment(environment));
        });
    }

    private static Stream<String> keyVariables(ModelSetup setup) {
        Stream<String> own = setup.endpoints().stream().flatMap(endpoint -> endpoint.keyVariable().stream());
        String provider =
                setup.spec().startsWith("http") ? "openai" : setup.spec().replaceFirst(":.*", "");
        Stream<String> customary = ServiceLoader.load(ModelProvider.class).stream()
                .flatMap(each -> each.get().presets().stream())
                .filter(preset -> preset.name().equals(provider))
                .flatMap(preset -> preset.keyVariables().stream());
        return Stream.concat(own, customary);
    }

    /** @param key which of several keys it is, for people */
    private Diagnosis tried(String name, ModelSetup setup, String key, ModelSettings keyed) {
        SortedMap<String, ModelSetup> one = new TreeMap<>(keyed.setups());
        one.put(name, setup);
        long began = System.nanoTime();
        try {
            Models models = Models.open(
                    new TreeMap<>(Map.of("writer", List.of(name))),
                    keyed.withSetups(one),
                    new MemoryReplyStore(),
                    Clock.systemUTC());
            lookAtScheme(models.of("writer").getFirst().id());
            List<Models.Facts> facts = models.probe();
            Duration took = Duration.ofNanos(System.nanoTime() - began);
            return new Diagnosis(
                    Level.GOOD, words.say("doctor.models"), text(name + key, models, facts.getFirst(), took), "");
        } catch (ProblemsException e) {
            Problem found = e.problems().getFirst();
            String where = found.where().isEmpty() ? name : found.where();
            return bad(name, new Problem(found.what(), where + key, found.fix()));
        }
    }

    /** Before any request, which would wait long for a server that waits for something else. */
    private void lookAtScheme(ModelId model) {
        String where = "model '" + model.name() + "' at " + model.base();
        WrongScheme.of(model.base(), where, settings.environment()).ifPresent(problem -> {
            throw new ProblemsException(List.of(problem));
        });
    }

    private Diagnosis embedder(String name) {
        long began = System.nanoTime();
        try {
            int numbers = Embedders.open(name, settings, new MemoryReplyStore(), Clock.systemUTC())
                    .embed(List.of("Is anybody there?"))
                    .getFirst()
                    .length;
            Duration took = Duration.ofNanos(System.nanoTime() - began);
            return new Diagnosis(
                    Level.GOOD,
                    words.say("doctor.models"),
                    words.say("doctor.models.embedder", name, numbers, ProgressLines.duration(took)),
                    "");
        } catch (ProblemsException e) {
            return bad(name, e.problems().getFirst());
        } catch (ModelException e) {
            return bad(name, e.problem().orElseGet(() -> new Problem(e.getMessage(), name, "")));
        }
    }

    /** Two answers to one question: who gives both the same is no judge of answers. */
    private Diagnosis reward(String name) {
        long began = System.nanoTime();
        try {
            Models models = Models.open(
                    new TreeMap<>(Map.of(Models.REWARD, List.of(name))),
                    settings,
                    new MemoryReplyStore(),
                    Clock.systemUTC());
            models.probe();
            String question = "What is the capital of France?";
            double good = rewarded(models, question, "The capital of France is Paris.");
            double bad = rewarded(models, question, "I like trains. Trains trains trains.");
            Duration took = Duration.ofNanos(System.nanoTime() - began).dividedBy(3);
            String text = words.say(
                    "doctor.models.reward",
                    name,
                    String.format(Locale.ROOT, "%.2f", good),
                    String.format(Locale.ROOT, "%.2f", bad),
                    ProgressLines.duration(took));
            boolean tells = good > bad;
            return new Diagnosis(
                    tells ? Level.GOOD : Level.NOTE,
                    words.say("doctor.models"),
                    text,
                    tells ? "" : words.say("doctor.models.reward.fix"));
        } catch (ProblemsException e) {
            return bad(name, e.problems().getFirst());
        } catch (ModelException e) {
            return bad(name, e.problem().orElseGet(() -> new Problem(e.getMessage(), name, "")));
        }
    }

    private static double rewarded(Models models, String question, String answer) {
        ChatRequest request = ChatRequest.of(List.of(ChatMessage.user(question), new ChatMessage("assistant", answer)));
        return Double.parseDouble(
                models.of(Models.REWARD).getFirst().chat(request).text());
    }

    private Diagnosis bad(String name, Problem found) {
        Problem problem = words.translate(found);
        String where = problem.where().isEmpty() ? name : problem.where();
        return new Diagnosis(
                Level.BAD,
                words.say("doctor.models"),
                where + words.say("problems.colon") + problem.what(),
                problem.fix());
    }

    private String text(String name, Models models, Models.Facts facts, Duration took) {
        List<String> said = new ArrayList<>();
        said.add(words.say("doctor.models.text", name, facts.form()));
        long calls = Math.max(1, models.spent().calls());
        said.add(words.say("doctor.models.took", calls, ProgressLines.duration(took.dividedBy(calls))));
        if (!facts.manner().quirks().isEmpty()) {
            said.add(words.say(
                    "doctor.models.quirks",
                    facts.manner().quirks().stream()
                            .map(quirk -> quirk.name().toLowerCase(Locale.ROOT))
                            .collect(Collectors.joining(", "))));
        }
        Optional<Price> price = models.tariffs().values().stream()
                .flatMap(tariff -> tariff.price().stream())
                .findFirst();
        said.add(price.map(known -> words.say(
                        "doctor.models.price",
                        known.input().toPlainString(),
                        known.output().toPlainString(),
                        known.currency()))
                .orElseGet(() -> words.say("doctor.models.no-price")));
        return String.join(words.say("closing.comma"), said);
    }
}
