package dev.lectern.stage.answer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.TreeSet;

/**
 * Answers in the order of their voters, and which of them say the same.
 *
 * @param groups for each answer the place of the first that says the same
 * @param wins for each answer how often a judge preferred its group to another; all 0 where none compared them
 */
record Ballot(List<String> answers, List<Integer> groups, List<Integer> wins) {
    Ballot {
        answers = List.copyOf(answers);
        groups = List.copyOf(groups);
        wins = List.copyOf(wins);
    }

    /** Each answer joins the first group whose first answer it agrees with. */
    static Ballot of(List<String> answers, Agreement agreement) {
        List<Integer> groups = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            int group = i;
            for (int first : new LinkedHashSet<>(groups)) {
                if (agreement.agree(answers.get(first), answers.get(i))) {
                    group = first;
                    break;
                }
            }
            groups.add(group);
        }
        return new Ballot(answers, groups, Collections.nCopies(answers.size(), 0));
    }

    /** How many say what this one says. */
    int votes(int answer) {
        return Collections.frequency(groups, groups.get(answer));
    }

    boolean differ() {
        return new TreeSet<>(groups).size() > 1;
    }

    /** The first of each group; most votes first, then most wins, then in the order of their voters. */
    List<Integer> bestFirst() {
        return new LinkedHashSet<>(groups)
                .stream()
                        .sorted(Comparator.comparing(this::votes)
                                .thenComparing(wins::get)
                                .reversed())
                        .toList();
    }

    /** Each group's answer, as {@link #bestFirst}. */
    List<String> distinct() {
        return bestFirst().stream().map(answers::get).toList();
    }

    /** Do answers that differ stand first together? */
    boolean tied() {
        return first().stream().map(groups::get).distinct().count() > 1;
    }

    /** The answers that stand first by votes, then by wins, in the order of their voters. */
    List<Integer> first() {
        int best = bestFirst().getFirst();
        List<Integer> first = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            if (votes(i) == votes(best) && wins.get(i).equals(wins.get(best))) {
                first.add(i);
            }
        }
        return first;
    }

    double agreement() {
        return (double) votes(bestFirst().getFirst()) / answers.size();
    }
}
