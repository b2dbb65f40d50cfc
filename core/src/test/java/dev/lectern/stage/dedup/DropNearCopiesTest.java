package dev.lectern.stage.dedup;

import static dev.lectern.stage.FakeTools.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.sample.Ruling;
import dev.lectern.sample.Sample;
import dev.lectern.stage.FakeTools;
import dev.lectern.stage.Rank;
import dev.lectern.text.Rouge;
import dev.lectern.text.Shingles;
import dev.lectern.text.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class DropNearCopiesTest {
    private static final DropNearCopies STAGE = new DropNearCopies();
    private static final FakeTools TOOLS = new FakeTools();
    private static final String LONG =
            "Explain in a few sentences how the garbage collector of this virtual machine decides"
                    + " which objects are still in use and which of them may be thrown away";

    /** Dropped ids with the id kept in their place. */
    private static Map<String, String> dropped(List<Sample> samples, int rounds) {
        Copies memory = STAGE.open(TOOLS);
        Map<String, String> twins = new TreeMap<>();
        for (int round = 0; round < rounds; round++) {
            int number = round;
            List<DropNearCopies.Entry> entries = samples.stream()
                    .filter(s -> Integer.parseInt(s.id().replaceAll("\\D", "")) % rounds == number)
                    .map(s -> STAGE.entry(s, TOOLS))
                    .sorted(STAGE.order())
                    .toList();
            entries.forEach(e -> assertThat(STAGE.next(memory, e)).isEmpty());
            for (Ruling ruling : STAGE.close(memory)) {
                Ruling.Drop drop = (Ruling.Drop) ruling;
                assertThat(drop.reason()).isEqualTo("near copy");
                twins.put(drop.id(), drop.twin().orElseThrow());
            }
        }
        return twins;
    }

    private static int kept(String... instructions) {
        List<Sample> samples = new ArrayList<>();
        for (String instruction : instructions) {
            samples.add(row("s" + samples.size(), "en", instruction, ""));
        }
        return samples.size() - dropped(samples, 1).size();
    }

    @Test
    void shortTextsAreComparedByWords() {
        assertThat(kept("How do I set X to 5?", "How do I set X to 6?")).isEqualTo(1);
        assertThat(kept("What is a trait in Rust?", "How are traits bound in Rust?"))
                .isEqualTo(2);
        assertThat(kept("怎么在 Vue 里声明一个响应式变量？", "如何在 Vue 里声明一个响应式变量？")).isEqualTo(1);
        assertThat(kept("Vue 的 ref 是什么？", "什么是 Vue 的插槽？")).isEqualTo(2);
    }

    @Test
    void exactlySevenTenthsStays() {
        // 7 of 10 words in common: 2·7/20 = 0.7.
        assertThat(kept("a b c d e f g h i j", "a b c d e f g x y z")).isEqualTo(2);
        assertThat(kept("a b c d e f g h i j", "a b c d e f g h y z")).isEqualTo(1);
    }

    @Test
    void longTextsAreComparedByShingles() {
        assertThat(kept(LONG, LONG + " today")).isEqualTo(1);
        // One word changed in the middle breaks three of the 3-grams on each side: ROUGE-L is high, Jaccard is 22/28.
        assertThat(kept(LONG, LONG.replace("virtual", "Java"))).isEqualTo(2);
    }

    @Test
    void theBetterScoreStaysAndIsNamed() {
        Sample weak = row("s1", "en", "What is ownership in Rust?", "").withScore(Rank.QUALITY, 0.2);
        Sample strong = row("s2", "en", "What is ownership in Rust", "").withScore(Rank.QUALITY, 0.9);
        Sample unscored = row("s3", "en", "What's ownership in Rust?", "");
        assertThat(dropped(List.of(weak, strong, unscored), 1)).isEqualTo(Map.of("s1", "s2", "s3", "s2"));
    }

    @Test
    void aLaterRoundDoesNotRepeatAnEarlierOne() {
        Sample early = row("s2", "en", "What is ownership in Rust?", "").withScore(Rank.QUALITY, 0.1);
        Sample late = row("s1", "en", "What is ownership in Rust ?", "").withScore(Rank.QUALITY, 0.9);
        assertThat(dropped(List.of(early, late), 2)).isEqualTo(Map.of("s1", "s2"));
    }

    @Property(tries = 300, seed = "42")
    void dropsWhatBruteForceDrops(@ForAll("sets") List<List<String>> texts) {
        List<Sample> samples = new ArrayList<>();
        for (List<String> words : texts) {
            samples.add(row("s" + samples.size(), "en", String.join(" ", words), ""));
        }
        assertThat(dropped(samples, 1)).isEqualTo(bruteForce(samples, 1));
        assertThat(dropped(samples, 3)).isEqualTo(bruteForce(samples, 3));
        Collections.shuffle(samples, new Random(texts.hashCode()));
        assertThat(dropped(samples, 1)).isEqualTo(bruteForce(samples, 1));
    }

    private static Map<String, String> bruteForce(List<Sample> samples, int rounds) {
        Map<String, String> twins = new TreeMap<>();
        List<Sample> kept = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            int number = round;
            List<Sample> ranked = samples.stream()
                    .filter(s -> Integer.parseInt(s.id().substring(1)) % rounds == number)
                    .sorted((a, b) ->
                            Rank.BEST_FIRST.compare(Rank.of(a, Rank.QUALITY, TOOLS), Rank.of(b, Rank.QUALITY, TOOLS)))
                    .toList();
            for (Sample sample : ranked) {
                Optional<Sample> twin =
                        kept.stream().filter(k -> nearCopies(k, sample)).findFirst();
                twin.ifPresentOrElse(t -> twins.put(sample.id(), t.id()), () -> kept.add(sample));
            }
        }
        return twins;
    }

    private static boolean nearCopies(Sample a, Sample b) {
        String one = a.instruction();
        String other = b.instruction();
        if (Math.min(Words.count(one), Words.count(other)) < 20) {
            return Rouge.f(one, other) > 0.7 + 1e-12;
        }
        return Shingles.jaccard(Shingles.of(Words.hashes(one), 3), Shingles.of(Words.hashes(other), 3)) >= 0.8;
    }

    /** Texts that are often near copies: drawn from few words, and made from each other by small edits. */
    @Provide
    Arbitrary<List<List<String>>> sets() {
        Arbitrary<List<String>> text = Arbitraries.of(
                        "a", "b", "c", "d", "e", "f", "好", "的", "g1", "h", "i", "j", "k", "l")
                .list()
                .ofMinSize(0)
                .ofMaxSize(45);
        Arbitrary<List<List<String>>> bases = text.list().ofMinSize(1).ofMaxSize(6);
        Arbitrary<List<int[]>> edits = Arbitraries.integers()
                .between(0, 1000)
                .array(int[].class)
                .ofSize(5)
                .list()
                .ofMaxSize(30);
        return bases.flatMap(b -> edits.map(e -> edited(b, e)));
    }

    private static List<List<String>> edited(List<List<String>> bases, List<int[]> edits) {
        List<List<String>> texts = new ArrayList<>(bases);
        for (int[] edit : edits) {
            List<String> copy = new ArrayList<>(texts.get(edit[0] % texts.size()));
            for (int i = 1; i < 1 + edit[4] % 4 && !copy.isEmpty(); i++) {
                int at = edit[i] % copy.size();
                switch (edit[i] % 3) {
                    case 0 -> copy.remove(at);
                    case 1 -> copy.add(at, "new" + edit[i] % 7);
                    default -> copy.set(at, "b");
                }
            }
            texts.add(copy);
        }
        return texts;
    }

    @Test
    void everyBoundIsTheFirstThatSuffices() {
        for (int n = 1; n < 60; n++) {
            for (int m = 1; m < 60; m++) {
                int words = Copies.sharedWordsNeeded(n, m);
                assertThat(2.0 * words / (n + m) > 0.7 + 1e-12 && 2.0 * (words - 1) / (n + m) <= 0.7 + 1e-12)
                        .isTrue();
                int shingles = Copies.sharedShinglesNeeded(n, m);
                assertThat((double) shingles / (n + m - shingles) >= 0.8
                                && (shingles - 1.0) / (n + m - shingles + 1) < 0.8)
                        .isTrue();
            }
        }
        assertThat(Arrays.asList(
                        2 * 19 * 10 > 7 * (19 + Copies.LONGEST_PARTNER),
                        2 * 19 * 10 > 7 * (20 + Copies.LONGEST_PARTNER)))
                .isEqualTo(List.of(true, false));
    }

    @Test
    void textsWithoutWordsAreNoCopies() {
        assertThat(kept("???", "!!!", "")).isEqualTo(3);
    }

    @Test
    void exactCopiesKeepTheBestOfEachGroup() {
        DropExactCopies stage = new DropExactCopies();
        List<Sample> samples = List.of(
                row("s1", "en", "What is  Rust?", ""),
                row("s2", "en", "what is “Rust”", "").withScore(Rank.QUALITY, 1),
                row("s3", "en", "What is C?", ""),
                row("s4", "en", "What is C++?", ""),
                row("s5", "zh", "什么是 Vue？", ""),
                row("s6", "zh", "什么是Ｖｕｅ", "").withScore(Rank.QUALITY, 1),
                row("s7", "en", "", ""),
                row("s8", "en", "?", ""));
        Map<Long, List<DropExactCopies.Entry>> groups = new TreeMap<>();
        samples.stream().map(s -> stage.entry(s, TOOLS)).sorted(stage.order()).forEach(e -> {
            for (long key : stage.keys(e)) {
                groups.computeIfAbsent(key, k -> new ArrayList<>()).add(e);
            }
        });
        Map<String, String> twins = groups.entrySet().stream()
                .flatMap(g -> stage.settle(g.getKey(), g.getValue()).stream())
                .map(r -> (Ruling.Drop) r)
                .peek(d -> assertThat(d.reason()).isEqualTo("exact copy"))
                .collect(Collectors.toMap(Ruling.Drop::id, d -> d.twin().orElseThrow()));
        assertThat(twins).isEqualTo(Map.of("s1", "s2", "s5", "s6"));
    }

    @Test
    void rowsAreComparedByAllTheirTurns() {
        Sample row = row("s1", "en", "Is it so?", "Yes.");
        assertThat(Part.ROW.of(row)).isEqualTo("user Is it so?\nassistant Yes.");
        assertThat(Part.ANSWER.of(row)).isEqualTo("Yes.");
    }
}
