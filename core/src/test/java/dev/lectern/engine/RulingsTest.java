package dev.lectern.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.sample.Lineage;
import dev.lectern.sample.Outcome;
import dev.lectern.sample.Ruling;
import dev.lectern.sample.Sample;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class RulingsTest {
    private static final Sample SAMPLE = Sample.seedling("s", "en", List.of(), Lineage.of("toy"));

    private static Outcome on(List<Ruling> rulings) {
        Rulings combined = new Rulings(id -> "abc".indexOf(id));
        rulings.forEach(combined::add);
        return combined.on(SAMPLE);
    }

    @Test
    void aDropBeatsAHoldAndAHoldBeatsAMark() {
        Ruling drop = new Ruling.Drop("s", "copy", Optional.of("a"));
        Ruling hold = new Ruling.Hold("s", "later");
        Ruling mark = new Ruling.Mark("s", "x", 1);
        assertThat(on(List.of(mark, hold, drop))).isInstanceOf(Outcome.Dropped.class);
        assertThat(on(List.of(mark, hold))).isInstanceOf(Outcome.Held.class);
        assertThat(on(List.of(mark))).isInstanceOf(Outcome.Kept.class);
    }

    @Test
    void theBestRankedTwinIsNamed() {
        Outcome outcome = on(List.of(
                new Ruling.Drop("s", "copy", Optional.of("b")),
                new Ruling.Drop("s", "copy", Optional.of("a")),
                new Ruling.Drop("s", "copy", Optional.of("c"))));
        assertThat(outcome).isEqualTo(new Outcome.Dropped(SAMPLE, "copy", Optional.of("a")));
    }

    @Test
    void theLargerMarkCounts() {
        Outcome outcome = on(List.of(new Ruling.Mark("s", "x", 0.25), new Ruling.Mark("s", "x", 0.5)));
        assertThat(outcome.sample().scores()).containsEntry("x", 0.5);
    }

    @Test
    void rulingsOnOthersChangeNothing() {
        assertThat(on(List.of(new Ruling.Drop("t", "copy", Optional.empty())))).isEqualTo(new Outcome.Kept(SAMPLE));
    }

    @Property(tries = 200, seed = "42")
    void theOrderOfRulingsPlaysNoPart(@ForAll("rulings") List<Ruling> rulings, @ForAll long seed) {
        List<Ruling> shuffled = new ArrayList<>(rulings);
        Collections.shuffle(shuffled, new Random(seed));
        assertThat(on(shuffled)).isEqualTo(on(rulings));
    }

    @Provide
    Arbitrary<List<Ruling>> rulings() {
        Arbitrary<Ruling> drops = Arbitraries.of("a", "b", "c").map(t -> new Ruling.Drop("s", "copy", Optional.of(t)));
        Arbitrary<Ruling> holds = Arbitraries.of("one", "two").map(r -> new Ruling.Hold("s", r));
        Arbitrary<Ruling> marks = Arbitraries.doubles().between(0, 1).map(v -> new Ruling.Mark("s", "x", v));
        Arbitrary<Ruling> places = Arbitraries.integers().between(0, 3).map(b -> new Ruling.Place("s", b, b));
        return Arbitraries.oneOf(drops, holds, marks, places).list().ofMaxSize(6);
    }
}
