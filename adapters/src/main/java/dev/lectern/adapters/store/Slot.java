package dev.lectern.adapters.store;

import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * A piece of the file of {@link Arrivals}: the answer's number (0 if free; 8 bytes), which piece of it this is (4), how many bytes it holds
 * (4), the hash of the request (64), the bytes. What says that something is there is written last, as the program may be killed in between.
 */
final class Slot {
    /** A page of memory: most answers fit into one. */
    static final int BYTES = 4096;

    private static final int ID = 0;
    private static final int NUMBER = 8;
    private static final int LENGTH = 12;
    private static final int REQUEST = 16;
    private static final int REQUEST_LENGTH = 64;
    private static final int CONTENT = REQUEST + REQUEST_LENGTH;
    private static final int MOST = BYTES - CONTENT;

    private final ByteBuffer memory;

    Slot(ByteBuffer memory) {
        this.memory = memory;
    }

    boolean isFree() {
        return id() == 0;
    }

    /** Whether its answer had not begun to come. */
    boolean isEmpty() {
        return memory.getInt(LENGTH) == 0;
    }

    long id() {
        return memory.getLong(ID);
    }

    /** Which piece of the answer, from 0. */
    int number() {
        return memory.getInt(NUMBER);
    }

    String request() {
        byte[] request = new byte[REQUEST_LENGTH];
        memory.get(REQUEST, request);
        return new String(request, StandardCharsets.US_ASCII);
    }

    byte[] content() {
        byte[] content = new byte[Math.clamp(memory.getInt(LENGTH), 0, MOST)];
        memory.get(CONTENT, content);
        return content;
    }

    void begin(long id, int number, String request) {
        memory.putInt(LENGTH, 0);
        memory.putInt(NUMBER, number);
        memory.put(REQUEST, request.getBytes(StandardCharsets.US_ASCII), 0, REQUEST_LENGTH);
        VarHandle.releaseFence();
        memory.putLong(ID, id);
    }

    /** @return how many of the bytes it took; fewer only if it is full now */
    int add(byte[] bytes, int from, int length) {
        int before = memory.getInt(LENGTH);
        int taken = Math.min(length, MOST - before);
        memory.put(CONTENT + before, bytes, from, taken);
        VarHandle.releaseFence();
        memory.putInt(LENGTH, before + taken);
        return taken;
    }

    void clear() {
        memory.putLong(ID, 0);
    }
}
