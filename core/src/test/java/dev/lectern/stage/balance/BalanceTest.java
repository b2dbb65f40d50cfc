package dev.lectern.stage.balance;

import static dev.lectern.stage.FakeTools.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lectern.sample.Lineage;
import dev.lectern.sample.Ruling;
import dev.lectern.sample.Sample;
import dev.lectern.sample.Turn;
import dev.lectern.stage.FakeTools;
import dev.lectern.stage.InOrder;
import dev.lectern.stage.Rank;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class BalanceTest {
    private static final FakeTools TOOLS = new FakeTools();

    private static <E, M> List<Ruling.Drop> rulings(InOrder<E, M> stage, M memory, List<Sample> round) {
        List<Ruling> rulings = new ArrayList<>();
        round.stream()
                .map(s -> stage.entry(s, TOOLS))
                .sorted(stage.order())
                .forEach(e -> rulings.addAll(stage.next(memory, e)));
        rulings.addAll(stage.close(memory));
        return rulings.stream().map(r -> (Ruling.Drop) r).toList();
    }

    private static List<Sample> rows(String label, int count) {
        List<Sample> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(row(label + i, "en", label + " question " + i, "answer")
                    .withTag("kind", label)
                    .withScore(Rank.QUALITY, i));
        }
        return rows;
    }

    @Test
    void noLabelExceedsItsShareOfWhatRemains() {
        List<Sample> samples = new ArrayList<>(rows("code", 60));
        samples.addAll(rows("classification", 60));
        samples.addAll(rows("qa", 55));
        CapShares stage = new CapShares("kind", new TreeMap<>(Map.of("code", 0.25, "classification", 0.2)));
        List<Ruling.Drop> drops = rulings(stage, stage.open(TOOLS), samples);
        Map<String, Long> reasons =
                drops.stream().collect(Collectors.groupingBy(Ruling.Drop::reason, Collectors.counting()));
        // 55 qa + 25 code + 20 classification = 100.
        assertThat(reasons).isEqualTo(Map.of("over the share of code", 35L, "over the share of classification", 40L));
        assertThat(drops.stream().map(Ruling.Drop::id)).contains("code34").doesNotContain("code35");
    }

    @Test
    void aLabelAloneKeepsOneRow() {
        CapShares stage = new CapShares("kind", new TreeMap<>(Map.of("code", 0.25)));
        assertThat(rulings(stage, stage.open(TOOLS), rows("code", 9))).hasSize(8);
        assertThat(rulings(stage, stage.open(TOOLS), rows("qa", 9))).isEmpty();
    }

    @Test
    void laterRoundsCountWhatEarlierOnesKept() {
        CapShares stage = new CapShares("kind", new TreeMap<>(Map.of("code", 0.5)));
        Quota.Memory memory = stage.open(TOOLS);
        List<Sample> first = new ArrayList<>(rows("code", 4));
        first.addAll(rows("qa", 4));
        assertThat(rulings(stage, memory, first)).isEmpty();
        assertThat(rulings(stage, memory, List.of(row("x", "en", "x", "").withTag("kind", "code"))))
                .hasSize(1);
        assertThat(rulings(stage, memory, List.of(row("y", "en", "y", "").withTag("kind", "qa"))))
                .isEmpty();
    }

    @Test
    void theTaskIsALabelToo() {
        CapShares stage = new CapShares("task", new TreeMap<>(Map.of("qa", 0.0)), 0);
        assertThat(rulings(stage, stage.open(TOOLS), rows("any", 3))).hasSize(3);
    }

    @Property(tries = 500, seed = "42")
    void theLargestSetThatMeetsAllCapsIsTaken(
            @ForAll @Size(3) List<@IntRange(max = 30) Integer> counts,
            @ForAll @Size(2) List<@IntRange(max = 20) Integer> twentieths) {
        SortedMap<String, Double> caps = new TreeMap<>();
        SortedMap<String, Integer> before =
                new TreeMap<>(Map.of("a", counts.get(0), "b", counts.get(1), "c", counts.get(2)));
        caps.put("a", twentieths.get(0) / 20.0);
        caps.put("b", twentieths.get(1) / 20.0);
        SortedMap<String, Integer> kept = new CapShares("kind", caps, 0).room(before, new TreeMap<>());
        int best = 0;
        for (int a = 0; a <= counts.get(0); a++) {
            for (int b = 0; b <= counts.get(1); b++) {
                int all = a + b + counts.get(2);
                boolean meets = 20 * a <= twentieths.get(0) * all && 20 * b <= twentieths.get(1) * all;
                best = meets ? Math.max(best, all) : best;
            }
        }
        assertThat(kept.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(best);
    }

    @Test
    void instructionsThatBeginWithExplainAreCapped() {
        List<Sample> samples = new ArrayList<>();
        List<String> begin = List.of("Explain the", "Please describe the", "请解释", "请您详细介绍", "What is the", "为什么要");
        for (int i = 0; i < 60; i++) {
            samples.add(row("row" + i, "en", begin.get(i % 6) + " thing " + i, "answer"));
        }
        CapShares stage = new CapShares("opening", new TreeMap<>(Map.of("explain", 0.2)));
        // 20 others are four fifths of 25.
        assertThat(rulings(stage, stage.open(TOOLS), samples))
                .hasSize(35)
                .allSatisfy(drop ->
                        assertThat(drop.reason()).isEqualTo("too many begin with explain, describe and the like"));
    }

    @Test
    void summariesHaveNoOtherWayToBegin() {
        CapShares stage = new CapShares("opening", new TreeMap<>(Map.of("explain", 0.0)), 0);
        assertThat(stage.label(row("a", "en", "Explain the thing", "answer"))).isEqualTo("explain");
        assertThat(stage.label(of("summarization", row("a", "en", "Outline the thing", "answer"))))
                .isEmpty();
    }

    @Test
    void answersThatDeclineAreCappedButForThoseThatWereAskedFor() {
        List<Sample> samples = new ArrayList<>(rows("x", 18));
        for (int i = 0; i < 12; i++) {
            samples.add(of("unanswerable", row("no" + i, "zh", "问题" + i, "文档没有说明。")));
        }
        CapShares stage = new CapShares("refusal", new TreeMap<>(Map.of("refusal", 0.1)));
        assertThat(rulings(stage, stage.open(TOOLS), samples))
                .hasSize(10)
                .allSatisfy(drop -> assertThat(drop.reason()).isEqualTo("too many say that they cannot answer"));
        CapShares roomy = stage.raised("refusal", 0.4);
        assertThat(rulings(roomy, roomy.open(TOOLS), samples)).isEmpty();
        assertThat(roomy.raised("refusal", 0.2)).isEqualTo(roomy);
        assertThat(roomy.raised("other", 0.9)).isEqualTo(roomy);
    }

    @Test
    void theMixIsHeldByTheScarcestKind() {
        HoldMix stage = new HoldMix(new TreeMap<>(Map.of("qa", 3.0, "code", 1.0)));
        assertThat(kept(stage, 60, 15)).isEqualTo(Map.of("qa", 45, "code", 15));
        assertThat(kept(stage, 30, 30)).isEqualTo(Map.of("qa", 30, "code", 10));
        assertThat(kept(stage, 60, 2)).as("too dear: code is given up as short").isEqualTo(Map.of("qa", 60, "code", 2));
        assertThat(kept(new HoldMix(new TreeMap<>(Map.of("qa", 3.0, "code", 1.0)), 0, 0), 60, 2))
                .isEqualTo(Map.of("qa", 6, "code", 2));
        assertThat(kept(new HoldMix(new TreeMap<>(Map.of("qa", 3.0, "code", 1.0)), 20, 0), 60, 2))
                .isEqualTo(Map.of("qa", 15, "code", 2));
    }

    private static Sample of(String task, Sample row) {
        return row.child(row.id(), row.messages(), task);
    }

    private static Map<String, Integer> kept(HoldMix stage, int qa, int code) {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < qa + code; i++) {
            samples.add(Sample.seedling("seed", "en", List.of(), Lineage.of("test"))
                    .child("row" + i, List.of(Turn.user("question " + i)), i < qa ? "qa" : "code"));
        }
        List<String> dropped = rulings(stage, stage.open(TOOLS), samples).stream()
                .map(Ruling.Drop::id)
                .toList();
        return samples.stream()
                .filter(sample -> !dropped.contains(sample.id()))
                .collect(Collectors.toMap(Sample::task, sample -> 1, Integer::sum));
    }

    @Test
    void theBestAreTaken() {
        TakeBest stage = new TakeBest(3);
        TakeBest.Taken memory = stage.open(TOOLS);
        Set<String> dropped = new TreeSet<>();
        rulings(stage, memory, rows("r", 5)).forEach(d -> dropped.add(d.id()));
        assertThat(dropped).containsExactly("r0", "r1");
        assertThat(rulings(stage, memory, rows("later", 2)))
                .hasSize(2)
                .allMatch(d -> d.reason().equals("not among the best"));
        assertThat(rulings(new TakeBest(9), new TakeBest(9).open(TOOLS), rows("r", 5)))
                .isEmpty();
    }

    @Test
    void nonsenseSettingsAreProblemsOfTheRecipe() {
        assertThatThrownBy(() -> new CapShares("kind", new TreeMap<>(Map.of("code", 25.0))))
                .hasMessage("at-most of 'code' must be from 0 to 1, not 25.0");
        assertThatThrownBy(() -> new TakeBest(-1)).hasMessage("count must be 0 or more, not -1");
    }
}
