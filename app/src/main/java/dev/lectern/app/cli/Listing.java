package dev.lectern.app.cli;

import dev.lectern.app.words.Columns;
import dev.lectern.app.words.Words;
import dev.lectern.export.Formats;
import dev.lectern.prompt.Prompt;
import dev.lectern.prompt.ResourcePrompts;
import dev.lectern.recipe.Catalog;
import dev.lectern.recipe.RecipeCatalog;
import dev.lectern.stage.InOrder;
import dev.lectern.stage.PerDataset;
import dev.lectern.stage.PerGroup;
import dev.lectern.stage.PerSample;
import dev.lectern.stage.Stage;
import dev.lectern.text.Messages;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What there is of a kind: all with a line each, or one in full. The same with {@code --json}.
 *
 * @param names what there is, in the order of the list
 * @param line one line about one of them
 * @param full everything about one of them
 */
record Listing(
        Settings settings,
        Speaker speaker,
        List<String> names,
        Function<String, String> line,
        Function<String, String> full)
        implements Command {
    static Listing ofRecipes(Settings settings, Speaker speaker) {
        Words words = speaker.words();
        return new Listing(
                settings, speaker, RecipeCatalog.NAMES, name -> words.say("recipe." + name), RecipeCatalog::text);
    }

    static Listing ofStages(Settings settings, Speaker speaker) {
        Catalog catalog = new Catalog();
        Words words = speaker.words();
        List<String> names = new ArrayList<>(catalog.stageNames());
        names.addAll(catalog.drawNames());
        return new Listing(
                settings, speaker, names, name -> words.say("stage." + name), name -> stage(name, catalog, words));
    }

    private static String stage(String name, Catalog catalog, Words words) {
        StringBuilder text = new StringBuilder(name)
                .append(": ")
                .append(words.say("stage." + name))
                .append('\n');
        String shape = catalog.stage(name).map(Listing::shape).orElse("draw");
        text.append(words.say("shape." + shape)).append('\n');
        catalog.settings(name)
                .forEach((setting, otherwise) -> text.append("  ")
                        .append(Columns.pad(setting, 20))
                        .append(otherwise
                                .map(value -> words.say("stages.default", value))
                                .orElseGet(() -> words.say("stages.required")))
                        .append('\n'));
        return text.toString();
    }

    private static String shape(Class<? extends Stage> type) {
        Map<String, Class<?>> shapes = Map.of(
                "per-sample", PerSample.class,
                "per-group", PerGroup.class,
                "in-order", InOrder.class,
                "per-dataset", PerDataset.class);
        Optional<String> shape = shapes.entrySet().stream()
                .filter(entry -> entry.getValue().isAssignableFrom(type))
                .map(Map.Entry::getKey)
                .findFirst();
        return shape.orElseThrow();
    }

    static Listing ofPrompts(Settings settings, Speaker speaker) {
        ResourcePrompts prompts = OwnPrompts.of(settings, speaker.shell())
                .folder()
                .map(ResourcePrompts::over)
                .orElseGet(ResourcePrompts::shipped);
        return new Listing(
                settings,
                speaker,
                List.copyOf(ResourcePrompts.names()),
                name -> speaker.words().say("prompts.line", String.join(", ", ResourcePrompts.LANGUAGES)),
                name -> {
                    Prompt prompt = prompts.prompt(name, speaker.words().language());
                    return prompt.system() + "\n\n---user---\n\n" + prompt.user() + "\n";
                });
    }

    static Listing ofFormats(Settings settings, Speaker speaker) {
        Messages about = Messages.of("export", speaker.words().language());
        Function<String, String> line = name -> about.name("format", name);
        return new Listing(
                settings,
                speaker,
                List.copyOf(Formats.all().keySet()),
                line,
                name -> name + ": " + line.apply(name) + "\n");
    }

    @Override
    public int run() {
        Optional<String> wanted = settings.operands().stream().findFirst();
        Problems problems = settings.problems();
        settings.operands().stream()
                .filter(name -> !names.contains(name))
                .forEach(name ->
                        problems.add(speaker.words().say("problem.name", name), "", problems.nearest(name, names)));
        settings.operands().stream()
                .skip(1)
                .forEach(name -> problems.add(
                        speaker.words().say("problem.operand", name),
                        "",
                        speaker.words().say("problem.one-name")));
        problems.raise();
        if (wanted.isPresent()) {
            String text = full.apply(wanted.get());
            speaker.print(text.stripTrailing());
            speaker.printJson(entry(wanted.get(), text));
        } else {
            int width = names.stream().mapToInt(Columns::width).max().orElse(0) + 2;
            names.forEach(name -> show(name, width));
            speaker.printJson(names.stream().map(name -> entry(name, "")).toList());
        }
        return Status.DONE;
    }

    private void show(String name, int width) {
        List<String> lines =
                Help.wrap(line.apply(name), Math.max(30, speaker.shell().width() - width));
        for (int i = 0; i < lines.size(); i++) {
            speaker.print(Columns.pad(i == 0 ? name : "", width) + lines.get(i));
        }
    }

    private Map<String, String> entry(String name, String text) {
        Map<String, String> entry = new LinkedHashMap<>();
        entry.put("name", name);
        entry.put("about", line.apply(name));
        if (!text.isEmpty()) {
            entry.put("text", text);
        }
        return entry;
    }
}
