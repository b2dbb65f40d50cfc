package dev.lectern.select;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BeliefsTest {
    private static final int DOCUMENTS = 60;

    private final Beliefs beliefs = new Beliefs(DOCUMENTS, Beliefs.DOUBT_OF_VERDICTS);

    @Test
    void aDocumentThatNothingWasToldOfIsWorthItsPromise() {
        told(0, 0.1, 5);
        assertThat(beliefs.of(1, 0.7)).isEqualTo(0.7);
    }

    @Test
    void twoItemsWithoutWorthAreEnoughToGiveUpAPromisingDocument() {
        told(0, 0, 2);
        assertThat(beliefs.of(0, 1)).isLessThan(0.3);
    }

    @Test
    void anOrdinaryDisappointmentMovesLittle() {
        told(0, 0.4, 2);
        assertThat(beliefs.of(0, 1)).isBetween(0.8, 1.0);
    }

    @Test
    void oneFailedExtractionCostsNextToNothingAndManyCostAll() {
        beliefs.add(0, 0, 1, 0.2);
        beliefs.weigh();
        assertThat(beliefs.of(0, 1)).isGreaterThan(0.7);
        for (int item = 0; item < 30; item++) {
            beliefs.add(0, 0, 1, 0.2);
        }
        beliefs.weigh();
        assertThat(beliefs.of(0, 1)).isLessThan(0.1);
    }

    @Test
    void whatAPromiseIsWorthIsLearntFromThoseThatWereKept() {
        for (int document = 0; document < DOCUMENTS; document += 3) {
            told(document, 0.8, 3);
            told(document + 1, 0.8, 3);
            told(document + 2, 0, 3);
        }
        assertThat(beliefs.worth()).isBetween(0.7, 0.85);
        assertThat(beliefs.of(0, 1)).isBetween(0.9, 1.1);
        assertThat(beliefs.of(2, 1)).isLessThan(0.1);
    }

    @Test
    void moreThanWasPromisedIsNoDeceit() {
        for (int item = 0; item < 4; item++) {
            beliefs.add(0, 0.5, 0.2, 1);
        }
        beliefs.weigh();
        assertThat(beliefs.of(0, 0.2)).isBetween(0.3, 0.9);
    }

    private void told(int document, double reward, int items) {
        for (int item = 0; item < items; item++) {
            beliefs.add(document, reward, 1, 1);
        }
        beliefs.weigh();
    }
}
