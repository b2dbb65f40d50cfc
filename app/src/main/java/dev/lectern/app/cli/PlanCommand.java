package dev.lectern.app.cli;

import dev.lectern.BuildOptions;
import dev.lectern.Lectern;
import dev.lectern.Plan;
import dev.lectern.app.words.Words;

/** What a build would do, without doing it. */
final class PlanCommand implements Command {
    private final Settings settings;
    private final Speaker speaker;
    private final Words words;

    PlanCommand(Settings settings, Speaker speaker) {
        this.settings = settings;
        this.speaker = speaker;
        this.words = speaker.words();
    }

    @Override
    public int run() {
        BuildOptions options = new BuildRequest(settings, speaker).checked(false);
        ProgressLines progress = new ProgressLines(speaker, System::nanoTime);
        Plan plan;
        try {
            plan = Lectern.plan(options, progress);
        } finally {
            progress.close();
        }
        speaker.print(words.say("plan.recipe", plan.recipe()));
        speaker.print("  " + words.say("plan.corpus", plan.documents(), plan.passages(), plan.characters()));
        if (!plan.skipped().isEmpty()) {
            speaker.print("  " + words.say("closing.skipped", plan.skipped().size()));
            plan.skipped()
                    .forEach(file -> speaker.print(
                            "    " + file.file() + words.say("problems.colon") + words.translate(file.reason())));
        }
        if (plan.calls() == 0) {
            speaker.print("  " + words.say("plan.free"));
        } else {
            Plan.Tokens tokens = plan.tokens();
            speaker.print("  " + words.say("plan.calls", plan.calls(), plan.rows()));
            speaker.print("  " + words.say("plan.input", tokens.input()));
            speaker.print("  " + words.say("plan.output", tokens.outputLow(), tokens.output(), tokens.outputHigh()));
        }
        speaker.printJson(plan);
        return Status.DONE;
    }
}
