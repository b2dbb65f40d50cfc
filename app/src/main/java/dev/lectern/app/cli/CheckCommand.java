package dev.lectern.app.cli;

import dev.lectern.app.words.Words;
import dev.lectern.check.ProblemsException;
import dev.lectern.export.check.DataCheck;
import dev.lectern.export.check.DataCheck.FileResult;
import dev.lectern.export.check.Effect;
import dev.lectern.export.check.Finding;
import dev.lectern.export.check.Trainer;
import dev.lectern.seed.Facts;
import dev.lectern.text.Messages;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Holds data files to a trainer's rules. A file that the trainer would not take whole is status 2: the input is wrong. */
final class CheckCommand implements Command {
    /** Of each rule and file, as many are shown one by one; the rest are counted. */
    private static final int SHOWN = 5;

    private final Settings settings;
    private final Speaker speaker;
    private final Words words;
    private final Messages rules;
    private final List<Finding> kept = new ArrayList<>();
    private final Map<String, Integer> seen = new TreeMap<>();

    CheckCommand(Settings settings, Speaker speaker) {
        this.settings = settings;
        this.speaker = speaker;
        this.words = speaker.words();
        this.rules = Finding.messages(words.language());
    }

    @Override
    public int run() {
        Problems problems = settings.problems();
        Trainer trainer = settings.word(Option.TRAINER, Trainer.names())
                .map(Trainer::named)
                .orElse(Trainer.LLAMA_FACTORY);
        if (settings.operands().isEmpty()) {
            problems.add(
                    words.say("problem.operands", "check", Verb.CHECK.operands()),
                    "",
                    words.say("problem.operands.fix", "check"));
        }
        Facts facts = facts(problems);
        problems.raise();
        List<FileResult> results = new ArrayList<>();
        for (String operand : settings.operands()) {
            try {
                results.addAll(DataCheck.run(Paths.of(speaker.shell(), operand), trainer, facts, this::found));
            } catch (ProblemsException e) {
                problems.addAll(e);
            }
        }
        problems.raise();
        results.forEach(result -> show(result, trainer));
        boolean accepted = results.stream().allMatch(FileResult::accepted);
        int status = accepted ? Status.DONE : Status.WRONG;
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("exit", status);
        object.put("trainer", trainer.typed());
        object.put("accepted", accepted);
        object.put("files", results);
        object.put("findings", kept.stream().map(this::entry).toList());
        speaker.printJson(object);
        return status;
    }

    private Facts facts(Problems problems) {
        try {
            return settings.text(Option.FACTS)
                    .map(file -> Facts.read(Paths.of(speaker.shell(), file), "auto"))
                    .orElse(Facts.NONE);
        } catch (ProblemsException e) {
            problems.addAll(e);
            return Facts.NONE;
        }
    }

    /** Every row with an old fact is named: they are what was looked for. */
    private void found(Finding finding) {
        if (finding.rule().equals("old-fact")
                || seen.merge(finding.file() + "\n" + finding.rule(), 1, Integer::sum) <= SHOWN) {
            kept.add(finding);
        }
    }

    private void show(FileResult result, Trainer trainer) {
        String verdict = result.accepted()
                ? speaker.paint(Speaker.Paint.GREEN, words.say("check.accepted", trainer.typed()))
                : speaker.paint(
                        Speaker.Paint.RED,
                        words.say("check.refused", trainer.typed(), result.badRows(), result.rows()));
        speaker.print(words.say("check.file", result.file(), result.layout(), result.rows()) + verdict);
        result.findings().forEach((rule, count) -> rule(result.file(), rule, count));
    }

    private void rule(String file, String rule, long count) {
        List<Finding> findings = kept.stream()
                .filter(finding -> finding.file().equals(file) && finding.rule().equals(rule))
                .toList();
        for (Finding finding : findings) {
            String line = finding.line() > 0 ? words.say("check.line", finding.line()) : "";
            speaker.print("  " + line + effect(finding.effect()) + finding.what(rules));
        }
        if (count > findings.size()) {
            speaker.print("  " + words.say("check.more", count - findings.size()));
        }
        findings.stream()
                .findFirst()
                .map(finding -> finding.fix(rules))
                .filter(fix -> !fix.isBlank())
                .ifPresent(fix -> speaker.print("    " + fix));
    }

    private String effect(Effect effect) {
        return words.say("check.effect." + effect.name().toLowerCase(Locale.ROOT)) + words.say("problems.colon");
    }

    private Map<String, Object> entry(Finding finding) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("file", finding.file());
        entry.put("line", finding.line());
        entry.put("effect", finding.effect().name().toLowerCase(Locale.ROOT));
        entry.put("rule", finding.rule());
        entry.put("what", finding.what(rules));
        entry.put("fix", finding.fix(rules));
        return entry;
    }
}
