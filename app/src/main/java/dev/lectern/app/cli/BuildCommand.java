package dev.lectern.app.cli;

import dev.lectern.Lectern;
import dev.lectern.Result;
import dev.lectern.app.words.Words;
import dev.lectern.options.BuildOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Documents become a dataset. */
final class BuildCommand implements Command {
    private final Settings settings;
    private final Speaker speaker;
    private final Words words;

    BuildCommand(Settings settings, Speaker speaker) {
        this.settings = settings;
        this.speaker = speaker;
        this.words = speaker.words();
    }

    @Override
    public int run() {
        BuildOptions options = new BuildRequest(settings, speaker).checked(true);
        if (options.recipe().isEmpty() && options.models().isEmpty()) {
            speaker.note(words.say("build.no-writer"));
            speaker.note(words.say("build.no-writer.next", again()));
        }
        if (!new Consent(settings, speaker).to(options)) {
            return Status.INTERRUPTED;
        }
        ProgressLines progress = new ProgressLines(speaker, System::nanoTime);
        try (Interrupts interrupts = new Interrupts(() -> interrupted(progress))) {
            Result result;
            try {
                result = Lectern.build(options, progress);
                HowBuilt.of(settings, speaker.shell().folder()).keep(result.folder());
            } catch (RuntimeException e) {
                progress.close();
                if (!interrupts.requested()) {
                    throw e;
                }
                return Status.INTERRUPTED;
            }
            progress.close();
            if (interrupts.requested()) {
                return Status.INTERRUPTED;
            }
            if (!speaker.quiet()) {
                new Closing(speaker, result.folder(), result.report(), result.exitStatus() == Status.BUDGET).say();
            }
            if (result.exitStatus() == Status.BUDGET) {
                speaker.note(words.say("build.budget", limits(options)));
                if (result.report().samples().accepted() == 0) {
                    speaker.note(words.say("build.budget.no-rows"));
                }
            }
            speaker.printJson(result.report());
            return result.exitStatus();
        }
    }

    private static String limits(BuildOptions options) {
        List<String> limits = new ArrayList<>();
        if (options.calls().maxCalls().isPresent()) {
            limits.add("--max-calls " + options.calls().maxCalls().getAsLong());
        }
        options.calls()
                .maxCost()
                .ifPresent(most -> limits.add("--max-cost " + most.amount().toPlainString() + most.currency()));
        return String.join(", ", limits);
    }

    private void interrupted(ProgressLines progress) {
        progress.close();
        speaker.note(words.say("build.interrupted"));
    }

    /** The command as it was typed, as far as it says where from and where to. */
    private String again() {
        String sources = settings.operands().stream().map(Quoted::of).collect(Collectors.joining(" "));
        String output = settings.given(Option.OUTPUT)
                .map(given -> " -o " + Quoted.of(given.value()))
                .orElse("");
        return speaker.shell().called() + " build " + sources + output;
    }
}
