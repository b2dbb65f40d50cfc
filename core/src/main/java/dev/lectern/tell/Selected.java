package dev.lectern.tell;

import dev.lectern.aim.Aim;
import dev.lectern.aim.Chronicle;
import dev.lectern.aim.RoundLine;
import dev.lectern.aim.Sight;
import dev.lectern.aim.Stop;
import dev.lectern.engine.Progress;
import dev.lectern.engine.RunFolder;
import dev.lectern.export.Note;
import dev.lectern.model.Cost;
import dev.lectern.model.Reply;
import dev.lectern.model.ReplyStore;
import dev.lectern.model.call.Models;
import dev.lectern.options.BuildOptions;
import dev.lectern.options.Selecting;
import dev.lectern.recipe.Recipe;
import dev.lectern.select.Target;
import dev.lectern.stage.screen.Require;
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
import java.util.SortedMap;
import java.util.TreeMap;

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
        SortedMap<String, Long> byModel = new TreeMap<>();
        String currency = Accounts.currency(models);
        for (String key : calls) {
            Optional<Reply> reply = store.find(key);
            if (reply.isPresent()) {
                input += reply.get().usage().input();
                output += reply.get().usage().output();
                byModel.merge(
                        reply.get().answeredBy(),
                        reply.get().usage().input() + reply.get().usage().output(),
                        Long::sum);
                requests += reply.get().calls();
                Cost cost = reply.get().cost().micros() == 0
                        ? Cost.NOTHING
                        : models.prices().in(reply.get().cost(), currency).orElse(Cost.UNKNOWN);
                known = known && cost.known();
                micros += Math.max(0, cost.micros());
            }
        }
        return new Chronicle.Spending(requests, input, output, micros, known, byModel);
    }

    private void write(RoundLine round) {
        StandardOpenOption how = round.round() == 1 ? StandardOpenOption.TRUNCATE_EXISTING : StandardOpenOption.APPEND;
        try {
            Files.writeString(lines, Json.line(round) + "\n", StandardOpenOption.CREATE, StandardOpenOption.WRITE, how);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + lines, e);
        }
        progress.hear(new Progress.Noted(
                saidOf(round),
                List.of(
                        String.valueOf(round.round()),
                        String.valueOf(round.named()),
                        String.valueOf(round.items()),
                        String.valueOf(round.pairs()),
                        String.valueOf(round.fitting()),
                        String.format(Locale.ROOT, "%.0f", 100 * round.recall()))));
    }

    private static String saidOf(RoundLine round) {
        if (round.pairs() == 0) {
            return "round {0}: {1} of {2} chosen so far, no row came out";
        }
        return round.foreign()
                ? "round {0}: {1} of {2} chosen so far, {3} rows came out, {4} of them fit; hardly anything here resembles the target"
                : "round {0}: {1} of {2} chosen so far, {3} rows came out, {4} of them fit; about {5} % of what fits is held";
    }

    private void say(Chronicle.Remark remark) {
        progress.hear(new Progress.Noted("{0}", List.of(note(remark).in(uiLanguage))));
    }

    /** What a user should know of the target and of how it went. */
    static List<Note> notes(Sight sight, Recipe recipe) {
        List<Note> notes = new ArrayList<>();
        for (Aim.Goal goal : sight.aim().goals()) {
            int examples = goal.examples().size();
            if (goal.leftOut() > 0) {
                notes.add(new Note("target-drawn", goal.name(), examples + goal.leftOut(), examples));
            }
            if (examples > Target.Goal.MOST) {
                notes.add(new Note("target-grouped", goal.name(), examples, Target.Goal.GROUPS));
            }
            if (goal.blank() > 0) {
                notes.add(new Note("target-blank", goal.name(), goal.blank()));
            }
            if (goal.copies() > 0) {
                notes.add(new Note("target-copies", goal.name(), goal.copies()));
            }
            if (examples == 1 && goal.kind() != Aim.Kind.SENTENCE) {
                notes.add(new Note("target-one", goal.name()));
            }
        }
        sight.chronicle().remarks().forEach(remark -> notes.add(note(remark)));
        foreign(sight).ifPresent(notes::add);
        unfit(sight, recipe).ifPresent(notes::add);
        return notes;
    }

    /** Rows fit now and then, and hardly anything is like the target. */
    private static Optional<Note> foreign(Sight sight) {
        return sight.chronicle().rounds().stream()
                .reduce((earlier, later) -> later)
                .filter(last -> last.foreign() && last.fitting() > 0)
                .map(last -> new Note("select-foreign", last.fitting(), last.pairs(), Math.round(100 * last.front())));
    }

    /** Rows that came out and fit the target too little. */
    private static Optional<Note> unfit(Sight sight, Recipe recipe) {
        List<RoundLine> rounds = sight.chronicle().rounds();
        boolean cuts = recipe.stages().stream()
                .anyMatch(stage ->
                        stage.what() instanceof Require cut && cut.score().equals(Sight.FIT) && cut.atLeast() > 0);
        if (rounds.isEmpty() || sight.chronicle().stop().equals(Optional.of(Stop.BLIND))) {
            return Optional.empty();
        }
        RoundLine last = rounds.getLast();
        if (last.pairs() > 0 && last.fitting() == 0) {
            return Optional.of(new Note(cuts ? "select-none-fits" : "select-none-fits-kept", last.pairs()));
        }
        return cuts || last.fitting() == last.pairs()
                ? Optional.empty()
                : Optional.of(new Note("select-all-kept", last.fitting(), last.pairs()));
    }

    private static Note note(Chronicle.Remark remark) {
        return new Note(remark.key(), remark.arguments());
    }

    private void looked(long done, long all) {
        Progress.Counts counts = Progress.Counts.NONE;
        progress.hear(new Progress.Advanced(Selecting.DRAW, done, all, counts, Progress.Calls.NONE));
        if (done == all) {
            Progress.Counts looked = new Progress.Counts(all, 0, all, 0, 0, 0);
            progress.hear(new Progress.Ended(Selecting.DRAW, looked, Duration.ZERO));
        }
    }
}
