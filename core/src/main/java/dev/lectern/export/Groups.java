package dev.lectern.export;

import dev.lectern.sample.Evidence;
import dev.lectern.sample.Sample;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Rows that must stay in one split because they share a source: the same document or section, or an instruction or a long
 * answer that is the same but for case and white space. Rows that no document supports stand with their seed, or alone.
 * Memory grows with groups and 16 bytes a row or so, never with text.
 */
final class Groups {
    /** Shorter answers ("yes", "8080") are equal by nature and would tie all documents together. */
    private static final int LONG_ANSWER = 40;

    private final Function<Evidence, String> sourceOf;
    private final Map<String, String> parent = new HashMap<>();
    private final Map<String, Long> rows = new HashMap<>();
    private final Map<Long, String> firstWith = new HashMap<>();

    Groups(Function<Evidence, String> sourceOf) {
        this.sourceOf = sourceOf;
    }

    void add(Sample sample) {
        String group = ownSources(sample).stream().reduce(this::join).orElseThrow();
        group = join(group, meet("instruction", sample.instruction(), 1, group));
        group = join(group, meet("answer", sample.answer(), LONG_ANSWER, group));
        rows.merge(group, 1L, Long::sum);
    }

    private Set<String> ownSources(Sample sample) {
        Set<String> sources = new HashSet<>();
        sample.evidence().forEach(e -> sources.add(sourceOf.apply(e)));
        if (sources.isEmpty()) {
            sources.add("row:" + sample.lineage().seed().orElse(sample.id()));
        }
        return sources;
    }

    /** The group that a row with this text was first seen in; this one if it is the first or the text says too little. */
    private String meet(String kind, String text, int least, String group) {
        String folded = Folded.of(text);
        if (folded.length() < least) {
            return group;
        }
        String first = firstWith.putIfAbsent(Folded.hash(kind, folded), group);
        return first == null ? group : first;
    }

    /** The smaller name wins, whatever the order rows come in. */
    private String join(String a, String b) {
        String rootA = root(a);
        String rootB = root(b);
        if (rootA.equals(rootB)) {
            return rootA;
        }
        String winner = rootA.compareTo(rootB) < 0 ? rootA : rootB;
        String loser = winner.equals(rootA) ? rootB : rootA;
        parent.put(loser, winner);
        Long moved = rows.remove(loser);
        if (moved != null) {
            rows.merge(winner, moved, Long::sum);
        }
        return winner;
    }

    private String root(String group) {
        String at = group;
        for (String up = parent.get(at); up != null; up = parent.get(at)) {
            at = up;
        }
        if (!at.equals(group)) {
            parent.put(group, at);
        }
        return at;
    }

    /** The group of a sample that was added. */
    String of(Sample sample) {
        return root(List.copyOf(ownSources(sample)).getFirst());
    }

    /** Rows by group. */
    Map<String, Long> rows() {
        return rows;
    }
}
