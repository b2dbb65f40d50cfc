package dev.lectern.select;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the policy {@code tuned} makes of a judge's verdicts beyond the documents that they are of. */
class CarriedTest {
    private static final int TOPICS = 8;
    private static final int PER_DOCUMENT = 5;
    private static final int SHOWN = 2;
    private static final int LIKED = 5;
    private static final Pool POOL = Pools.of(400, PER_DOCUMENT, TOPICS);
    private static final Target TARGET = Target.of(Pools.pairs(SHOWN, 20));
    private static final Settings JUDGED = Settings.tuned(1).withReward(Reward.JUDGE);

    /** One document of each topic was judged; what is like the one that was liked comes next, though nothing of it is among the examples. */
    @Test
    void whatAJudgeLikedLeadsToOtherDocumentsLikeIt() {
        assertThat(elsewhere(JUDGED, true)).isGreaterThan(20);
        assertThat(elsewhere(JUDGED, false)).isLessThan(10);
    }

    @Test
    void whereThatIsOffOrRewardsAreByVectorsItLeadsNowhere() {
        for (Settings settings : List.of(JUDGED.withCarry(false), Settings.tuned(1), JUDGED.withFeedback(false))) {
            assertThat(elsewhere(settings, true)).isEqualTo(elsewhere(settings, false));
        }
    }

    /** What gave no row that a judge saw says nothing of its subject: extraction may have failed for any reason. */
    @Test
    void anItemWithoutRowsIsCarriedNowhere() {
        Selection untold = Policy.TUNED.open(POOL, TARGET, JUDGED);
        Selection told = Policy.TUNED.open(POOL, TARGET, JUDGED);
        told.learn(List.of(new Yield(PER_DOCUMENT * LIKED, List.of())));
        assertThat(others(told.next(150))).isEqualTo(others(untold.next(150)));
    }

    /** How many items of the topic that the judge liked or not are named next in documents that nothing was told of. */
    private static long elsewhere(Settings settings, boolean liked) {
        Selection selection = Policy.TUNED.open(POOL, TARGET, settings.withFirstRound(0));
        List<Yield> told = new ArrayList<>();
        for (int document = 0; document < TOPICS; document++) {
            int topic = topic(document * PER_DOCUMENT);
            double verdict = topic == SHOWN || (topic == LIKED && liked) ? 1 : 0;
            for (int item = document * PER_DOCUMENT; item < (document + 1) * PER_DOCUMENT; item++) {
                told.add(new Yield(item, Pools.pairs(topic, 2), Collections.nCopies(2, verdict), 0));
            }
        }
        selection.learn(told);
        return others(selection.next(80)).stream()
                .filter(item -> topic(item) == LIKED)
                .count();
    }

    /** Those that are not of the document that was told of. */
    private static List<Integer> others(int[] items) {
        return IntStream.of(items)
                .filter(item -> item / PER_DOCUMENT != LIKED)
                .boxed()
                .toList();
    }

    private static int topic(int item) {
        return Pools.topic(POOL.document(item), TOPICS);
    }
}
