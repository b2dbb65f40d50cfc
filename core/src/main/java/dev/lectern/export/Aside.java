package dev.lectern.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A file that is written beside its place and moved there when it is whole, so that who reads finds the old one or the new
 * one, never half of either. Closing without {@link #keep} leaves the old one.
 */
public final class Aside implements AutoCloseable {
    private final Path place;
    private final Path part;
    private final OutputStream out;
    private long bytes;

    public Aside(Path place) throws IOException {
        this.place = place;
        this.part = place.resolveSibling(place.getFileName() + ".part");
        Files.createDirectories(place.toAbsolutePath().getParent());
        this.out = new BufferedOutputStream(Files.newOutputStream(part), 1 << 16);
    }

    public static void write(Path place, String text) throws IOException {
        try (Aside file = new Aside(place)) {
            file.text(text);
            file.keep();
        }
    }

    public void text(String text) throws IOException {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        out.write(utf8);
        bytes += utf8.length;
    }

    public long bytes() {
        return bytes;
    }

    public void keep() throws IOException {
        out.close();
        try {
            Files.move(part, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, place, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
        Files.deleteIfExists(part);
    }
}
