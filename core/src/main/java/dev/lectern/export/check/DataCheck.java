package dev.lectern.export.check;

import dev.lectern.check.ProblemsException;
import dev.lectern.seed.Facts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Holds data files to a trainer's rules, row by row, in the memory of one row. Takes JSONL, JSON arrays, .gz of either, a
 * {@code dataset_info.json} with the files it names, or a folder. What is broken is found, never thrown; findings go to the
 * sink as they are made, so that there may be any number.
 */
public final class DataCheck {
    private static final String INFO = "dataset_info.json";

    private final Trainer trainer;
    private final Consumer<Finding> sink;
    private final FactRules facts;

    private DataCheck(Trainer trainer, Facts facts, Consumer<Finding> sink) {
        this.trainer = trainer;
        this.facts = new FactRules(facts);
        this.sink = sink;
    }

    /**
     * What was read of a file.
     *
     * @param layout messages, sharegpt, alpaca …, or dataset_info
     * @param badRows rows that the trainer would stop at, skip or spoil
     * @param accepted whether the trainer would train every row as it was meant; notes don't count against a file
     * @param findings how many of each rule
     */
    public record FileResult(
            String file, String layout, long rows, long badRows, boolean accepted, SortedMap<String, Long> findings) {
        public FileResult {
            findings = Collections.unmodifiableSortedMap(new TreeMap<>(findings));
        }
    }

    /** @throws ProblemsException if there is no such file, or nothing in the folder to check */
    public static List<FileResult> run(Path path, Trainer trainer, Consumer<Finding> sink) {
        return run(path, trainer, Facts.NONE, sink);
    }

    /**
     * The same, and whether rows still say what facts have changed.
     *
     * @throws ProblemsException as {@link #run(Path, Trainer, Consumer)}
     */
    public static List<FileResult> run(Path path, Trainer trainer, Facts facts, Consumer<Finding> sink) {
        DataCheck check = new DataCheck(trainer, facts, sink);
        try {
            if (!Files.exists(path)) {
                throw new ProblemsException("there is no file '" + path + "'", "", "check the path");
            }
            if (Files.isDirectory(path)) {
                return check.folder(path);
            }
            return path.endsWith(INFO) ? check.registry(path) : List.of(check.file(path, mappingOf(path)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
    }

    private List<FileResult> folder(Path folder) throws IOException {
        List<FileResult> results = new ArrayList<>();
        Map<Path, Mapping> named = Map.of();
        if (Files.exists(folder.resolve(INFO))) {
            named = InfoRules.files(folder.resolve(INFO));
            results.add(info(folder.resolve(INFO)));
        }
        for (Path file : dataFiles(folder)) {
            results.add(file(
                    file, Optional.ofNullable(named.get(file.toAbsolutePath().normalize()))));
        }
        if (results.isEmpty()) {
            throw new ProblemsException(
                    "there is no data file in '" + folder + "'", "", "name a .jsonl or .json file, or a run folder");
        }
        return results;
    }

    /** In a run folder what lies under data, else what lies in the folder itself. */
    private static List<Path> dataFiles(Path folder) throws IOException {
        Path data = folder.resolve("data");
        Path from = Files.isDirectory(data) ? data : folder;
        try (Stream<Path> files = Files.walk(from, from.equals(data) ? 2 : 1)) {
            return files.filter(Files::isRegularFile)
                    .filter(f -> f.toString().matches(".*\\.jsonl?(\\.gz)?"))
                    .filter(f -> !f.endsWith(INFO))
                    .sorted()
                    .toList();
        }
    }

    private List<FileResult> registry(Path info) throws IOException {
        List<FileResult> results = new ArrayList<>();
        results.add(info(info));
        for (Map.Entry<Path, Mapping> file : InfoRules.files(info).entrySet()) {
            results.add(file(file.getKey(), Optional.of(file.getValue())));
        }
        return results;
    }

    private FileResult info(Path info) throws IOException {
        Report report = new Report(info.toString(), sink);
        Path folder = info.toAbsolutePath().resolveSibling("").normalize();
        new InfoRules(folder, report).check(Files.readAllBytes(info));
        return report.result("dataset_info");
    }

    private FileResult file(Path file, Optional<Mapping> mapping) throws IOException {
        Report report = new Report(file.toString(), sink);
        RowRules rules = RowRules.of(trainer, file, trainer == Trainer.LLAMA_FACTORY ? mapping : Optional.empty());
        Columns columns = new Columns(report);
        String[] layout = {Layout.UNKNOWN.typed()};
        boolean typed = trainer != Trainer.OPENAI;
        new Rows(file, report, row -> {
                    if (layout[0].equals(Layout.UNKNOWN.typed())) {
                        layout[0] = Layout.of(row).typed();
                    }
                    if (typed) {
                        columns.add(row);
                    }
                    rules.check(row, report);
                    facts.check(row, report);
                })
                .read();
        return report.result(layout[0]);
    }

    /** How a dataset_info.json beside the file, or up to two folders above it, says to read it. */
    private static Optional<Mapping> mappingOf(Path file) throws IOException {
        Path whole = file.toAbsolutePath().normalize();
        Path folder = whole.getParent();
        for (int up = 0; up < 3 && folder != null; up++) {
            if (Files.exists(folder.resolve(INFO))) {
                return Optional.ofNullable(InfoRules.files(folder.resolve(INFO)).get(whole));
            }
            folder = folder.getParent();
        }
        return Optional.empty();
    }
}
