package dev.lectern.app.cli;

import dev.lectern.app.words.Words;
import dev.lectern.check.ProblemsException;
import dev.lectern.engine.Manifest;
import dev.lectern.engine.RunFolder;
import dev.lectern.model.ReplyStore;
import dev.lectern.model.ReplyStoreProvider;
import dev.lectern.report.Failures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** What failed in a run and why. With {@code --retry} the replies behind it are retired, and the build runs again and draws them anew. */
final class FailuresCommand implements Command {
    private final Settings settings;
    private final Speaker speaker;
    private final Words words;

    FailuresCommand(Settings settings, Speaker speaker) {
        this.settings = settings;
        this.speaker = speaker;
        this.words = speaker.words();
    }

    @Override
    public int run() {
        Path folder = RunArgument.folder(settings, speaker, Verb.FAILURES, 1);
        boolean atWork = RunFolder.atWork(folder);
        if (atWork && settings.flag(Option.RETRY)) {
            throw new ProblemsException(
                    "another process is at work in the output folder",
                    folder.toString(),
                    "wait for it, or choose another folder");
        }
        Failures failures = atWork ? Failures.soFar(folder.resolve(RunFolder.WORK)) : Failures.of(folder);
        if (atWork) {
            speaker.print(
                    words.say("failures.at-work", Failures.count(failures.failed()), Failures.count(failures.held())));
        }
        show("failures.failed", failures.failed());
        show("failures.held", failures.held());
        if (!atWork && failures.failed().isEmpty() && failures.held().isEmpty()) {
            speaker.print(words.say(manifest(folder).complete() ? "failures.none" : "failures.broke-off"));
        }
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("at_work", atWork);
        object.put("failed", failures.failed());
        object.put("held", failures.held());
        if (settings.flag(Option.RETRY)) {
            return retry(folder, failures, object);
        }
        if (!atWork && !failures.failed().isEmpty()) {
            speaker.print(words.say("failures.next", speaker.shell().called(), Quoted.of(folder.toString())));
        }
        speaker.printJson(object);
        return Status.DONE;
    }

    private void show(String title, List<Failures.Group> groups) {
        if (groups.isEmpty()) {
            return;
        }
        speaker.print(words.say(title, Failures.count(groups)));
        for (Failures.Group group : groups) {
            String cause = group.cause()
                    .lines()
                    .map(line -> words.translate(line.strip()))
                    .collect(Collectors.joining("\n     "));
            speaker.print("  " + group.count() + "  " + group.stage() + ": " + cause);
            for (Failures.Example example : group.examples()) {
                speaker.print("      " + example.id() + (example.raw().isEmpty() ? "" : "  " + example.raw()));
            }
        }
        speaker.print();
    }

    private int retry(Path folder, Failures failures, Map<String, Object> object) {
        Manifest manifest = manifest(folder);
        Optional<HowBuilt> built = HowBuilt.in(folder);
        built.map(HowBuilt::gone).filter(gone -> !gone.isEmpty()).ifPresent(gone -> {
            throw new ProblemsException(
                    "what this run was built from is not there any more",
                    String.join(", ", gone),
                    "put it back, or build from where it is now with --output " + Quoted.of(folder.toString()));
        });
        if (!failures.calls().isEmpty()
                && !new Consent(settings, speaker).toAskAnew(failures.calls().size())) {
            return Status.INTERRUPTED;
        }
        long retired = retired(folder, manifest, failures);
        object.put("retired", retired);
        if (retired == 0 && failures.held().isEmpty()) {
            speaker.print(words.say("failures.nothing-to-retry"));
            speaker.printJson(object);
            return Status.DONE;
        } else if (built.isEmpty()) {
            String sources = manifest.sources().stream().map(Quoted::of).collect(Collectors.joining(" "));
            String next = speaker.shell().called() + " build " + sources + " -o " + Quoted.of(folder.toString())
                    + models(manifest);
            object.put("next", next);
            speaker.print(words.say("failures.retired", retired));
            speaker.print("  " + next);
            speaker.printJson(object);
            return Status.DONE;
        }
        speaker.print(words.say("failures.again", retired));
        return again(built.get(), folder);
    }

    /** Runs the build once more, as if it were typed where it was typed then. */
    private int again(HowBuilt built, Path folder) {
        Speaker there = speaker.in(Path.of(built.folder()));
        return new CommandLineReader(there)
                .read(built.arguments(folder.toAbsolutePath()))
                .run();
    }

    private static long retired(Path folder, Manifest manifest, Failures failures) {
        Path file = folder.resolve("run").resolve(ReplyStoreProvider.FILE);
        if (!Files.exists(file) || failures.calls().isEmpty()) {
            return 0;
        }
        // A build that is at work there would go on with the replies that it has read already.
        try (RunFolder taken = RunFolder.open(folder, manifest.recipe());
                ReplyStore replies = store(taken.run().resolve(ReplyStoreProvider.FILE))) {
            return failures.calls().stream().filter(replies::retire).count();
        }
    }

    /** The roles as options, as far as the manifest knows: a pool goes by its own name. */
    private static String models(Manifest manifest) {
        StringBuilder options = new StringBuilder();
        manifest.models()
                .forEach((role, able) -> able.forEach(facts -> {
                    String base = facts.at("/id/base").asText();
                    String name = facts.at("/id/name").asText();
                    boolean address = base.startsWith("http");
                    String option = role.equals("voters") ? "voter" : role;
                    String spec = address ? facts.at("/id/provider").asText() + ":" + name : base;
                    options.append(" --").append(option).append(' ').append(Quoted.of(spec));
                    if (address && options.indexOf("--base-url") < 0) {
                        options.append(" --base-url ").append(Quoted.of(base));
                    }
                }));
        return options.toString();
    }

    private static Manifest manifest(Path folder) {
        try {
            return RunFolder.manifest(folder).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the manifest", e);
        }
    }

    private static ReplyStore store(Path file) {
        return ServiceLoader.load(ReplyStoreProvider.class)
                .findFirst()
                .map(provider -> provider.open(file))
                .orElseThrow(() -> new ProblemsException(
                        "no part that keeps replies is installed", file.toString(), "install Lectern whole"));
    }
}
