package dev.lectern.engine;

import dev.lectern.check.ProblemsException;
import dev.lectern.text.Json;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The folder of a run: one per dataset, used by one process at a time. Files appear whole or not at all: they are
 * written aside and moved. What an earlier run of the same recipe left is gone on with, never thrown away first.
 */
public final class RunFolder implements AutoCloseable {
    /** Where a run that is not at its end yet keeps what nobody needs after it. */
    public static final String WORK = "run/work";

    private static final String PART = ".part";
    private static final String LOCK = "run/lock";
    private static final Set<String> OURS = Set.of("run", "lectern.yaml", "reviews.jsonl");

    private final Path root;
    private final FileChannel channel;
    private final FileLock lock;

    private RunFolder(Path root, FileChannel channel, FileLock lock) {
        this.root = root;
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * Takes the folder for this process.
     *
     * @param recipe name of the recipe that is to run there
     * @throws ProblemsException if it can't be written, holds something else, or is in use
     */
    public static RunFolder open(Path root, String recipe) {
        try {
            check(root, recipe);
            Files.createDirectories(root.resolve("run"));
            FileChannel channel =
                    FileChannel.open(root.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            RunFolder folder = new RunFolder(root, channel, lock(root, channel));
            sweep(root);
            return folder;
        } catch (IOException e) {
            throw notWritable(root, e.toString());
        }
    }

    /**
     * Looks whether a run of this recipe may use the folder, and changes nothing.
     *
     * @throws ProblemsException if it can't be written or holds something else
     */
    public static void look(Path root, String recipe) {
        try {
            check(root, recipe);
        } catch (IOException e) {
            throw notWritable(root, e.toString());
        }
    }

    /** Whether another process is at work there just now. Not for the one that is: where it looks itself, its lock may be gone. */
    public static boolean atWork(Path root) {
        Path file = root.resolve(LOCK);
        if (!Files.exists(file)) {
            return false;
        }
        // Shared, so that several may look at once.
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
                FileLock free = channel.tryLock(0, Long.MAX_VALUE, true)) {
            return free == null;
        } catch (OverlappingFileLockException e) {
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look whether somebody is at work in " + root, e);
        }
    }

    private static void check(Path root, String recipe) throws IOException {
        if (Files.exists(root) && !Files.isDirectory(root)) {
            throw new ProblemsException("the output '" + root + "' is a file", "--output", "name a folder");
        }
        Path there = root.toAbsolutePath();
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        if (!Files.isDirectory(there)) {
            throw notWritable(root, "'" + there + "' is a file");
        }
        if (!Files.isWritable(there)) {
            throw notWritable(root, "no permission to write in '" + there + "'");
        }
        checkOwner(root, recipe);
    }

    private static ProblemsException notWritable(Path root, String why) {
        return new ProblemsException(
                "cannot write to the output folder: " + why, "--output " + root, "choose a folder you may write to");
    }

    private static FileLock lock(Path root, FileChannel channel) throws IOException {
        FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            lock = null;
        }
        if (lock == null) {
            channel.close();
            throw new ProblemsException(
                    "another process is at work in the output folder",
                    "--output " + root,
                    "wait for it, or choose another folder");
        }
        return lock;
    }

    private static void checkOwner(Path root, String recipe) throws IOException {
        Optional<Manifest> manifest = manifest(root);
        if (manifest.isPresent() && !manifest.get().recipe().equals(recipe)) {
            throw new ProblemsException(
                    "the output folder holds a run of the recipe '"
                            + manifest.get().recipe() + "', not of '" + recipe + "'",
                    "--output " + root,
                    "choose another folder, or go on there with --recipe "
                            + manifest.get().recipe());
        }
        if (manifest.isEmpty() && Files.isDirectory(root)) {
            try (Stream<Path> files = Files.list(root)) {
                Optional<Path> foreign = files.filter(
                                f -> !OURS.contains(f.getFileName().toString()))
                        .filter(f -> !f.getFileName().toString().startsWith("."))
                        .findFirst();
                if (foreign.isPresent() && !Files.exists(root.resolve(LOCK))) {
                    throw new ProblemsException(
                            "the output folder is not empty and holds no run (there is '"
                                    + foreign.get().getFileName() + "')",
                            "--output " + root,
                            "choose a new or an empty folder");
                }
            }
        }
    }

    /** The manifest of the folder's run, where there is a readable one. */
    public static Optional<Manifest> manifest(Path root) throws IOException {
        Path file = root.resolve("run/manifest.json");
        return Files.exists(file) ? Optional.of(Json.read(Files.readString(file), Manifest.class)) : Optional.empty();
    }

    public Path root() {
        return root;
    }

    /** {@code run/}: what the program needs and people seldom look at. */
    public Path run() {
        return root.resolve("run");
    }

    /** An empty folder for files that nobody needs after the run. */
    public Path scratch() {
        Path scratch = root.resolve(WORK);
        try {
            deleteAll(scratch);
            Files.createDirectories(scratch);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return scratch;
    }

    /** Writes the lines to a file of the folder, aside first; closes the stream. */
    public void writeLines(String name, Stream<String> lines) {
        Path file = root.resolve(name);
        Path aside = aside(file);
        try (lines;
                BufferedWriter out = Files.newBufferedWriter(aside, StandardCharsets.UTF_8)) {
            for (var it = lines.iterator(); it.hasNext(); ) {
                out.write(it.next());
                out.write('\n');
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
        move(aside, file);
    }

    /** Writes a whole file of the folder, aside first. */
    public void write(String name, String text) {
        Path file = root.resolve(name);
        Path aside = aside(file);
        try {
            Files.writeString(aside, text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
        move(aside, file);
    }

    private static Path aside(Path file) {
        return file.resolveSibling("." + file.getFileName() + PART);
    }

    /** What a killed run had begun to write: nobody goes on with it. */
    private static void sweep(Path root) throws IOException {
        for (Path folder : List.of(root, root.resolve("run"), root.resolve("data"))) {
            int depth = folder.endsWith("data") ? 2 : 1;
            if (Files.isDirectory(folder)) {
                try (Stream<Path> parts = Files.find(folder, depth, (f, a) -> a.isRegularFile() && isPart(f))) {
                    for (Path part : parts.toList()) {
                        Files.delete(part);
                    }
                }
            }
        }
    }

    private static boolean isPart(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.endsWith(PART) && (name.startsWith(".") || name.endsWith(".jsonl" + PART));
    }

    private static void move(Path from, Path to) {
        try {
            try {
                Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + to, e);
        }
    }

    private static void deleteAll(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    deleteAll(file);
                }
            }
        }
        Files.deleteIfExists(folder);
    }

    @Override
    public void close() {
        try {
            deleteAll(root.resolve(WORK));
            lock.release();
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
