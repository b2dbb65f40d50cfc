package dev.lectern.report;

import dev.lectern.export.Output;
import dev.lectern.text.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;

/** The head of the card, which Hugging Face's viewer and {@code load_dataset} go by. */
final class FrontMatter {
    /** Licence identifiers that the Hub knows and that documents are likely to stand under. */
    private static final Set<String> LICENCES = Set.of(
            "apache-2.0",
            "mit",
            "bsd-2-clause",
            "bsd-3-clause",
            "cc0-1.0",
            "cc-by-2.0",
            "cc-by-2.5",
            "cc-by-3.0",
            "cc-by-4.0",
            "cc-by-sa-3.0",
            "cc-by-sa-4.0",
            "cc-by-nc-4.0",
            "cc-by-nc-sa-4.0",
            "cc-by-nd-4.0",
            "cc-by-nc-nd-4.0",
            "gpl-2.0",
            "gpl-3.0",
            "lgpl-3.0",
            "agpl-3.0",
            "mpl-2.0",
            "odbl",
            "pddl",
            "gfdl",
            "unlicense",
            "isc",
            "zlib",
            "wtfpl");

    private FrontMatter() {}

    static String of(RunReport run, String name, SortedMap<String, Long> licences) {
        StringBuilder yaml = new StringBuilder("---\n");
        list(
                yaml,
                "language",
                run.languages().keySet().stream()
                        .filter(l -> l.matches("[a-z]{2,3}") && !l.equals("und"))
                        .toList());
        licence(licences).ifPresent(id -> yaml.append("license: ").append(id).append('\n'));
        yaml.append("pretty_name: ").append(Json.line(name)).append('\n');
        list(yaml, "task_categories", tasks(run));
        list(yaml, "size_categories", List.of(size(run.samples().accepted())));
        list(yaml, "annotations_creators", List.of("machine-generated"));
        list(yaml, "tags", tags(run));
        configs(yaml, run.outputs());
        return yaml.append("---\n").toString();
    }

    private static void list(StringBuilder yaml, String key, List<String> values) {
        if (!values.isEmpty()) {
            yaml.append(key).append(":\n");
            values.forEach(value -> yaml.append("- ")
                    .append(value.matches("[a-z][a-z0-9-]*") && !value.equals("no") ? value : Json.line(value))
                    .append('\n'));
        }
    }

    /** The sources' licence where every one of them names the same and the Hub knows it; a guess would be worse than none. */
    private static Optional<String> licence(SortedMap<String, Long> licences) {
        if (licences.size() != 1) {
            return Optional.empty();
        }
        String id = licences.firstKey().strip().toLowerCase(Locale.ROOT).replaceAll("[ _]+", "-");
        return LICENCES.contains(id) ? Optional.of(id) : Optional.empty();
    }

    private static List<String> tasks(RunReport run) {
        TreeSet<String> tasks = new TreeSet<>(Set.of("text-generation"));
        for (String task : run.tasks().keySet()) {
            switch (task) {
                case "qa", "unanswerable" -> tasks.add("question-answering");
                case "summarization" -> tasks.add("summarization");
                case "translation" -> tasks.add("translation");
                case "classification" -> tasks.add("text-classification");
                default -> {}
            }
        }
        return List.copyOf(tasks);
    }

    private static String size(long rows) {
        List<String> steps = List.of("n<1K", "1K<n<10K", "10K<n<100K", "100K<n<1M", "1M<n<10M", "10M<n<100M");
        int step = 0;
        for (long limit = 1000; rows >= limit && step < steps.size() - 1; limit *= 10) {
            step++;
        }
        return steps.get(step);
    }

    private static List<String> tags(RunReport run) {
        List<String> tags = new ArrayList<>(List.of("sft", "instruction-tuning", "lectern"));
        tags.add(run.models().isEmpty() ? "extractive" : "synthetic");
        return tags;
    }

    private static void configs(StringBuilder yaml, List<Output> outputs) {
        Map<String, List<Output>> byFormat = new LinkedHashMap<>();
        outputs.forEach(o ->
                byFormat.computeIfAbsent(o.format(), f -> new ArrayList<>()).add(o));
        if (byFormat.isEmpty()) {
            return;
        }
        yaml.append("configs:\n");
        String first = byFormat.keySet().iterator().next();
        byFormat.forEach((format, files) -> {
            yaml.append("- config_name: ").append(format).append('\n');
            if (format.equals(first)) {
                yaml.append("  default: true\n");
            }
            yaml.append("  data_files:\n");
            files.forEach(file -> yaml.append("  - split: ")
                    .append(file.split())
                    .append("\n    path: ")
                    .append(file.path())
                    .append('\n'));
        });
    }
}
