package dev.lectern.app.cli;

import dev.lectern.Lectern;
import dev.lectern.app.words.Words;
import dev.lectern.model.ReplyStoreProvider;
import dev.lectern.options.BuildOptions;
import dev.lectern.plan.Plan;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Asks a person before the first money of a run folder is spent: shows what it will come to, and where the passages go. Asks nothing
 * with {@code --yes}, without a keyboard, and where the folder holds replies already, since then somebody has said yes before.
 */
final class Consent {
    private final Settings settings;
    private final Speaker speaker;
    private final Words words;

    Consent(Settings settings, Speaker speaker) {
        this.settings = settings;
        this.speaker = speaker;
        this.words = speaker.words();
    }

    /** Whether to go on. */
    boolean to(BuildOptions options) {
        boolean begun = Files.exists(options.output().resolve("run").resolve(ReplyStoreProvider.FILE));
        if (speaker.shell().keyboard().isEmpty()
                || !speaker.shell().terminal()
                || settings.flag(Option.YES)
                || options.models().isEmpty()
                || begun) {
            return true;
        }
        ProgressLines progress = new ProgressLines(speaker, System::nanoTime);
        Plan plan;
        try {
            plan = Lectern.plan(options, progress);
        } finally {
            progress.close();
        }
        if (plan.hosts().isEmpty()) {
            return true;
        }
        new PlanLines(plan, words)
                .shortly()
                .forEach(line -> speaker.shell().err().println("  " + line));
        return confirmed(words.say("build.confirm"));
    }

    /** Whether to ask anew for so many replies that are there already. */
    boolean toAskAnew(long replies) {
        return speaker.shell().keyboard().isEmpty()
                || !speaker.shell().terminal()
                || settings.flag(Option.YES)
                || confirmed(words.say("failures.confirm", replies));
    }

    private boolean confirmed(String question) {
        speaker.shell().err().print(question);
        speaker.shell().err().flush();
        boolean yes = List.of("y", "yes", "是", "好").contains(answer());
        if (!yes) {
            speaker.note(words.say("build.declined"));
        }
        return yes;
    }

    /** The line that was typed; none at the end of what can be read. */
    private String answer() {
        try {
            BufferedReader lines = new BufferedReader(
                    new InputStreamReader(speaker.shell().keyboard().orElseThrow(), StandardCharsets.UTF_8));
            return Optional.ofNullable(lines.readLine()).orElse("").strip().toLowerCase(Locale.ROOT);
        } catch (IOException e) {
            return "";
        }
    }
}
