package dev.lectern.app.cli;

import dev.lectern.app.words.Words;
import dev.lectern.check.ProblemsException;
import dev.lectern.people.Calibration;
import dev.lectern.people.RatedRows;
import dev.lectern.people.Ratings;
import dev.lectern.people.Reviews;
import dev.lectern.recipe.Catalog;
import dev.lectern.recipe.Recipe;
import dev.lectern.recipe.RecipeCatalog;
import dev.lectern.sheet.Sheets;
import dev.lectern.stage.Named;
import dev.lectern.stage.Stage;
import dev.lectern.stage.screen.Require;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/** Holds the scores of a run against what people say of some of its rows: how far they agree, which way they lean, where to cut. */
final class CalibrateCommand implements Command {
    private final Settings settings;
    private final Speaker speaker;
    private final Words words;

    CalibrateCommand(Settings settings, Speaker speaker) {
        this.settings = settings;
        this.speaker = speaker;
        this.words = speaker.words();
    }

    @Override
    public int run() {
        int operands = Math.clamp(settings.operands().size(), 1, 2);
        Path run = RunArgument.folder(settings, speaker, Verb.CALIBRATE, operands);
        Ratings ratings = operands == 2
                ? Ratings.read(Sheets.read(
                        Paths.of(speaker.shell(), settings.operands().get(1)), ""))
                : Ratings.of(Reviews.in(run));
        if (ratings.byId().isEmpty()) {
            throw new ProblemsException(
                    "nobody has rated a row of this run",
                    settings.operands().getFirst(),
                    "write rows to a sheet with 'review RUN -o rows.xlsx', rate some 20, and name the sheet here");
        }
        SortedMap<String, String> stages = new TreeMap<>();
        SortedMap<String, Double> cuts = new TreeMap<>();
        Recipe recipe = RecipeCatalog.named(run.resolve("run/recipe.yaml").toString(), List.of(), new Catalog());
        for (Named<Stage> stage : recipe.stages()) {
            if (stage.what() instanceof Require cut) {
                stages.put(cut.score(), stage.name());
                cuts.put(cut.score(), cut.atLeast());
            }
        }
        List<Calibration> scores = RatedRows.of(run, ratings, cuts);
        int rated = ratings.byId().size();
        long good = ratings.byId().values().stream().filter(Ratings.Rated::good).count();
        speaker.print(words.say("calibrate.rated", rated, good, rated - good));
        if (scores.isEmpty()) {
            speaker.print(words.say("calibrate.no-score"));
        }
        scores.forEach(score -> say(score, stages.getOrDefault(score.name(), "")));
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("rated", rated);
        summary.put("good", good);
        summary.put("scores", scores);
        speaker.printJson(summary);
        return Status.DONE;
    }

    private void say(Calibration score, String stage) {
        speaker.print();
        speaker.print(score.name());
        line(words.say("calibrate.rows", score.rows()));
        number(score.tells()).ifPresent(tells -> line(words.say("calibrate.tells", percent(tells))));
        number(score.bias())
                .ifPresent(bias -> line(words.say(
                        bias > 0 ? "calibrate.milder" : "calibrate.stricter",
                        String.format(Locale.ROOT, "%+.2f", bias))));
        score.now().ifPresent(now -> line(words.say("calibrate.now", plain(now.atLeast()), outcome(now, score))));
        if (score.best().isEmpty()) {
            line(words.say(score.good() == 0 ? "calibrate.none-good" : "calibrate.all-good"));
            return;
        }
        Calibration.Cut best = score.best().get();
        line(words.say("calibrate.best", plain(best.atLeast()), outcome(best, score)));
        line(
                stage.isEmpty()
                        ? words.say("calibrate.require", score.name(), plain(best.atLeast()))
                        : words.say("calibrate.set", stage, plain(best.atLeast())));
    }

    private String outcome(Calibration.Cut cut, Calibration score) {
        return words.say(
                "calibrate.outcome",
                percent(cut.agreement()),
                percent(cut.low()),
                percent(cut.high()),
                cut.keptGood(),
                score.good(),
                cut.keptBad(),
                score.rows() - score.good());
    }

    private static Optional<Double> number(OptionalDouble value) {
        return value.isPresent() ? Optional.of(value.getAsDouble()) : Optional.empty();
    }

    private void line(String text) {
        speaker.print("  " + text);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f", 100 * share);
    }

    private static String plain(double number) {
        return new BigDecimal(Double.toString(number)).stripTrailingZeros().toPlainString();
    }
}
