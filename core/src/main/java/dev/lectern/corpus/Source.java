package dev.lectern.corpus;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * One file to be read; a {@code .gz} file is read as what it holds.
 *
 * @param uri what the document is called: relative to where the reading began, "/" between folders
 */
public record Source(String uri, Path file) {
    private static final int BUFFER = 1 << 16;

    /** The file's name without folders and without {@code .gz}. */
    public String name() {
        String name = uri.substring(uri.lastIndexOf('/') + 1);
        return packed() ? name.substring(0, name.length() - ".gz".length()) : name;
    }

    /** The name without its ending: the title where a file has none. */
    public String stem() {
        String name = name();
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    /** The ending in lower case, without dot and without {@code .gz}; "" for none. */
    public String ending() {
        String name = name();
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(dot + 1).toLowerCase(Locale.ROOT) : "";
    }

    /** The content from its beginning, unpacked; close it. */
    public InputStream open() throws IOException {
        InputStream in = Files.newInputStream(file);
        if (!packed()) {
            return in;
        }
        try {
            return new GZIPInputStream(in, BUFFER);
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    /** Up to {@code length} bytes from the beginning. */
    public byte[] head(int length) {
        try (InputStream in = open()) {
            return in.readNBytes(length);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /**
     * The whole content.
     *
     * @throws ReadException if it is larger than {@code atMost} bytes once unpacked
     */
    public byte[] bytes(long atMost) {
        try (InputStream in = open()) {
            ByteArrayOutputStream out =
                    new ByteArrayOutputStream(packed() ? BUFFER : (int) Math.min(Files.size(file), atMost));
            byte[] buffer = new byte[BUFFER];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                out.write(buffer, 0, n);
                if (out.size() > atMost) {
                    throw new ReadException(
                            "larger than " + (atMost >> 20) + " MiB" + (packed() ? " once unpacked" : ""),
                            "split it into smaller files");
                }
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** The file system's complaint in words for its owner. */
    public static ReadException unreadable(IOException e) {
        return switch (e) {
            case ZipException z -> new ReadException("broken gzip file (" + z.getMessage() + ")", "", z);
            case AccessDeniedException d ->
                new ReadException("no permission to read it", "change its permissions (chmod +r)", d);
            case NoSuchFileException n -> new ReadException("it is gone", "", n);
            default -> new ReadException("cannot be read: " + e.getMessage(), "", e);
        };
    }

    private boolean packed() {
        return uri.toLowerCase(Locale.ROOT).endsWith(".gz");
    }
}
