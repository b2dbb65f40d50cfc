package dev.lectern.bench.equal;

import dev.lectern.bench.equal.PoolFile.Pair;
import dev.lectern.learn.Vectors;
import dev.lectern.text.Words;
import java.util.ArrayList;
import java.util.List;

/**
 * Answers a question with the answer of the nearest pair among those collected, the question's own pair left out. Right if it shares half of its
 * words with a gold answer (F1). Facts are asked once in these sets, so that few questions can be answered at all.
 */
final class Answerer {
    private static final double RIGHT = 0.5;

    private Answerer() {}

    static double accuracy(Trial trial, List<Got> collected) {
        List<Pair> asked = trial.asked();
        List<float[]> questions =
                trial.texts().embed(asked.stream().map(Pair::question).toList());
        int right = 0;
        for (int i = 0; i < asked.size(); i++) {
            double most = Double.NEGATIVE_INFINITY;
            String answer = "";
            for (Got got : collected) {
                double near = Vectors.dot(questions.get(i), got.vector());
                if (near > most && !got.pair().equals(asked.get(i))) {
                    most = near;
                    answer = got.pair().answers().getFirst();
                }
            }
            String said = answer;
            right += asked.get(i).answers().stream().anyMatch(gold -> shared(gold, said) >= RIGHT) ? 1 : 0;
        }
        return asked.isEmpty() ? 0 : right / (double) asked.size();
    }

    private static double shared(String gold, String said) {
        List<String> wanted = new ArrayList<>(Words.of(gold));
        List<String> given = Words.of(said);
        int all = wanted.size() + given.size();
        int both = 0;
        for (String word : given) {
            both += wanted.remove(word) ? 1 : 0;
        }
        return all == 0 ? 0 : 2.0 * both / all;
    }
}
