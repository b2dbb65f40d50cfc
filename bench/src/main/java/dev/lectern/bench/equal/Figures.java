package dev.lectern.bench.equal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/** The plays of one policy. A mean is over themes and seeds; the spread beside it is that of the seeds' means over themes. */
final class Figures {
    private final TreeMap<String, TreeMap<Integer, Play>> plays = new TreeMap<>();

    void add(String theme, int seed, Play play) {
        plays.computeIfAbsent(theme, made -> new TreeMap<>()).put(seed, play);
    }

    /** @param everything whether the policy is the one that extracts from all documents, whatever it finds on the way */
    void write(ObjectNode into, boolean everything) {
        ToDoubleFunction<Play> calls = play -> everything ? 1 : play.calls80();
        ObjectNode calls80 = spread(into.putObject("calls80"), calls);
        TreeMap<String, Double> perTheme = new TreeMap<>();
        plays.forEach((theme, bySeed) -> perTheme.put(theme, mean(bySeed.values(), calls)));
        calls80.put(
                "worst",
                rounded(perTheme.values().stream()
                        .mapToDouble(Double::doubleValue)
                        .max()
                        .orElse(0)));
        ObjectNode themes = calls80.putObject("per_theme");
        perTheme.forEach((theme, mean) -> themes.put(theme, rounded(mean)));
        ObjectNode recall = into.putObject("recall");
        for (int mark = 0; mark < Play.MARKS.size(); mark++) {
            int which = mark;
            spread(recall.putObject(Play.MARKS.get(mark)), play -> play.recall().get(which));
        }
        spread(into.putObject("ot"), Play::ot);
        spread(into.putObject("answerer"), Play::answerer);
        into.put("seconds", rounded(mean(all(), Play::seconds)));
    }

    private ObjectNode spread(ObjectNode into, ToDoubleFunction<Play> figure) {
        TreeMap<Integer, List<Play>> bySeed = new TreeMap<>();
        plays.values()
                .forEach(some -> some.forEach((seed, play) ->
                        bySeed.computeIfAbsent(seed, made -> new ArrayList<>()).add(play)));
        List<Double> means =
                bySeed.values().stream().map(some -> mean(some, figure)).toList();
        double mean = means.stream().mapToDouble(Double::doubleValue).average().orElse(0);
        double squares =
                means.stream().mapToDouble(one -> (one - mean) * (one - mean)).sum();
        return into.put("mean", rounded(mean))
                .put("sd", rounded(means.size() < 2 ? 0 : Math.sqrt(squares / (means.size() - 1))));
    }

    private Collection<Play> all() {
        return plays.values().stream()
                .flatMap(bySeed -> bySeed.values().stream())
                .toList();
    }

    private static double mean(Collection<Play> some, ToDoubleFunction<Play> figure) {
        return some.stream().mapToDouble(figure).average().orElse(0);
    }

    static double rounded(double number) {
        return Math.round(number * 10_000) / 10_000.0;
    }
}
