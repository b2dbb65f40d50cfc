package dev.lectern.export;

import dev.lectern.corpus.Corpus;
import dev.lectern.corpus.Passage;
import dev.lectern.export.check.DataCheck;
import dev.lectern.export.check.DataCheck.FileResult;
import dev.lectern.export.check.Trainer;
import dev.lectern.sample.Evidence;
import dev.lectern.sample.Sample;
import dev.lectern.text.Chance;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Writes accepted samples as data files: every format, every split, rows in the order of the samples. Reads the samples
 * twice (what is there, then the writing) and holds one at a time. Files are written aside and moved when whole; data files of
 * earlier exports that this one doesn't write are removed, so that no row is left in a split it no longer belongs to.
 *
 * @param sectionOf names the section that evidence stands in, for when documents are too few to split by
 * @param reasoning where chains of thought go
 */
public record Exporter(
        List<Format> formats, Splits splits, Chance chance, Function<Evidence, String> sectionOf, Reasoning reasoning) {
    public Exporter {
        formats = List.copyOf(formats);
    }

    /** A split may miss its share by this much of it before sections are tried instead of documents. */
    private static final double TOLERATED_MISS = 0.2;

    /**
     * What was written.
     *
     * @param notes what people should know: split by section, rows that a layout cannot carry
     */
    public record Result(List<Output> outputs, List<Note> notes) {
        public Result {
            outputs = List.copyOf(outputs);
            notes = List.copyOf(notes);
        }
    }

    /** Names a section by its document and headings; text without headings by its passage. */
    public static Function<Evidence, String> sections(Corpus corpus) {
        return evidence -> {
            Passage passage = corpus.passage(evidence.passage());
            return section(passage);
        };
    }

    static String section(Passage passage) {
        return passage.document() + "\n"
                + (passage.headings().isEmpty() ? passage.id() : String.join("\n", passage.headings()));
    }

    /** @param samples opens the accepted samples in canonical order, each time anew; the stream is closed here */
    public Result write(Supplier<Stream<Sample>> samples, Path folder) {
        List<Note> notes = new ArrayList<>();
        Survey survey = new Survey(splits.single() ? Optional.empty() : Optional.of(sectionOf), reasoning);
        try (Stream<Sample> all = samples.get()) {
            all.forEachOrdered(survey::add);
        }
        Function<Sample, String> splitOf = splitOf(survey, notes);
        try {
            List<Output> outputs = new ArrayList<>();
            try (DataFiles files =
                            new DataFiles(folder, formats, splits.shares().keySet(), survey.shape());
                    Stream<Sample> all = samples.get()) {
                all.forEachOrdered(sample -> files.add(sample, splitOf.apply(sample)));
                outputs.addAll(files.keep(notes));
            }
            removeOthers(folder, outputs);
            DatasetInfo.write(folder, outputs, survey.shape());
            readBack(folder, outputs, survey.shape(), notes);
            if (formats.stream().anyMatch(f -> f.name().equals("openai"))) {
                if (survey.shape().tools()) {
                    notes.add(new Note("openai-with-tools"));
                }
                if (survey.shape().hasReasoningField()) {
                    notes.add(new Note("openai-with-reasoning"));
                }
            }
            return new Result(outputs, notes);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the data files in " + folder, e);
        }
    }

    /** Holds what was written to the rules of the trainers that the layouts are for; what one would refuse is said. */
    private static void readBack(Path folder, List<Output> outputs, Format.Shape shape, List<Note> notes) {
        for (Output output : outputs) {
            // OpenAI knows no field for reasoning; who asks for one trains elsewhere.
            Trainer messages = shape.hasReasoningField() ? Trainer.TRL : Trainer.OPENAI;
            Trainer trainer = output.format().equals("openai") ? messages : Trainer.LLAMA_FACTORY;
            for (FileResult file : DataCheck.run(folder.resolve(output.path()), trainer, finding -> {})) {
                if (!file.accepted()) {
                    notes.add(new Note("would-skip", trainer.typed(), file.badRows(), output.path()));
                }
            }
        }
    }

    private Function<Sample, String> splitOf(Survey survey, List<Note> notes) {
        if (splits.single()) {
            String only = splits.shares().keySet().iterator().next();
            return sample -> only;
        }
        Groups documents = survey.byDocument();
        Assignment byDocument = new Assignment(documents.rows(), splits, chance);
        if (!byDocument.leavesOneEmpty() && byDocument.worstMiss() <= TOLERATED_MISS) {
            return sample -> byDocument.splitOf(documents.of(sample));
        }
        Groups sections = survey.bySection();
        Assignment bySection = new Assignment(sections.rows(), splits, chance);
        if (bySection.worstMiss() >= byDocument.worstMiss()) {
            noteEmpty(byDocument, notes);
            return sample -> byDocument.splitOf(documents.of(sample));
        }
        notes.add(new Note("split-by-section", documents.rows().size()));
        noteEmpty(bySection, notes);
        return sample -> bySection.splitOf(sections.of(sample));
    }

    private void noteEmpty(Assignment assignment, List<Note> notes) {
        for (String split : splits.shares().keySet()) {
            if (assignment.rows(split) == 0) {
                notes.add(new Note("split-empty", split));
            }
        }
    }

    private static void removeOthers(Path folder, List<Output> outputs) throws IOException {
        Set<Path> ours = new HashSet<>();
        outputs.forEach(o -> ours.add(folder.resolve(o.path()).normalize()));
        for (String format : Formats.all().keySet()) {
            Path data = folder.resolve("data").resolve(format);
            if (!Files.isDirectory(data)) {
                continue;
            }
            try (DirectoryStream<Path> files = Files.newDirectoryStream(data, "*.jsonl")) {
                for (Path file : files) {
                    if (!ours.contains(file.normalize())) {
                        Files.delete(file);
                    }
                }
            }
        }
    }

    /** What the first reading finds. */
    private static final class Survey {
        private final Optional<Groups> documents;
        private final Optional<Groups> sections;
        private Format.Shape shape;

        Survey(Optional<Function<Evidence, String>> sectionOf, Reasoning reasoning) {
            shape = Format.Shape.empty(reasoning);
            documents = sectionOf.map(s -> new Groups(Evidence::document));
            sections = sectionOf.map(Groups::new);
        }

        void add(Sample sample) {
            shape = shape.with(sample);
            documents.ifPresent(g -> g.add(sample));
            sections.ifPresent(g -> g.add(sample));
        }

        Format.Shape shape() {
            return shape;
        }

        Groups byDocument() {
            return documents.orElseThrow();
        }

        Groups bySection() {
            return sections.orElseThrow();
        }
    }
}
