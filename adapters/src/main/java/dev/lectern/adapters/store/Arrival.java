package dev.lectern.adapters.store;

import dev.lectern.model.Landing;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/** One answer in the slots of {@link Arrivals}. Pieces that come after it was closed are dropped: their slots are another's by then. */
final class Arrival implements Landing {
    private final Arrivals arrivals;
    private final String request;
    private final List<Slot> slots;
    private long id;
    private boolean came;
    private boolean closed;

    /** @param slots that hold what was left of it */
    Arrival(Arrivals arrivals, String request, List<Slot> slots) {
        this.arrivals = arrivals;
        this.request = request;
        this.slots = slots;
    }

    /** Its first slot is its own before anything is asked: when the answer comes, there is nothing to do but to write it down. */
    synchronized void begin() {
        forget();
        id = arrivals.nextId();
        another();
    }

    @Override
    public synchronized Optional<byte[]> left() {
        if (slots.isEmpty() || id != 0) {
            return Optional.empty();
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        slots.forEach(slot -> all.writeBytes(slot.content()));
        return Optional.of(all.toByteArray());
    }

    @Override
    public synchronized Optional<ByteBuffer> room() {
        anew();
        if (!slots.isEmpty() && slots.getLast().isFull() && !another()) {
            forget();
        }
        return slots.isEmpty() ? Optional.empty() : Optional.of(slots.getLast().room());
    }

    @Override
    public synchronized void came(int count) {
        if (!slots.isEmpty()) {
            slots.getLast().came(count);
            came |= count > 0;
        }
    }

    @Override
    public synchronized void take(byte[] bytes, int from, int length) {
        anew();
        for (int at = 0; at < length && !slots.isEmpty(); ) {
            at += slots.getLast().add(bytes, from + at, length - at);
            if (at < length && !another()) {
                forget();
            }
        }
        came |= length > 0;
    }

    private void anew() {
        if (id == 0 && !closed) {
            begin();
        }
    }

    private boolean another() {
        Optional<Slot> slot = arrivals.take();
        slot.ifPresent(s -> {
            s.begin(id, slots.size(), request);
            slots.add(s);
        });
        return slot.isPresent();
    }

    private void forget() {
        arrivals.free(slots);
        slots.clear();
    }

    @Override
    public synchronized boolean holds() {
        return !slots.isEmpty() && (came || id == 0);
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            arrivals.giveBack(slots);
            slots.clear();
        }
    }
}
