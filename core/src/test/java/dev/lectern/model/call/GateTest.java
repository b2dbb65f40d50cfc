package dev.lectern.model.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.model.limit.AdaptiveLimit;
import dev.lectern.model.limit.Pace;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class GateTest {
    @Test
    void theLimitSaidIsThatOfModelsAtWorkWithTheirOwnCap() {
        Gate gate = new Gate(OptionalInt.empty(), Time.REAL);
        Lanes idle = gate.add(new Lanes(List.of(lane("idle")), OptionalInt.empty()));
        Lanes capped = gate.add(new Lanes(List.of(lane("one"), lane("two")), OptionalInt.of(20)));
        assertThat(gate.limit()).isZero();

        Lane.Pass pass = gate.enter(capped, 1, Optional.empty(), false);
        assertThat(gate.limit()).isEqualTo(20);
        Lane.Pass other = gate.enter(idle, 1, Optional.empty(), false);
        assertThat(gate.limit()).isEqualTo(20 + 16);

        gate.leaving(idle, other, (lane, now) -> lane.left(other, now)).run();
        gate.leaving(capped, pass, (lane, now) -> lane.left(pass, now)).run();
        assertThat(gate.limit()).isZero();
    }

    private static Lane lane(String name) {
        Try never = (request, manner, bill) -> {
            throw new AssertionError("nobody is asked here");
        };
        return new Lane(name, never, new AdaptiveLimit(16, 64), new Pace(OptionalLong.empty(), OptionalLong.empty()));
    }
}
