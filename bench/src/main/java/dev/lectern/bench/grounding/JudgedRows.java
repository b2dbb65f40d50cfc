package dev.lectern.bench.grounding;

import dev.lectern.corpus.Corpus;
import dev.lectern.model.ChatModel;
import dev.lectern.sample.Outcome;
import dev.lectern.sample.Sample;
import dev.lectern.stage.judge.CheckGrounding;
import dev.lectern.stage.screen.Require;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What judges that are right with a known probability add to the program's checks, beside what theory says. They see what those let through.
 *
 * @param judges how many, each right with the same probability
 * @param atLeast share of them that must say yes for a row to stay
 */
record JudgedRows(int judges, double right, double atLeast) {
    /** Rows by truth and by what became of them. */
    private record Tally(int all, int byProgram, int caught) {
        Tally plus(boolean program, boolean judged) {
            return new Tally(all + 1, byProgram + (program ? 1 : 0), caught + (program || judged ? 1 : 0));
        }
    }

    /** A line of JSON for the oracle's errors, and one for its good answers. */
    List<String> lines(String language, List<GroundingBench.Judged> rows, Corpus corpus) {
        Tally wrong = new Tally(0, 0, 0);
        Tally good = new Tally(0, 0, 0);
        for (GroundingBench.Judged row : rows) {
            boolean fine = row.said().fault().isEmpty();
            boolean program = row.reason().isPresent();
            boolean judged = !program && drops(row, fine, corpus);
            wrong = fine ? wrong : wrong.plus(program, judged);
            good = fine ? good.plus(program, judged) : good;
        }
        int yes = (int) Math.ceil(atLeast * judges - 1e-9);
        double refuted = KnownJudge.atLeast(judges - yes + 1, judges, right);
        double lost = 1 - KnownJudge.atLeast(yes, judges, right);
        return List.of(line(language, "wrong", wrong, refuted), line(language, "good", good, lost));
    }

    private boolean drops(GroundingBench.Judged row, boolean fine, Corpus corpus) {
        List<ChatModel> bench = new ArrayList<>();
        for (int judge = 1; judge <= judges; judge++) {
            bench.add(new KnownJudge(judge, right, row.pair(), fine));
        }
        BenchTools tools = new BenchTools(corpus, Map.of("judge", bench));
        Sample sample = GroundingBench.row(row.pair(), row.said(), corpus);
        Sample judged = new CheckGrounding().apply(sample, tools).getFirst().sample();
        return new Require("grounded", atLeast).apply(judged, tools).getFirst() instanceof Outcome.Dropped;
    }

    /** @param after the share of what the program lets through that the judges should drop */
    private String line(String language, String rows, Tally tally, double after) {
        double program = (double) tally.byProgram / tally.all;
        double theory = program + (1 - program) * after;
        double measured = (double) tally.caught / tally.all;
        return String.format(
                Locale.ROOT,
                "{\"language\":\"%s\",\"rows\":\"%s\",\"judges\":%d,\"right\":%.2f,\"at-least\":%.1f,\"number\":%d,\"program\":%.4f,"
                        + "\"dropped\":%.4f,\"theory\":%.4f,\"off\":%.4f}",
                language,
                rows,
                judges,
                right,
                atLeast,
                tally.all,
                program,
                measured,
                theory,
                measured - theory);
    }
}
