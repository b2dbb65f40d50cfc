package dev.lectern.select;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the policy {@code tuned} makes of what it is told. */
class PosteriorTest {
    private static final int TOPICS = 8;
    private static final int PER_DOCUMENT = 10;
    private static final Pool POOL = Pools.of(400, PER_DOCUMENT, TOPICS);
    private static final Target TARGET = Target.of(Pools.pairs(2, 20));

    @Test
    void beginsWithTheTopicOfTheTarget() {
        int[] first = Policy.TUNED.open(POOL, TARGET, Settings.tuned(1)).next(20);
        assertThat(IntStream.of(first).map(PosteriorTest::topic)).containsOnly(2);
    }

    @Test
    void leavesADocumentThatLooksRightAndYieldsSomethingElse() {
        Selection selection = Policy.TUNED.open(POOL, TARGET, Settings.tuned(1));
        int[] first = selection.next(8);
        int deceiver = POOL.document(first[0]);
        selection.learn(told(first, deceiver));
        int[] next = selection.next(12);
        assertThat(IntStream.of(next).map(POOL::document)).doesNotContain(deceiver);
        assertThat(IntStream.of(next).map(PosteriorTest::topic)).containsOnly(2);
    }

    /** What looks best is tried before much is staked on it. */
    @Test
    void aRoundIsNoLargerThanAllBeforeItUntilItIsAsLargeAsItWasAskedFor() {
        assertThat(sizes(Settings.tuned(1))).containsExactly(2, 2, 4, 8, 16, 20);
        assertThat(sizes(Settings.tuned(1).withFirstRound(3))).containsExactly(3, 3, 6, 12, 20, 20);
        assertThat(sizes(Settings.tuned(1).withFirstRound(0))).containsOnly(20);
        assertThat(sizes(Settings.tuned(1).withFeedback(false)))
                .as("nothing is learnt")
                .containsOnly(20);
    }

    private static List<Integer> sizes(Settings settings) {
        Selection selection = Policy.TUNED.open(POOL, TARGET, settings);
        return IntStream.range(0, 6)
                .mapToObj(round -> selection.next(20).length)
                .toList();
    }

    @Test
    void aRoundIsSpreadOverDocumentsThatAreNotKnownWhereThatIsSet() {
        assertThat(mostOfOneDocument(Settings.tuned(1).withExplore(0.3)))
                .isLessThan(mostOfOneDocument(Settings.tuned(1)));
    }

    private static long mostOfOneDocument(Settings settings) {
        int[] first =
                Policy.TUNED.open(POOL, TARGET, settings.withFirstRound(15)).next(15);
        return IntStream.range(0, POOL.documents())
                .mapToLong(document -> IntStream.of(first)
                        .filter(item -> POOL.document(item) == document)
                        .count())
                .max()
                .orElseThrow();
    }

    @Test
    void withoutFeedbackWhatIsYieldedMakesNoDifference() {
        Settings deaf = Settings.tuned(1).withFeedback(false);
        Selection told = Policy.TUNED.open(POOL, TARGET, deaf);
        Selection untold = Policy.TUNED.open(POOL, TARGET, deaf);
        untold.next(8);
        int[] first = told.next(8);
        told.learn(told(first, POOL.document(first[0])));
        assertThat(told.next(50)).isEqualTo(untold.next(50));
    }

    @Test
    void severalGoalsAreServed() {
        Target both =
                new Target(List.of(new Target.Goal(1, Pools.pairs(2, 20)), new Target.Goal(1, Pools.pairs(5, 20))));
        int[] first = Policy.TUNED
                .open(POOL, both, Settings.tuned(1).withFirstRound(0))
                .next(60);
        assertThat(IntStream.of(first).map(PosteriorTest::topic)).containsOnly(2, 5);
    }

    /** Too few pairs to say what their documents are made of: those of the other goal, of which that is known, must not all come before. */
    @Test
    void aGoalOfTwoPairsIsServedBesideOneOfMany() {
        int passages = 12;
        int wanted = 4;
        Pool pool = Kinds.pool(passages);
        List<float[]> two = List.of(pool.vector(wanted * passages), pool.vector(wanted * passages + 1));
        Target both = new Target(List.of(Kinds.target(1, 24).goals().getFirst(), new Target.Goal(1, two)));
        int[] first = Policy.TUNED
                .open(pool, both, Settings.tuned(1).withFirstRound(0))
                .next(passages * (1 + pool.documents() / 2));
        assertThat(IntStream.of(first).map(pool::document).distinct())
                .as("all documents of the first goal's kind, and the one of the second")
                .allMatch(document -> document % 2 == 1 || document == wanted)
                .contains(wanted);
    }

    @Test
    void aDocumentInFrontForItsPartsIsLeftWhereNothingComesOfIt() {
        Pool pool = Kinds.pool(12);
        Selection selection = Policy.TUNED.open(pool, Kinds.target(1, 24), Settings.tuned(1));
        int[] first = selection.next(2);
        int barren = pool.document(first[0]);
        selection.learn(
                IntStream.of(first).mapToObj(item -> new Yield(item, List.of())).toList());
        int[] second = selection.next(2);
        selection.learn(IntStream.of(second)
                .mapToObj(item -> new Yield(item, List.of()))
                .toList());
        selection.learn(List.of());
        assertThat(IntStream.of(selection.next(4)).map(pool::document)).doesNotContain(barren);
    }

    @Test
    void whatStandsInFrontCountsAsAnExampleUnlessThatIsSwitchedOff() {
        Settings on = Settings.tuned(1).withFeedback(false);
        int[] with = Policy.TUNED.open(POOL, TARGET, on).next(200);
        int[] without =
                Policy.TUNED.open(POOL, TARGET, on.withPseudoFeedback(false)).next(200);
        assertThat(with).isNotEqualTo(without);
    }

    /** A target of very many pairs is told by fewer, and leads to the same topic. */
    @Test
    void aTargetOfThousandsOfPairsLeadsToItsTopic() {
        int[] first = Policy.TUNED
                .open(POOL, Target.of(Pools.pairs(2, 3000)), Settings.tuned(1))
                .next(20);
        assertThat(IntStream.of(first).map(PosteriorTest::topic)).containsOnly(2);
    }

    /** Less than the share of a pool that targets usually want; what fits must not look like a disappointment. */
    @Test
    void findsAllThatFitsWhereVeryLittleDoes() {
        IntUnaryOperator topic = document -> document % 1000 == 2 ? 2 : 3 + document % 7;
        Pool pool = Pools.of(8000, 4, topic);
        Selection selection = Policy.TUNED.open(pool, TARGET, Settings.tuned(1));
        int found = 0;
        for (int round = 0; round < 15; round++) {
            List<Yield> yields = IntStream.of(selection.next(4))
                    .mapToObj(item -> new Yield(item, Pools.pairs(topic.applyAsInt(pool.document(item)), 3)))
                    .toList();
            found += (int) yields.stream()
                    .filter(y -> topic.applyAsInt(pool.document(y.item())) == 2)
                    .count();
            selection.learn(yields);
        }
        assertThat(found).isEqualTo(8);
    }

    /** All yield what they look like, but for one document. */
    private static List<Yield> told(int[] items, int deceiver) {
        return Arrays.stream(items)
                .mapToObj(item -> new Yield(item, Pools.pairs(POOL.document(item) == deceiver ? 6 : topic(item), 3)))
                .toList();
    }

    private static int topic(int item) {
        return Pools.topic(POOL.document(item), TOPICS);
    }
}
