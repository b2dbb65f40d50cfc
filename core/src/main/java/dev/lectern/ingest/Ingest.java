package dev.lectern.ingest;

import dev.lectern.corpus.Chunker;
import dev.lectern.corpus.Corpus;
import dev.lectern.corpus.DocumentReader;
import dev.lectern.corpus.Source;
import dev.lectern.ingest.IngestReport.FileProblem;
import dev.lectern.ingest.IngestReport.PagesWithoutText;
import dev.lectern.ingest.IngestReport.Skipped;
import dev.lectern.text.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Reads files into a corpus inside a run folder, or finds that the corpus there is still the one these files make. */
public final class Ingest {
    /** Parsers of foreign formats recurse; readers bound the depth, this gives them room. */
    private static final long STACK = 16L << 20;

    private final Readers readers;

    /** The corpus, and what became of each file. Close it when no more documents are asked for. */
    public record Result(Corpus corpus, IngestReport report) implements AutoCloseable {
        @Override
        public void close() {
            if (corpus instanceof DiskCorpus disk) {
                try {
                    disk.close();
                } catch (IOException e) {
                    throw new UncheckedIOException("the corpus cannot be closed", e);
                }
            }
        }
    }

    private Ingest(Readers readers) {
        this.readers = readers;
    }

    /** With every reader on the class path. */
    public static Ingest installed() {
        return new Ingest(Readers.installed());
    }

    public static Ingest with(List<DocumentReader> readers) {
        return new Ingest(new Readers(readers));
    }

    /** Endings of files that can be read, sorted, without the dot. */
    public List<String> endings() {
        return readers.endings();
    }

    /**
     * Finds out whether the sources are there, and reads nothing.
     *
     * @return how many files there are to read
     * @throws dev.lectern.check.ProblemsException naming every source that is not there or holds no file
     */
    public static int look(Path runFolder, List<Path> sources) {
        return SourceFiles.of(sources, runFolder, new TreeMap<>()).files().size();
    }

    /**
     * Writes {@code documents.jsonl.gz} and {@code passages.jsonl.gz} into the run folder and its working copy under
     * {@code run/corpus}. The same files and options give the same bytes, whatever the threads and the order.
     *
     * @param sources files, folders and globs
     * @throws dev.lectern.check.ProblemsException naming every source that is not there or holds no file
     */
    public Result into(Path runFolder, List<Path> sources, ReadOptions options, Watcher watcher) {
        SourceFiles found = SourceFiles.of(sources, runFolder, options.given());
        String how = CorpusRecord.made(options, readers.endings());
        try {
            Optional<CorpusRecord> earlier = CorpusRecord.in(runFolder).filter(r -> r.holdsFor(how, found.files()));
            if (earlier.isPresent()) {
                CorpusWriter.sweep(runFolder);
                return open(runFolder, earlier.get(), earlier.get().report().again());
            }
            CorpusRecord made = read(runFolder, found, how, options, watcher);
            return open(runFolder, made, made.report());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to " + runFolder + ": " + e.getMessage(), e);
        }
    }

    private static Result open(Path run, CorpusRecord record, IngestReport report) throws IOException {
        return new Result(DiskCorpus.open(run, record.digest()), report);
    }

    private CorpusRecord read(Path run, SourceFiles found, String how, ReadOptions options, Watcher watcher)
            throws IOException {
        Chunker chunker = new Chunker(options.passageTokens());
        try (CorpusWriter writer = new CorpusWriter(run)) {
            Files.deleteIfExists(CorpusRecord.file(run));
            List<CorpusRecord.Origin> origins = new ArrayList<>();
            List<FileReading> readings = new ArrayList<>();
            AtomicInteger done = new AtomicInteger();
            int all = found.files().size();
            try (ExecutorService pool = Executors.newFixedThreadPool(Math.max(1, options.threads()), Ingest::thread)) {
                List<Future<CorpusRecord.Origin>> running = new ArrayList<>();
                for (FoundFile file : found.files()) {
                    FileReading reading =
                            new FileReading(new Source(file.uri(), file.path()), options, chunker, writer);
                    readings.add(reading);
                    running.add(pool.submit(() -> {
                        reading.run(readers);
                        watcher.read(done.incrementAndGet(), all);
                        return CorpusRecord.origin(file);
                    }));
                }
                for (Future<CorpusRecord.Origin> one : running) {
                    origins.add(wait(one, pool));
                }
            }
            IngestReport report = report(readings, found.skipped());
            if (options.redactor().isPresent()) {
                keep(run, readings);
            }
            CorpusRecord record = new CorpusRecord(how, origins, report, writer.finish());
            record.write(run);
            return record;
        }
    }

    /** The list of what the placeholders stand for: under {@code run}, which is not given away. */
    private static void keep(Path run, List<FileReading> readings) throws IOException {
        List<String> lines = readings.stream()
                .flatMap(reading -> reading.hidden().stream())
                .map(Json::line)
                .toList();
        Files.write(run.resolve("run/redactions.jsonl"), lines, StandardCharsets.UTF_8);
    }

    private static <T> T wait(Future<T> one, ExecutorService pool) throws IOException {
        try {
            return one.get();
        } catch (ExecutionException e) {
            pool.shutdownNow();
            throw new IOException(
                    e.getCause() == null ? e.getMessage() : e.getCause().getMessage(), e);
        } catch (InterruptedException e) {
            pool.shutdownNow();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(null, work, "lectern-read", STACK);
        thread.setDaemon(true);
        return thread;
    }

    private static IngestReport report(List<FileReading> readings, List<Skipped> notReached) {
        List<Skipped> skipped = new ArrayList<>(notReached);
        List<FileProblem> problems = new ArrayList<>();
        List<PagesWithoutText> pages = new ArrayList<>();
        int files = 0;
        int documents = 0;
        int passages = 0;
        long characters = 0;
        for (FileReading reading : readings) {
            reading.skipped().ifPresent(skipped::add);
            reading.pages().ifPresent(pages::add);
            problems.addAll(reading.problems());
            files += reading.documents() > 0 ? 1 : 0;
            documents += reading.documents();
            passages += reading.passages();
            characters += reading.characters();
        }
        skipped.sort(Comparator.comparing(Skipped::file));
        return new IngestReport(files, documents, passages, characters, skipped, problems, pages, false);
    }
}
