package dev.lectern.ingest;

import dev.lectern.corpus.Corpus;
import dev.lectern.corpus.Derived;
import dev.lectern.corpus.Document;
import dev.lectern.corpus.Passage;
import dev.lectern.ingest.Spool.Place;
import dev.lectern.text.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A corpus in a run folder. Memory holds ids, places and the few documents read last; everything else stays on disk. The files
 * under {@code run/corpus} are derived: {@link Ingest} makes them again.
 */
final class DiskCorpus implements Corpus, AutoCloseable {
    private record Shelf(Place place, int firstPassage, int passages) {}

    private final FileChannel documentLines;
    private final FileChannel passageLines;
    private final String digest;
    private final List<String> documentIds;
    private final Map<String, Shelf> shelves;
    private final List<String> passageIds;
    private final Map<String, Integer> passageNumbers;
    private final List<Place> passagePlaces;
    private final RecentDocuments recent = new RecentDocuments();
    private final Derived derived = new Derived();

    private DiskCorpus(FileChannel documentLines, FileChannel passageLines, String digest, List<String> index) {
        this.documentLines = documentLines;
        this.passageLines = passageLines;
        this.digest = digest;
        List<String> ids = new ArrayList<>(index.size());
        shelves = HashMap.newHashMap(index.size());
        List<String> cut = new ArrayList<>();
        passagePlaces = new ArrayList<>();
        long at = 0;
        long passageAt = 0;
        for (String line : index) {
            String[] parts = line.split(" ", -1);
            int length = Integer.parseInt(parts[1]);
            ids.add(parts[0]);
            shelves.put(parts[0], new Shelf(new Place(at, length), cut.size(), parts.length - 2));
            at += length + 1L;
            for (String passage : Arrays.asList(parts).subList(2, parts.length)) {
                int colon = passage.indexOf(':');
                Place place = new Place(passageAt, Integer.parseInt(passage.substring(colon + 1)));
                cut.add(passage.substring(0, colon));
                passagePlaces.add(place);
                passageAt += place.length() + 1L;
            }
        }
        passageNumbers = HashMap.newHashMap(cut.size());
        for (int i = 0; i < cut.size(); i++) {
            passageNumbers.put(cut.get(i), i);
        }
        Collections.sort(cut);
        documentIds = Collections.unmodifiableList(ids);
        passageIds = Collections.unmodifiableList(cut);
    }

    static Path folder(Path run) {
        return run.resolve("run").resolve("corpus");
    }

    static DiskCorpus open(Path run, String digest) throws IOException {
        Path folder = folder(run);
        FileChannel documents = FileChannel.open(folder.resolve("documents.jsonl"), StandardOpenOption.READ);
        FileChannel passages = FileChannel.open(folder.resolve("passages.jsonl"), StandardOpenOption.READ);
        return new DiskCorpus(
                documents,
                passages,
                digest,
                Files.readAllLines(folder.resolve("index.txt"), StandardCharsets.US_ASCII));
    }

    @Override
    public Document document(String id) {
        return recent.get(id, () -> read(documentLines, shelf(id).place, Document.class));
    }

    @Override
    public Passage passage(String id) {
        Integer number = passageNumbers.get(id);
        if (number == null) {
            throw new IllegalArgumentException("no passage " + id);
        }
        return read(passageLines, passagePlaces.get(number), Passage.class);
    }

    @Override
    public List<Passage> passagesOf(String document) {
        Shelf shelf = shelf(document);
        return passagePlaces.subList(shelf.firstPassage, shelf.firstPassage + shelf.passages).stream()
                .map(place -> read(passageLines, place, Passage.class))
                .toList();
    }

    @Override
    public List<String> documents() {
        return documentIds;
    }

    @Override
    public List<String> passages() {
        return passageIds;
    }

    @Override
    public <T> T derived(Class<T> kind, Function<Corpus, T> make) {
        return derived.get(kind, this, make);
    }

    @Override
    public String digest() {
        return digest;
    }

    @Override
    public void close() throws IOException {
        documentLines.close();
        passageLines.close();
    }

    private Shelf shelf(String id) {
        Shelf shelf = shelves.get(id);
        if (shelf == null) {
            throw new IllegalArgumentException("no document " + id);
        }
        return shelf;
    }

    private static <T> T read(FileChannel lines, Place place, Class<T> type) {
        try {
            return Json.read(new String(Spool.read(lines, place), StandardCharsets.UTF_8), type);
        } catch (IOException e) {
            throw new UncheckedIOException("the corpus on disk cannot be read", e);
        }
    }
}
