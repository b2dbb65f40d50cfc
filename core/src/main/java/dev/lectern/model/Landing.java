package dev.lectern.model;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * Where the answer to one request lands: its bytes outlive a kill of the program from the moment that they are there, though not a power
 * cut. They are read into its {@link #room} straight from their connection where that can be done, else {@link #take taken} from
 * elsewhere, and end where noughts begin. Used by one thread at a time.
 */
public interface Landing extends AutoCloseable {
    /** Nothing outlives the program. */
    Landing NONE = new Landing() {
        @Override
        public Optional<byte[]> left() {
            return Optional.empty();
        }

        @Override
        public void take(byte[] bytes, int from, int length) {}

        @Override
        public boolean holds() {
            return false;
        }

        @Override
        public void close() {}
    };

    /** What a program that was killed had taken in answer to the same request; it may break off anywhere. */
    Optional<byte[]> left();

    /**
     * Where more of the answer can be read to, from the buffer's position to its limit; none where there is no room. What is read there
     * takes the place of what was left.
     */
    default Optional<ByteBuffer> room() {
        return Optional.empty();
    }

    /** So many bytes were read into the {@link #room}. */
    default void came(int count) {}

    /** More of the answer came elsewhere. The first piece takes the place of what was left. */
    void take(byte[] bytes, int from, int length);

    /** Whether all that came is held; false where there was no room, or nothing came. */
    boolean holds();

    /** The answer is kept elsewhere by now, or of no use. */
    @Override
    void close();
}
