package dev.lectern.model.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.model.BodyReader;
import dev.lectern.model.ChatMessage;
import dev.lectern.model.ChatRequest;
import dev.lectern.model.Headroom;
import dev.lectern.model.Landing;
import dev.lectern.model.Manner;
import dev.lectern.model.ReplyForm;
import dev.lectern.model.WireReply;
import dev.lectern.model.limit.AdaptiveLimit;
import dev.lectern.model.limit.Pace;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An answer that outlives a kill before it is kept. */
@Timeout(60)
class LandedTest {
    private static final ChatRequest REQUEST = ChatRequest.of(List.of(ChatMessage.user("hello")));
    private static final WireReply ANSWER = new WireReply(BodyReader.PLAIN.read("answer", "fake"), Headroom.UNSAID);

    private Stub last = new Stub();
    private final Gate gate = new Gate(OptionalInt.of(1), Time.REAL);

    @Test
    void theNextCallGoesAsSoonAsAnAnswerHasLanded() {
        Try limited = limited();
        Bill first = new Bill();
        Bill second = new Bill();
        limited.ask(REQUEST, Manner.of(ReplyForm.TEXT), first);
        // Would wait for ever if the first still held its place.
        limited.ask(REQUEST, Manner.of(ReplyForm.TEXT), second);
        assertThat(first.landed()).isTrue();
        assertThat(second.landed()).isTrue();
    }

    @Test
    void whereItLandedIsNeededUntilItIsKept() {
        Bill bill = new Bill();
        limited().ask(REQUEST, Manner.of(ReplyForm.TEXT), bill);
        assertThat(bill.landed()).isTrue();
        bill.close();
        assertThat(bill.landed()).isFalse();
    }

    @Test
    void anotherTryOfTheSameCallGivesUpWhereTheFirstLanded() {
        Try limited = limited();
        try (Bill bill = new Bill()) {
            limited.ask(REQUEST, Manner.of(ReplyForm.TEXT), bill);
            Stub first = last;
            limited.ask(REQUEST, Manner.of(ReplyForm.TEXT), bill);
            assertThat(first.closed).isTrue();
            assertThat(last.closed).isFalse();
        }
        assertThat(last.closed).isTrue();
    }

    private Try limited() {
        Try wire = (request, manner, bill) -> {
            last = new Stub();
            bill.lands(name -> last, "request");
            return ANSWER;
        };
        Lane lane =
                new Lane("one", wire, new AdaptiveLimit(4, 4), new Pace(OptionalLong.empty(), OptionalLong.empty()));
        return new LimitedTry(gate, gate.add(new Lanes(List.of(lane), OptionalInt.empty())));
    }

    private static final class Stub implements Landing {
        private boolean closed;

        @Override
        public Optional<byte[]> left() {
            return Optional.empty();
        }

        @Override
        public void take(byte[] bytes, int from, int length) {}

        @Override
        public boolean holds() {
            return !closed;
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
