package dev.lectern.ingest;

import dev.lectern.check.Problem;
import dev.lectern.check.ProblemsException;
import dev.lectern.ingest.IngestReport.Skipped;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The files that sources stand for: a file itself, all files below a folder, what a glob matches. Hidden files and folders
 * (".git") and {@code lectern.yaml} are passed over; links are followed, loops are not. A file that is reached twice is read
 * once. A folder that an earlier run wrote is skipped with that reason: rows made from documents are no documents.
 */
record SourceFiles(List<FoundFile> files, List<Skipped> skipped) {

    /**
     * @param leaveOut a folder that is not read even where it lies inside a source: the one being written
     * @param given files that are named for something else, with the option that does
     * @throws ProblemsException naming every source that is not there or holds no file
     */
    static SourceFiles of(List<Path> sources, Path leaveOut, SortedMap<Path, String> given) {
        List<Root> roots = roots(sources);
        List<Problem> problems = new ArrayList<>();
        Walk walk = new Walk(leaveOut.toAbsolutePath().normalize(), real(given));
        for (Root root : roots) {
            int before = walk.count();
            try {
                walk.root(root);
                if (walk.count() == before) {
                    problems.add(new Problem(
                            "holds no file to read",
                            root.given.toString(),
                            "put documents there or name another folder"));
                }
            } catch (NoSuchFileException e) {
                problems.add(new Problem(
                        "no such file or folder",
                        root.given.toString(),
                        "check the spelling; the current folder is "
                                + Path.of("").toAbsolutePath()));
            } catch (IOException e) {
                problems.add(new Problem(
                        "cannot be read: " + e.getMessage(), root.given.toString(), "check its permissions"));
            }
        }
        if (!problems.isEmpty()) {
            throw new ProblemsException(problems);
        }
        walk.skipped.sort(Comparator.comparing(Skipped::file));
        return new SourceFiles(List.copyOf(walk.byUri.values()), walk.skipped);
    }

    /** Under the names that links lead to; what is not there is said by whoever reads it. */
    private static Map<Path, String> real(SortedMap<Path, String> given) {
        Map<Path, String> real = new TreeMap<>();
        given.forEach((file, option) -> {
            try {
                real.put(file.toRealPath(), option);
            } catch (IOException e) {
                real.put(file.toAbsolutePath().normalize(), option);
            }
        });
        return real;
    }

    /** Where a walk begins, and what the uris of its files begin with ("" for a single source). */
    private record Root(Path given, Path start, PathMatcher matcher, String prefix) {}

    private static List<Root> roots(List<Path> sources) {
        List<Path> distinct = new ArrayList<>(new LinkedHashSet<>(
                sources.stream().map(p -> p.toAbsolutePath().normalize()).toList()));
        List<Root> roots = new ArrayList<>();
        for (Path source : distinct) {
            Path start = source;
            PathMatcher matcher = path -> true;
            if (!Files.exists(source) && isGlob(source.toString())) {
                matcher = FileSystems.getDefault().getPathMatcher("glob:" + source);
                while (isGlob(start.toString()) && start.getParent() != null) {
                    start = start.getParent();
                }
            }
            String name = distinct.size() == 1 ? "" : nameAmong(start, distinct);
            roots.add(new Root(source, start, matcher, name));
        }
        return roots;
    }

    private static boolean isGlob(String path) {
        return path.contains("*") || path.contains("?") || path.contains("[") || path.contains("{");
    }

    /** The source's name, with as many of the folders above it as tell it from the other sources. */
    private static String nameAmong(Path source, List<Path> all) {
        for (int parts = 1; parts <= source.getNameCount(); parts++) {
            Path tail = source.subpath(source.getNameCount() - parts, source.getNameCount());
            if (all.stream().filter(other -> other.endsWith(tail)).count() <= 1) {
                return slashes(tail);
            }
        }
        return slashes(source);
    }

    private static String slashes(Path path) {
        List<String> names = new ArrayList<>();
        path.forEach(part -> names.add(part.toString()));
        return String.join("/", names);
    }

    /** One walk over all roots. */
    private static final class Walk extends SimpleFileVisitor<Path> {
        private final Path leaveOut;
        private final Map<String, FoundFile> byUri = new TreeMap<>();
        private final List<Skipped> skipped = new ArrayList<>();
        private final Set<Path> reached = new HashSet<>();
        private final Map<Path, String> given;
        private Root root = new Root(Path.of(""), Path.of(""), path -> true, "");
        private int copies;

        Walk(Path leaveOut, Map<Path, String> given) {
            this.given = given;
            this.leaveOut = leaveOut;
        }

        int count() {
            return byUri.size() + skipped.size() + copies;
        }

        void root(Root next) throws IOException {
            root = next;
            Files.readAttributes(root.start, BasicFileAttributes.class);
            Files.walkFileTree(root.start, EnumSet.of(FileVisitOption.FOLLOW_LINKS), 200, this);
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            boolean hidden = !folder.equals(root.start) && isHidden(folder);
            boolean own = folder.toAbsolutePath().normalize().equals(leaveOut);
            if (hidden || own) {
                return FileVisitResult.SKIP_SUBTREE;
            }
            if (!folder.equals(root.start) && Files.exists(folder.resolve("run/manifest.json"))) {
                skipped.add(new Skipped(
                        uri(folder),
                        "the output folder of another run, not documents",
                        "name it as a source to read it"));
                return FileVisitResult.SKIP_SUBTREE;
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            boolean wanted = root.matcher.matches(file)
                    && (file.equals(root.start) || !(isHidden(file) || file.endsWith("lectern.yaml")));
            if (!wanted) {
                return FileVisitResult.CONTINUE;
            }
            if (!attributes.isRegularFile()) {
                skipped.add(new Skipped(uri(file), "not a regular file", ""));
            } else if (!reached.add(file.toRealPath())) {
                copies++;
            } else if (given.containsKey(file.toRealPath())) {
                skipped.add(new Skipped(
                        uri(file),
                        "given as " + given.get(file.toRealPath()) + ", so it is not read as a document",
                        ""));
            } else {
                byUri.put(
                        uri(file),
                        new FoundFile(
                                uri(file),
                                file,
                                attributes.size(),
                                attributes.lastModifiedTime().toMillis()));
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            String reason = e instanceof FileSystemLoopException
                    ? "a link that leads back to a folder above it"
                    : e instanceof AccessDeniedException
                            ? "no permission to read it"
                            : "cannot be read: " + e.getMessage();
            skipped.add(new Skipped(
                    uri(file), reason, e instanceof AccessDeniedException ? "change its permissions (chmod +r)" : ""));
            return FileVisitResult.CONTINUE;
        }

        private String uri(Path file) {
            String inside = slashes(root.start.relativize(file));
            if (inside.isEmpty()) {
                return root.prefix.isEmpty() ? String.valueOf(file.getFileName()) : root.prefix;
            }
            return root.prefix.isEmpty() ? inside : root.prefix + "/" + inside;
        }

        private static boolean isHidden(Path path) {
            return path.getFileName() != null && path.getFileName().toString().startsWith(".");
        }
    }
}
