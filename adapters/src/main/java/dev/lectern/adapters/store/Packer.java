package dev.lectern.adapters.store;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * Makes texts small and large again. Requests of one stage differ in a passage and a question only, so a text is deflated with an
 * earlier one of its kind as the dictionary. For one thread at a time; holds memory outside the heap until it is closed.
 */
final class Packer implements AutoCloseable {
    /** The fastest: with a dictionary, higher levels save 2 % of the file and take half as much time again. */
    private static final int LEVEL = Deflater.BEST_SPEED;

    private final Deflater deflater = new Deflater(LEVEL);
    private final Inflater inflater = new Inflater();
    private byte[] buffer = new byte[16_384];

    /** @param like the dictionary; empty for none */
    byte[] packed(String text, byte[] like) {
        deflater.reset();
        if (like.length > 0) {
            deflater.setDictionary(like);
        }
        deflater.setInput(text.getBytes(StandardCharsets.UTF_8));
        deflater.finish();
        ByteArrayOutputStream out = new ByteArrayOutputStream(1024);
        while (!deflater.finished()) {
            out.write(buffer, 0, deflater.deflate(buffer));
        }
        return out.toByteArray();
    }

    /** @throws DataFormatException if the bytes were not packed so: the file is damaged */
    String unpacked(byte[] bytes, byte[] like) throws DataFormatException {
        inflater.reset();
        inflater.setInput(bytes);
        int length = 0;
        while (!inflater.finished()) {
            if (length == buffer.length) {
                buffer = Arrays.copyOf(buffer, 2 * length);
            }
            int more = inflater.inflate(buffer, length, buffer.length - length);
            length += more;
            if (more == 0 && inflater.needsDictionary() && like.length > 0) {
                try {
                    inflater.setDictionary(like);
                } catch (IllegalArgumentException e) {
                    throw new DataFormatException("packed with another dictionary");
                }
            } else if (more == 0 && !inflater.finished()) {
                throw new DataFormatException("the end is missing");
            }
        }
        return new String(buffer, 0, length, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        deflater.end();
        inflater.end();
    }
}
