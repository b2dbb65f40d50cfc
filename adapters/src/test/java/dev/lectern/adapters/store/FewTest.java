package dev.lectern.adapters.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FewTest {
    private final List<String> closed = new ArrayList<>();
    private final Few<String> few = new Few<>(List.of("one", "two"), closed::add);

    @Test
    void whatWasTakenAtTheEndIsClosedOnceItIsGivenBack() {
        String held = few.take();
        few.close();
        assertThat(closed).containsExactly("two");
        few.giveBack(held);
        assertThat(closed).containsExactly("two", "one");
    }

    @Test
    void anotherMayBeGivenBackInThePlaceOfOneThatBroke() {
        few.take();
        few.giveBack("three");
        assertThat(List.of(few.take(), few.take())).containsExactly("two", "three");
    }

    @Test
    void afterTheEndThereIsNoneAndThatIsSaid() {
        few.close();
        assertThatThrownBy(few::take)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("the store of replies is closed");
    }

    @Test
    void anInterruptWaitsForTheOneThatIsTaken() {
        Thread.currentThread().interrupt();
        assertThat(few.take()).isEqualTo("one");
        assertThat(Thread.interrupted()).isTrue();
    }
}
