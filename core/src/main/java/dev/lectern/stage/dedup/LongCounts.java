package dev.lectern.stage.dedup;

/** A whole number for each 64-bit key, 0 until set; no boxes. */
final class LongCounts {
    private long[] keys = new long[1024];
    private int[] values = new int[1024];
    private int size;

    int get(long key) {
        return values[slot(key)];
    }

    /** @param value not 0 */
    void set(long key, int value) {
        int slot = slot(key);
        if (values[slot] == 0) {
            size++;
        }
        keys[slot] = key;
        values[slot] = value;
        if (size * 2 > keys.length) {
            grow();
        }
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldValues = values;
        keys = new long[oldKeys.length * 2];
        values = new int[keys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldValues[i] != 0) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                values[slot] = oldValues[i];
            }
        }
    }

    private int slot(long key) {
        int mask = keys.length - 1;
        int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> 32) & mask;
        while (values[slot] != 0 && keys[slot] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }
}
