package dev.lectern.adapters.store;

import dev.lectern.model.Landing;
import dev.lectern.model.Landings;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Answers on their way into the store, in a file beside it that is mapped into memory: what is written there stays when the program is
 * killed, and costs no system call. The file is divided into slots; an answer takes as many as it needs, and gives them back once it is
 * kept. Where there is no room, answers don't land, and are at risk until they are kept.
 */
final class Arrivals implements Landings, AutoCloseable {
    /** The file grows by so many slots at a time. */
    private static final int GROWTH = 64 * Slot.BYTES;

    /** Room for 256 answers of 1 MiB that arrive at once. */
    private static final int MOST_BYTES = 256 << 20;

    private final Path file;
    private final FileChannel channel;
    private final Deque<Slot> free = new ArrayDeque<>();
    private final Map<String, Deque<List<Slot>>> left = new HashMap<>();
    private long bytes;
    private long lastId;
    private boolean full;
    private int open;

    private Arrivals(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** Takes up what a program that was killed left. @return empty where no such file can be made */
    static Optional<Arrivals> beside(Path store) {
        Path file = store.resolveSibling(store.getFileName() + "-arrivals");
        try {
            Arrivals arrivals = new Arrivals(
                    file,
                    FileChannel.open(
                            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE));
            arrivals.takeUp();
            return Optional.of(arrivals);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    @Override
    public synchronized Landing open(String request) {
        open++;
        Deque<List<Slot>> equal = left.getOrDefault(request, new ArrayDeque<>());
        List<Slot> slots = new ArrayList<>(Optional.ofNullable(equal.poll()).orElse(List.of()));
        if (equal.isEmpty()) {
            left.remove(request);
        }
        Arrival arrival = new Arrival(this, request, slots);
        if (slots.isEmpty()) {
            arrival.begin();
        }
        return arrival;
    }

    synchronized long nextId() {
        return ++lastId;
    }

    /** A slot of its own, or none if there is no room. */
    synchronized Optional<Slot> take() {
        if (free.isEmpty() && !full) {
            grow();
        }
        return Optional.ofNullable(free.poll());
    }

    synchronized void giveBack(List<Slot> slots) {
        open--;
        free(slots);
    }

    synchronized void free(List<Slot> slots) {
        for (Slot slot : slots) {
            slot.clear();
            free.push(slot);
        }
    }

    private void takeUp() throws IOException {
        Map<Long, List<Slot>> byAnswer = new HashMap<>();
        while (bytes + GROWTH <= channel.size()) {
            for (Slot slot : more()) {
                if (slot.isFree() || slot.isEmpty()) {
                    slot.clear();
                    free.add(slot);
                } else {
                    lastId = Math.max(lastId, slot.id());
                    byAnswer.computeIfAbsent(slot.id(), id -> new ArrayList<>()).add(slot);
                }
            }
        }
        byAnswer.values().stream()
                .sorted(Comparator.comparing(slots -> slots.getFirst().id()))
                .forEach(slots -> {
                    slots.sort(Comparator.comparing(Slot::number));
                    left.computeIfAbsent(slots.getFirst().request(), r -> new ArrayDeque<>())
                            .add(slots);
                });
    }

    private void grow() {
        try {
            if (bytes + GROWTH > MOST_BYTES) {
                full = true;
                return;
            }
            // Written, not only mapped: a full disk must say so here, not when an answer comes.
            ByteBuffer noughts = ByteBuffer.allocate(GROWTH);
            while (noughts.hasRemaining()) {
                channel.write(noughts, bytes + noughts.position());
            }
            free.addAll(more());
        } catch (IOException e) {
            full = true;
        }
    }

    private List<Slot> more() throws IOException {
        ByteBuffer mapped = channel.map(FileChannel.MapMode.READ_WRITE, bytes, GROWTH);
        bytes += GROWTH;
        List<Slot> slots = new ArrayList<>();
        for (int at = 0; at < GROWTH; at += Slot.BYTES) {
            slots.add(new Slot(mapped.slice(at, Slot.BYTES)));
        }
        return slots;
    }

    /** Ends; what was not asked for again stays for the next run. */
    @Override
    public synchronized void close() {
        full = true;
        free.clear();
        try {
            channel.close();
            if (open == 0 && left.isEmpty()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            // Left behind, it is taken up by the next run, and nothing in it is lost.
        }
    }
}
