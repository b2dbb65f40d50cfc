package dev.lectern.adapters.store;

import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * A piece of the file of {@link Arrivals}: the answer's number (0 if free; 8 bytes), which piece of it this is (4), the hash of the request
 * (64), the bytes, and noughts to its end. How many bytes there are is written nowhere: a program that is killed as the kernel hands it
 * the bytes could not write it any more, and a letter of HTTP is never nought.
 */
final class Slot {
    /** A page of memory: most answers fit into one. */
    static final int BYTES = 4096;

    private static final int ID = 0;
    private static final int NUMBER = 8;
    private static final int REQUEST = 12;
    private static final int REQUEST_LENGTH = 64;
    private static final int CONTENT = REQUEST + REQUEST_LENGTH;
    private static final int MOST = BYTES - CONTENT;
    private static final byte[] NOUGHTS = new byte[MOST];

    private final ByteBuffer memory;
    private int filled;

    Slot(ByteBuffer memory) {
        this.memory = memory;
    }

    boolean isFree() {
        return id() == 0;
    }

    /** Whether its answer had not begun to come. */
    boolean isEmpty() {
        return memory.get(CONTENT) == 0;
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
        int length = MOST;
        while (length > 0 && memory.get(CONTENT + length - 1) == 0) {
            length--;
        }
        byte[] content = new byte[length];
        memory.get(CONTENT, content);
        return content;
    }

    void begin(long id, int number, String request) {
        filled = 0;
        memory.put(CONTENT, NOUGHTS);
        memory.putInt(NUMBER, number);
        memory.put(REQUEST, request.getBytes(StandardCharsets.US_ASCII), 0, REQUEST_LENGTH);
        VarHandle.releaseFence();
        memory.putLong(ID, id);
    }

    /** @return how many of the bytes it took; fewer only if it is full now */
    int add(byte[] bytes, int from, int length) {
        int taken = Math.min(length, MOST - filled);
        memory.put(CONTENT + filled, bytes, from, taken);
        filled += taken;
        return taken;
    }

    /** Where the next bytes go. */
    ByteBuffer room() {
        return memory.slice(CONTENT + filled, MOST - filled);
    }

    void came(int count) {
        filled += count;
    }

    boolean isFull() {
        return filled == MOST;
    }

    void clear() {
        memory.putLong(ID, 0);
    }
}
