package dev.lectern.tell;

import dev.lectern.aim.Aim;
import dev.lectern.aim.Chronicle;
import dev.lectern.aim.RoundLine;
import dev.lectern.aim.Sight;
import dev.lectern.engine.Progress;
import dev.lectern.engine.RunFolder;
import dev.lectern.export.Note;
import dev.lectern.model.Cost;
import dev.lectern.model.Reply;
import dev.lectern.model.ReplyStore;
import dev.lectern.model.call.Models;
import dev.lectern.options.BuildOptions;
import dev.lectern.options.Selecting;
import dev.lectern.select.Target;
import dev.lectern.text.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Tells of a selection while it goes on: a line a round in the run folder and for whoever waits; and what the rounds have taken. */
public record Selected(Path lines, ReplyStore store, Models models, Progress progress, String uiLanguage) {
    /** One line a round: what was chosen, what it brought, and what other policies would have chosen. */
    static final String FILE = "run/selection.jsonl";

    public static Chronicle chronicle(
            RunFolder folder, ReplyStore store, Models models, BuildOptions options, Progress progress) {
        Selected told = new Selected(folder.root().resolve(FILE), store, models, progress, options.uiLanguage());
        return new Chronicle(told::spent, told::write, told::say, told::looked);
    }

    /** What the calls took, whether made now or in an earlier run of the folder. */
    private Chronicle.Spending spent(Set<String> calls) {
        long input = 0;
        long output = 0;
        long requests = 0;
        long micros = 0;
        boolean known = true;
        String currency = Accounts.currency(models);
        for (String key : calls) {
            Optional<Reply> reply = store.find(key);
            if (reply.isPresent()) {
                input += reply.get().usage().input();
                output += reply.get().usage().output();
                requests += reply.get().calls();
                Cost cost = reply.get().cost().micros() == 0
                        ? Cost.NOTHING
                        : models.prices().in(reply.get().cost(), currency).orElse(Cost.UNKNOWN);
                known = known && cost.known();
                micros += Math.max(0, cost.micros());
            }
        }
        return new Chronicle.Spending(requests, input, output, micros, known);
    }

    private void write(RoundLine round) {
        StandardOpenOption how = round.round() == 1 ? StandardOpenOption.TRUNCATE_EXISTING : StandardOpenOption.APPEND;
        try {
            Files.writeString(lines, Json.line(round) + "\n", StandardOpenOption.CREATE, StandardOpenOption.WRITE, how);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + lines, e);
        }
        progress.hear(new Progress.Noted(
                "round {0}: {1} of {2} chosen so far, {3} rows came out, {4} of them fit; about {5} % of what fits is held",
                List.of(
                        String.valueOf(round.round()),
                        String.valueOf(round.named()),
                        String.valueOf(round.items()),
                        String.valueOf(round.pairs()),
                        String.valueOf(round.fitting()),
                        String.format(Locale.ROOT, "%.0f", 100 * round.recall()))));
    }

    private void say(Chronicle.Remark remark) {
        progress.hear(new Progress.Noted("{0}", List.of(note(remark).in(uiLanguage))));
    }

    /** What a user should know of the target and of how it went. */
    static List<Note> notes(Sight sight) {
        List<Note> notes = new ArrayList<>();
        for (Aim.Goal goal : sight.aim().goals()) {
            int examples = goal.examples().size();
            if (goal.leftOut() > 0) {
                notes.add(new Note("target-drawn", goal.name(), examples + goal.leftOut(), examples));
            }
            if (examples > Target.Goal.MOST) {
                notes.add(new Note("target-grouped", goal.name(), examples, Target.Goal.GROUPS));
            }
            if (goal.blank() + goal.copies() > 0) {
                notes.add(new Note("target-skipped", goal.name(), goal.blank(), goal.copies()));
            }
            if (examples == 1 && goal.kind() != Aim.Kind.SENTENCE) {
                notes.add(new Note("target-one", goal.name()));
            }
        }
        sight.chronicle().remarks().forEach(remark -> notes.add(note(remark)));
        return notes;
    }

    private static Note note(Chronicle.Remark remark) {
        return new Note(remark.key(), remark.arguments());
    }

    private void looked(long done, long all) {
        Progress.Counts counts = Progress.Counts.NONE;
        progress.hear(new Progress.Advanced(Selecting.DRAW, done, all, counts, Progress.Calls.NONE));
        if (done == all) {
            progress.hear(new Progress.Ended(Selecting.DRAW, counts, Duration.ZERO));
        }
    }
}
