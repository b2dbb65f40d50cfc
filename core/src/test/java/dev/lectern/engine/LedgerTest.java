package dev.lectern.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lectern.sample.Lineage;
import dev.lectern.sample.Outcome;
import dev.lectern.sample.Sample;
import java.util.List;
import org.junit.jupiter.api.Test;

class LedgerTest {
    private static final Sample SAMPLE = Sample.seedling("s", "en", List.of(), Lineage.of("toy"));

    private static Ledger ledger() {
        Ledger ledger = new Ledger(List.of("ask"));
        ledger.enters("ask");
        ledger.returns("ask", 3);
        ledger.book("ask", new Outcome.Kept(SAMPLE));
        ledger.book("ask", new Outcome.Dropped(SAMPLE, "empty"));
        return ledger;
    }

    @Test
    void aLostSampleStopsTheRun() {
        assertThatThrownBy(() -> ledger().check("ask", 1, 0)).hasMessageContaining("do not add up");
    }

    @Test
    void aSampleFromNowhereStopsTheRun() {
        Ledger ledger = ledger();
        ledger.book("ask", new Outcome.Failed(SAMPLE, "cause", "raw"));
        assertThatThrownBy(() -> ledger.check("ask", 2, 0)).hasMessageContaining("do not add up");
    }

    @Test
    void booksThatAddUpAreSilent() {
        Ledger ledger = ledger();
        ledger.book("ask", new Outcome.Failed(SAMPLE, "cause", "raw"));
        ledger.check("ask", 1, 0);
        assertThat(ledger.counts("ask")).isEqualTo(new Progress.Counts(1, 2, 1, 0, 1, 1));
        assertThat(ledger.dropped("ask")).containsEntry("empty", 1L);
    }

    @Test
    void threadsThatWorkTogetherAreTimedOnce() {
        Stopwatch watch = new Stopwatch();
        watch.begins(100);
        watch.begins(110);
        watch.ends(150);
        watch.ends(200);
        watch.begins(1_000);
        watch.ends(1_005);
        assertThat(watch.nanos()).isEqualTo(105);
    }
}
