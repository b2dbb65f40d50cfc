package dev.lectern.app.cli;

import dev.lectern.app.words.Words;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder of a run, named as the first operand of a command. */
final class RunArgument {
    private RunArgument() {}

    /** @param operands how many the command takes, the folder among them */
    static Path folder(Settings settings, Speaker speaker, Verb verb, int operands) {
        Words words = speaker.words();
        Problems problems = settings.problems();
        if (settings.operands().size() != operands) {
            problems.add(
                    words.say("problem.operands", verb.typed(), verb.operands()),
                    "",
                    words.say("problem.operands.fix", verb.typed()));
            problems.raise();
        }
        String typed = settings.operands().getFirst();
        Path folder = Paths.of(speaker.shell(), typed);
        if (!Files.isRegularFile(folder.resolve("run").resolve("manifest.json"))) {
            String key = Files.isDirectory(folder) ? "problem.no-run" : "problem.source";
            problems.add(words.say(key, typed), "", words.say("problem.no-run.fix"));
        }
        problems.raise();
        return folder;
    }
}
