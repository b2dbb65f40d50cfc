package dev.lectern.report;

import dev.lectern.corpus.Corpus;
import dev.lectern.export.SampleTokens;
import dev.lectern.kind.Frame;
import dev.lectern.kind.Variety;
import dev.lectern.report.RunReport.Example;
import dev.lectern.report.RunReport.Lengths;
import dev.lectern.report.RunReport.Opening;
import dev.lectern.sample.Candidate;
import dev.lectern.sample.Sample;
import dev.lectern.text.Hash;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Looks at every accepted sample once and knows afterwards what the report says of them. Order plays no part, memory stays
 * bounded: examples are the lowest hash ranks of each task kind. For one thread.
 */
public final class Survey {
    private static final int EXAMPLES = 10;
    private static final int OPENINGS_SHOWN = 8;
    /** Past this many different openings new ones are no longer counted; none of them would be among the commonest. */
    private static final int OPENINGS_COUNTED = 50_000;

    private static final List<String> AXES =
            Stream.concat(Stream.of(Frame.TAG), Variety.AXES.stream()).toList();

    private static final Comparator<Sample> BY_RANK =
            Comparator.comparingLong((Sample s) -> Hash.rank("example", s.id())).thenComparing(Sample::id);

    private final Corpus corpus;
    private final SortedMap<String, Long> tasks = new TreeMap<>();
    private final SortedMap<String, SortedMap<String, Long>> variety = new TreeMap<>();
    private final SortedMap<String, Long> languages = new TreeMap<>();
    private final Map<String, Long> openings = new HashMap<>();
    private final SortedMap<String, List<Sample>> candidates = new TreeMap<>();
    private final SortedMap<String, Long> silent = new TreeMap<>();
    private final Histogram lengths = new Histogram();
    private long rows;

    public Survey(Corpus corpus) {
        this.corpus = corpus;
    }

    public void add(Sample sample) {
        rows++;
        tasks.merge(sample.task(), 1L, Long::sum);
        languages.merge(sample.language(), 1L, Long::sum);
        for (String axis : AXES) {
            Optional.ofNullable(sample.tags().get(axis))
                    .ifPresent(value ->
                            variety.computeIfAbsent(axis, a -> new TreeMap<>()).merge(value, 1L, Long::sum));
        }
        Optional.ofNullable(sample.tags().get(Candidate.SILENT)).stream()
                .flatMap(names -> Stream.of(names.split(", ", -1)))
                .forEach(name -> silent.merge(name, 1L, Long::sum));
        lengths.add(SampleTokens.of(sample));
        String opening = Openings.of(sample.instruction());
        if (openings.size() < OPENINGS_COUNTED || openings.containsKey(opening)) {
            openings.merge(opening, 1L, Long::sum);
        }
        List<Sample> ofTask = candidates.computeIfAbsent(sample.task(), t -> new ArrayList<>());
        ofTask.add(sample);
        ofTask.sort(BY_RANK);
        if (ofTask.size() > EXAMPLES) {
            ofTask.removeLast();
        }
    }

    public long rows() {
        return rows;
    }

    public SortedMap<String, Long> tasks() {
        return tasks;
    }

    /** Rows by axis of variety and value. */
    public SortedMap<String, SortedMap<String, Long>> variety() {
        return variety;
    }

    public SortedMap<String, Long> languages() {
        return languages;
    }

    /** Rows without an answer of a voter, by its name. */
    public SortedMap<String, Long> silent() {
        return silent;
    }

    public Lengths lengths() {
        return lengths.figures();
    }

    /** The commonest openings, commonest first. */
    public List<Opening> openings() {
        return openings.entrySet().stream()
                .map(e -> new Opening(e.getKey(), e.getValue()))
                .sorted(Comparator.comparingLong(Opening::count).reversed().thenComparing(Opening::words))
                .limit(OPENINGS_SHOWN)
                .toList();
    }

    /** Ten samples at most: of every task kind one, then of every kind a second … */
    public List<Example> examples() {
        List<Example> chosen = new ArrayList<>();
        for (int turn = 0; turn < EXAMPLES && chosen.size() < EXAMPLES; turn++) {
            for (List<Sample> ofTask : candidates.values()) {
                if (turn < ofTask.size() && chosen.size() < EXAMPLES) {
                    Sample sample = ofTask.get(turn);
                    chosen.add(new Example(sample, Sources.of(sample, corpus)));
                }
            }
        }
        return chosen;
    }
}
