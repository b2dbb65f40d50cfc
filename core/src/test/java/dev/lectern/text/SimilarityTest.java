package dev.lectern.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimilarityTest {
    /** Worked by hand: F1 = 2·LCS / (words of one + words of the other). */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "police killed the gunman|police kill the gunman|0.75",
                "police killed the gunman|the gunman kill police|0.5",
                "How do I set X to 5?|How do I set X to 6?|0.857142857",
                "什么是所有权？|什么是借用？|0.545454545",
                "Vue 的 ref|Vue 的 reactive|0.666666667",
                "same|SAME!|1",
                "a|b|0",
                "?|a|0"
            })
    void rougeIsTheF1OfTheLongestCommonSubsequence(String one, String other, double f) {
        assertThat(Rouge.f(one, other)).isCloseTo(f, within(1e-8));
    }

    @Property(tries = 2000, seed = "42")
    void commonSubsequenceIsThatOfTheTextbook(@ForAll("words") List<Long> one, @ForAll("words") List<Long> other) {
        long[] a = one.stream().mapToLong(Long::longValue).toArray();
        long[] b = other.stream().mapToLong(Long::longValue).toArray();
        int[][] table = new int[a.length + 1][b.length + 1];
        for (int i = 1; i <= a.length; i++) {
            for (int j = 1; j <= b.length; j++) {
                table[i][j] =
                        a[i - 1] == b[j - 1] ? table[i - 1][j - 1] + 1 : Math.max(table[i - 1][j], table[i][j - 1]);
            }
        }
        assertThat(new Rouge(a).common(b)).isEqualTo(table[a.length][b.length]);
        assertThat(new Rouge(b).common(a)).isEqualTo(table[a.length][b.length]);
    }

    @Property(seed = "42")
    void rougeIsSymmetricAndBounded(@ForAll String one, @ForAll String other) {
        double f = Rouge.f(one, other);
        assertThat(f).isBetween(0.0, 1.0).isEqualTo(Rouge.f(other, one));
        assertThat(Rouge.f(one, one)).isEqualTo(Words.count(one) == 0 ? 0.0 : 1.0);
    }

    @Provide
    Arbitrary<List<Long>> words() {
        return Arbitraries.longs().between(-3, 9).list().ofMaxSize(200);
    }

    @Test
    void jaccardCountsDistinctShingles() {
        long[] one = Shingles.of(Words.hashes("a b c d a b c"), 3);
        long[] other = Shingles.of(Words.hashes("a b c d e"), 3);
        assertThat(one).hasSize(4).isSorted();
        assertThat(Shingles.jaccard(one, other)).isEqualTo(2 / 5.0);
        assertThat(Shingles.jaccard(one, one)).isEqualTo(1);
        assertThat(Shingles.jaccard(one, new long[0])).isZero();
        assertThat(Shingles.of(Words.hashes("a b"), 3)).hasSize(1);
    }

    @Test
    void shinglesKeepTheOrderOfWords() {
        assertThat(Shingles.jaccard(Shingles.of(Words.hashes("a b c"), 3), Shingles.of(Words.hashes("c b a"), 3)))
                .isZero();
    }
}
