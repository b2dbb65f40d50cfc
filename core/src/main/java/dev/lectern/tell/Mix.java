package dev.lectern.tell;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lectern.export.Note;
import dev.lectern.kind.TaskShares;
import dev.lectern.report.MixShare;
import dev.lectern.text.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Sets what came of each kind of task beside what was asked for, and says why a kind is short. */
final class Mix {
    private static final int REASONS = 3;

    private Mix() {}

    /**
     * @param tasks what was asked for; one kind alone is no mix
     * @param accepted rows by kind
     * @param dropped lines of {@code dropped.jsonl}
     */
    static List<MixShare> of(Map<String, Integer> tasks, Map<String, Long> accepted, Stream<String> dropped) {
        if (tasks.size() < 2) {
            return List.of();
        }
        SortedMap<String, Double> shares = new TreeMap<>();
        tasks.forEach((task, share) -> shares.put(task, (double) share));
        TaskShares wanted = new TaskShares(shares);
        SortedMap<String, SortedMap<String, Long>> reasons = new TreeMap<>();
        dropped.map(line -> Json.read(line, JsonNode.class)).forEach(line -> {
            String task = line.path("sample").path("task").asText();
            if (shares.containsKey(task)) {
                reasons.computeIfAbsent(task, t -> new TreeMap<>())
                        .merge(
                                line.path("stage").asText() + ": "
                                        + line.path("reason").asText(),
                                1L,
                                Long::sum);
            }
        });
        long all = accepted.values().stream().mapToLong(Long::longValue).sum();
        List<MixShare> mix = new ArrayList<>();
        for (String task : shares.keySet()) {
            long rows = accepted.getOrDefault(task, 0L);
            mix.add(new MixShare(
                    task,
                    thousandths(wanted.of(task)),
                    all == 0 ? 0 : thousandths((double) rows / all),
                    rows,
                    reasons.getOrDefault(task, new TreeMap<>())));
        }
        return List.copyOf(mix);
    }

    /**
     * One note for each kind that is short: how much came of it, and what most of it was dropped for.
     *
     * @param phrase says a stage's reason, which is English, in the reader's language
     */
    static Stream<Note> notes(List<MixShare> mix, UnaryOperator<String> phrase) {
        return mix.stream().filter(MixShare::isShort).map(share -> {
            long lost =
                    share.dropped().values().stream().mapToLong(Long::longValue).sum();
            String most = share.dropped().entrySet().stream()
                    .sorted(Map.Entry.<String, Long>comparingByValue()
                            .reversed()
                            .thenComparing(Map.Entry.comparingByKey()))
                    .limit(REASONS)
                    .map(reason -> said(reason.getKey(), phrase) + " " + reason.getValue())
                    .collect(Collectors.joining("; "));
            return share.rows() + lost == 0
                    ? new Note("mix-none", share.task(), percent(share.wanted()))
                    : new Note(
                            "mix-short",
                            share.task(),
                            percent(share.wanted()),
                            percent(share.share()),
                            share.rows(),
                            lost,
                            most.isEmpty() ? "–" : most);
        });
    }

    /** @param key stage and reason */
    private static String said(String key, UnaryOperator<String> phrase) {
        String[] parts = key.split(": ", 2);
        return parts[0] + ": " + phrase.apply(parts[1]);
    }

    private static String percent(double share) {
        return Long.toString(Math.round(share * 100));
    }

    private static double thousandths(double share) {
        return Math.round(share * 1000) / 1000.0;
    }
}
