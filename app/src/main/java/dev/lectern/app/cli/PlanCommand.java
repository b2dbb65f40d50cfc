package dev.lectern.app.cli;

import dev.lectern.Lectern;
import dev.lectern.app.words.Words;
import dev.lectern.options.BuildOptions;
import dev.lectern.plan.Plan;

/** What a build would do, without doing it; with a pilot, after a little of it was done. */
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
        int pilot = settings.whole(Option.PILOT, 1)
                .map(passages -> (int) Math.min(passages, 100_000))
                .orElse(0);
        if (pilot > 0 && settings.given(Option.OUTPUT).isEmpty()) {
            settings.problems()
                    .add(words.say("plan.pilot.where"), Option.PILOT.typed(), words.say("plan.pilot.where.fix"));
        }
        BuildOptions options = new BuildRequest(settings, speaker).checked(pilot > 0);
        if (pilot > 0 && !new Consent(settings, speaker).to(options)) {
            return Status.INTERRUPTED;
        }
        ProgressLines progress = new ProgressLines(speaker, System::nanoTime);
        Plan plan;
        try {
            plan = Lectern.plan(options, progress, pilot);
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
        if (plan.hosts().isEmpty()) {
            speaker.print("  " + words.say("plan.free"));
        } else {
            new PlanLines(plan, words).lines().forEach(line -> speaker.print("  " + line));
        }
        speaker.printJson(plan);
        return Status.DONE;
    }
}
