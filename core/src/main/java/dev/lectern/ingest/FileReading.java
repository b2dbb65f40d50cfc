package dev.lectern.ingest;

import dev.lectern.corpus.Chunker;
import dev.lectern.corpus.Document;
import dev.lectern.corpus.DocumentSink;
import dev.lectern.corpus.ReadException;
import dev.lectern.corpus.Source;
import dev.lectern.ingest.IngestReport.FileProblem;
import dev.lectern.ingest.IngestReport.PagesWithoutText;
import dev.lectern.ingest.IngestReport.Skipped;
import dev.lectern.text.Languages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The reading of one file: documents go on to the corpus as they come, everything else is kept for the report. */
final class FileReading implements DocumentSink {
    /** A language shows in the first pages. */
    private static final int LANGUAGE_SAMPLE = 20_000;
    /** A file with thousands of bad lines is told by its first ones. */
    private static final int MOST_PROBLEMS = 100;

    private final Source source;
    private final ReadOptions options;
    private final List<RedactedDocument.Hidden> hidden = new ArrayList<>();
    private final Chunker chunker;
    private final CorpusWriter corpus;
    private final Set<String> uris = new HashSet<>();
    private final List<FileProblem> problems = new ArrayList<>();
    private final List<Integer> pagesWithoutText = new ArrayList<>();
    private Optional<Skipped> skipped = Optional.empty();
    private int more;
    private int passages;
    private long characters;

    FileReading(Source source, ReadOptions options, Chunker chunker, CorpusWriter corpus) {
        this.source = source;
        this.options = options;
        this.chunker = chunker;
        this.corpus = corpus;
    }

    void run(Readers readers) {
        try {
            readers.readerOf(source).read(source, this);
            if (uris.isEmpty()) {
                skipped = Optional.of(new Skipped(source.uri(), nothing(), ""));
            }
        } catch (ReadException e) {
            failed(e.what(), e.fix());
        } catch (CorpusNotWritable e) {
            throw e;
        } catch (StackOverflowError e) {
            failed("nested too deep to be read", "");
        } catch (RuntimeException e) {
            failed("cannot be read: " + (e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage()), "");
        }
    }

    private String nothing() {
        return pagesWithoutText.isEmpty() ? "empty: no text in it" : "no text layer on any page (scanned?)";
    }

    private void failed(String what, String fix) {
        if (uris.isEmpty()) {
            skipped = Optional.of(new Skipped(source.uri(), what, fix));
        } else {
            problem("after " + uris.size() + " documents", what);
        }
    }

    @Override
    public void document(Document document) {
        if (document.text().isBlank()) {
            return;
        }
        if (!uris.add(document.uri())) {
            problem(document.uri(), "a second document of this name was left out");
            return;
        }
        Document told = redacted(document.withLanguage(options.language().orElseGet(() -> languageOf(document))));
        var cut = chunker.cut(told);
        try {
            corpus.add(told, cut);
        } catch (IOException e) {
            throw new CorpusNotWritable(e);
        }
        passages += cut.size();
        characters += told.text().length();
    }

    private Document redacted(Document document) {
        if (options.redactor().isEmpty()) {
            return document;
        }
        RedactedDocument.Result result =
                RedactedDocument.of(document, options.redactor().get());
        hidden.addAll(result.hidden());
        return result.document();
    }

    private static String languageOf(Document document) {
        String said = document.language();
        return said.equals(Languages.UNKNOWN)
                ? Languages.of(document.text()
                        .substring(0, Math.min(LANGUAGE_SAMPLE, document.text().length())))
                : said;
    }

    @Override
    public void problem(String where, String what) {
        if (problems.size() < MOST_PROBLEMS) {
            problems.add(new FileProblem(source.uri(), where, what));
        } else {
            more++;
        }
    }

    @Override
    public void pageWithoutText(int page) {
        pagesWithoutText.add(page);
    }

    /** What gave way to placeholders, document by document. */
    List<RedactedDocument.Hidden> hidden() {
        return hidden;
    }

    int documents() {
        return uris.size();
    }

    int passages() {
        return passages;
    }

    long characters() {
        return characters;
    }

    Optional<Skipped> skipped() {
        return skipped;
    }

    List<FileProblem> problems() {
        if (more == 0) {
            return problems;
        }
        List<FileProblem> all = new ArrayList<>(problems);
        all.add(new FileProblem(source.uri(), "", "and " + more + " more problems like these"));
        return all;
    }

    Optional<PagesWithoutText> pages() {
        return pagesWithoutText.isEmpty()
                ? Optional.empty()
                : Optional.of(new PagesWithoutText(source.uri(), pagesWithoutText));
    }

    /** The disk under the corpus failed: no fault of the file, so it ends the run. */
    static final class CorpusNotWritable extends UncheckedIOException {
        private static final long serialVersionUID = 1;

        CorpusNotWritable(IOException e) {
            super("the corpus cannot be written: " + e.getMessage(), e);
        }
    }
}
