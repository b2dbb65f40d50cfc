package dev.lectern.app.cli;

import dev.lectern.app.words.Columns;
import dev.lectern.app.words.Words;
import dev.lectern.check.ProblemsException;
import dev.lectern.model.ModelProvider;
import dev.lectern.model.ModelProvider.Preset;
import dev.lectern.model.ModelSetup;
import dev.lectern.model.price.Price;
import dev.lectern.model.price.Prices;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;

/** The providers that there are, with address, key and prices, and the project's own models. Shows whether a key is set, never the key. */
final class ModelsCommand implements Command {
    private final Settings settings;
    private final Speaker speaker;
    private final Words words;
    private final List<Preset> presets = ServiceLoader.load(ModelProvider.class).stream()
            .flatMap(provider -> provider.get().presets().stream())
            .toList();

    ModelsCommand(Settings settings, Speaker speaker) {
        this.settings = settings;
        this.speaker = speaker;
        this.words = speaker.words();
    }

    /** A provider or a model of the project's, as it is shown and as {@code --json} gives it. */
    private record Entry(
            String name,
            String base,
            Map<String, Boolean> keys,
            boolean needsKey,
            String about,
            Map<String, Price> prices) {}

    @Override
    public int run() {
        List<Entry> entries = new ArrayList<>();
        try {
            Prices prices = Prices.with(settings.project().prices());
            presets.forEach(preset -> entries.add(provider(preset, prices)));
            settings.project().setups().forEach((name, setup) -> entries.add(own(name, setup, prices)));
        } catch (ProblemsException e) {
            settings.problems().addAll(e);
        }
        List<String> names = entries.stream().map(Entry::name).toList();
        settings.operands().stream()
                .filter(name -> !names.contains(name))
                .forEach(name -> settings.problems()
                        .add(
                                words.say("problem.name", name),
                                "",
                                settings.problems().nearest(name, names)));
        settings.problems().raise();
        Optional<Entry> one = settings.operands().stream()
                .findFirst()
                .flatMap(name -> entries.stream()
                        .filter(entry -> entry.name().equals(name))
                        .findFirst());
        one.ifPresentOrElse(this::full, () -> list(entries));
        speaker.printJson(one.<Object>map(entry -> entry).orElse(entries));
        return Status.DONE;
    }

    private Entry provider(Preset preset, Prices prices) {
        Map<String, String> environment = speaker.shell().environment();
        String base = preset.baseVariables().stream()
                .map(name -> environment.getOrDefault(name, ""))
                .filter(value -> !value.isBlank())
                .findFirst()
                .orElse(preset.base());
        return new Entry(
                preset.name(),
                base,
                keys(preset.keyVariables()),
                preset.wantsKey(),
                words.translate(preset.note()),
                prices.all(preset.name()));
    }

    private Entry own(String name, ModelSetup setup, Prices prices) {
        List<String> bases = setup.endpoints().stream()
                .flatMap(endpoint -> endpoint.baseUrl().stream())
                .toList();
        List<String> variables = setup.endpoints().stream()
                .flatMap(endpoint -> endpoint.keyVariable().stream())
                .toList();
        String provider = setup.spec().replaceFirst(":.*", "");
        String model = setup.spec().substring(setup.spec().indexOf(':') + 1);
        Map<String, Price> price = new LinkedHashMap<>();
        prices.of(provider, bases.isEmpty() ? "" : bases.getFirst(), model, setup, "models." + name)
                .ifPresent(known -> price.put(model, known));
        String fallback =
                setup.fallback().isEmpty() ? "" : words.say("models.fallback", String.join(", ", setup.fallback()));
        return new Entry(name, String.join(" ", bases), keys(variables), true, setup.spec() + fallback, price);
    }

    private Map<String, Boolean> keys(List<String> variables) {
        Map<String, Boolean> keys = new LinkedHashMap<>();
        variables.forEach(name -> keys.put(
                name, !speaker.shell().environment().getOrDefault(name, "").isBlank()));
        return keys;
    }

    private void list(List<Entry> entries) {
        int width = entries.stream()
                        .mapToInt(entry -> Columns.width(entry.name()))
                        .max()
                        .orElse(0)
                + 2;
        for (Entry entry : entries) {
            speaker.print(Columns.pad(entry.name(), width)
                    + (entry.base().isEmpty() ? words.say("models.no-base") : entry.base()));
            String keys = keys(entry);
            String prices = entry.prices().isEmpty()
                    ? ""
                    : words.say("models.prices", entry.prices().size());
            speaker.print(" ".repeat(width) + (keys.isEmpty() ? words.say("models.no-key") : keys) + prices);
            if (!entry.about().isEmpty()) {
                Help.wrap(entry.about(), Math.max(40, speaker.shell().width() - width))
                        .forEach(line -> speaker.print(" ".repeat(width) + line));
            }
        }
        speaker.print();
        speaker.print(words.say("models.as-of", Prices.asOf()));
        speaker.print(words.say("models.recorded"));
        speaker.print(words.say("models.own"));
    }

    private void full(Entry entry) {
        speaker.print(entry.name() + "  " + (entry.base().isEmpty() ? words.say("models.no-base") : entry.base()));
        String keys = keys(entry);
        speaker.print("  " + (keys.isEmpty() ? words.say("models.no-key") : keys));
        if (!entry.about().isEmpty()) {
            speaker.print("  " + entry.about());
        }
        if (entry.prices().isEmpty()) {
            speaker.print("  " + words.say("models.no-price"));
            return;
        }
        speaker.print("  " + words.say("models.as-of", Prices.asOf()));
        int width =
                entry.prices().keySet().stream().mapToInt(Columns::width).max().orElse(0) + 2;
        entry.prices()
                .forEach((model, price) -> speaker.print("    "
                        + Columns.pad(model, width)
                        + words.say(
                                "models.price",
                                price.input().toPlainString(),
                                price.cached().orElse(price.input()).toPlainString(),
                                price.output().toPlainString(),
                                price.currency())));
    }

    private String keys(Entry entry) {
        List<String> said = new ArrayList<>();
        entry.keys()
                .forEach((name, set) -> said.add(name + " "
                        + words.say(
                                set
                                        ? "models.key-set"
                                        : entry.needsKey() ? "models.key-unset" : "models.key-unneeded")));
        return String.join(words.say("closing.comma"), said);
    }
}
