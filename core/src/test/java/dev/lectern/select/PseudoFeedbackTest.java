package dev.lectern.select;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.learn.Vectors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PseudoFeedbackTest {
    private static final int PASSAGES = 4;

    /** Document 0 is about what the target is about and something beside, document 1 about that something alone, the others about neither. */
    private static final Pool POOL = pool();

    private static final Target TARGET = Target.of(List.of(axis(0), axis(0), axis(0)));

    @Test
    void whatLiesNearADocumentInFrontComesForward() {
        Likeness likeness = new Likeness(POOL, TARGET, 1);
        double[] alike = likeness.ofAll(likeness.target().goals().getFirst().pairs());
        double[] mixed = new PseudoFeedback(likeness, Groups.byDocument(POOL)).mixed(alike, alike);
        assertThat(lead(mixed)).as("document 1 before all others").isGreaterThan(0.05);
        assertThat(lead(alike)).as("by the target alone").isLessThan(0.01);
        assertThat(mixed[0])
                .as("the document in front stays there")
                .isEqualTo(Arrays.stream(mixed).max().orElseThrow());
    }

    @Test
    void whereNothingStandsInFrontNothingChanges() {
        Likeness likeness = new Likeness(POOL, TARGET, 1);
        double[] alike = new double[POOL.size()];
        assertThat(new PseudoFeedback(likeness, Groups.byDocument(POOL)).mixed(alike, alike))
                .isEqualTo(alike);
    }

    /** By how much document 1 is before the best of those that come after it. */
    private static double lead(double[] scores) {
        double best = Arrays.stream(scores, 2 * PASSAGES, scores.length).max().orElseThrow();
        return scores[PASSAGES] - best;
    }

    private static Pool pool() {
        List<float[]> vectors = new ArrayList<>();
        int[] documents = new int[20 * PASSAGES];
        for (int item = 0; item < documents.length; item++) {
            documents[item] = item / PASSAGES;
            vectors.add(
                    switch (documents[item]) {
                        case 0 -> Vectors.mean(List.of(axis(0), axis(1)), 20);
                        case 1 -> axis(1);
                        default -> axis(documents[item]);
                    });
        }
        return Pool.of(vectors, documents);
    }

    private static float[] axis(int at) {
        float[] axis = new float[20];
        axis[at] = 1;
        return axis;
    }
}
