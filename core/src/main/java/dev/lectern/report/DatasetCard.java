package dev.lectern.report;

import dev.lectern.export.DatasetInfo;
import dev.lectern.export.Output;
import dev.lectern.text.Messages;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * {@code README.md} of the run folder: a Hugging Face dataset card that says what the dataset is, who or what wrote it, what
 * it stands on, and what nobody has looked at.
 */
public final class DatasetCard {
    /** Documents by what they say of their licence, to be given with the key "" where they say nothing. */
    private final SortedMap<String, Long> licences;

    private final RunReport run;
    private final String name;
    private final Messages say;
    private final Figures figures;
    private final UnaryOperator<String> phrase;

    private DatasetCard(
            RunReport run,
            String name,
            SortedMap<String, Long> licences,
            String language,
            UnaryOperator<String> phrase) {
        this.run = run;
        this.name = name;
        this.licences = new TreeMap<>(licences);
        this.say = Messages.of("card", language);
        this.figures = new Figures(say);
        this.phrase = phrase;
    }

    /**
     * @param name of the dataset, most often the run folder's
     * @param licences how many documents stand under each licence; "" for those that name none
     * @param phrase says a stage's reason, which is English, in the reader's language
     */
    public static String markdown(
            RunReport run,
            String name,
            SortedMap<String, Long> licences,
            String language,
            UnaryOperator<String> phrase) {
        return new DatasetCard(run, name, licences, language, phrase).card();
    }

    private String card() {
        return FrontMatter.of(run, name, licences)
                + "\n# " + Markdown.text(name) + "\n\n"
                + say.get(
                        "what", figures.of("rows", run.samples().accepted()), figures.of("documents", run.documents()))
                + "\n\n" + made()
                + (run.partial() ? "\n\n" + say.get("partial") : "")
                + part("counts", counts())
                + part("files", files())
                + part("sources", sources())
                + part("unscreened", unscreened())
                + part("load", load())
                + part("rebuild", say.get("rebuild"))
                + "\n";
    }

    private String part(String key, String body) {
        return "\n\n## " + say.get("part." + key) + "\n\n" + body;
    }

    private String made() {
        String who = run.models().isEmpty()
                ? say.get("made.none", code(run.recipe()))
                : say.get(
                        "made.models",
                        code(run.recipe()),
                        run.models().stream().map(DatasetCard::code).collect(Collectors.joining(", ")));
        String cost = run.total().calls() == 0
                ? ""
                : " "
                        + say.get(
                                "made.cost",
                                figures.count(run.total().calls()),
                                figures.count(run.total().tokens().input()
                                        + run.total().tokens().output()),
                                figures.cost(run.total().cost()));
        return who + " " + say.get("made.evidence") + cost;
    }

    private String counts() {
        StringBuilder out = new StringBuilder();
        out.append(table(say.get("counts.task"), say.get("counts.rows"), run.tasks(), k -> k));
        out.append("\n").append(table(say.get("counts.language"), say.get("counts.rows"), run.languages(), k -> k));
        if (!run.samples().dropped().isEmpty()) {
            out.append("\n")
                    .append(table(
                            say.get("counts.dropped"),
                            say.get("counts.rows"),
                            run.samples().dropped(),
                            this::reason));
        }
        run.notes().forEach(note -> out.append("\n").append(Markdown.text(note)).append("\n"));
        return out.toString().stripTrailing();
    }

    private String reason(String key) {
        int colon = key.indexOf(": ");
        return colon < 0 ? key : key.substring(0, colon) + ": " + phrase.apply(key.substring(colon + 2));
    }

    private String table(String left, String right, SortedMap<String, Long> rows, UnaryOperator<String> label) {
        return rows.entrySet().stream()
                .map(e -> "| " + Markdown.cell(label.apply(e.getKey())) + " | " + figures.count(e.getValue()) + " |\n")
                .collect(Collectors.joining("", "| " + left + " | " + right + " |\n|---|--:|\n", ""));
    }

    private String files() {
        StringBuilder out = new StringBuilder("| " + say.get("files.file") + " | " + say.get("files.format") + " | "
                + say.get("files.split") + " | " + say.get("counts.rows") + " | " + say.get("files.tokens")
                + " |\n|---|---|---|--:|--:|\n");
        for (Output output : run.outputs()) {
            out.append("| ")
                    .append(code(output.path()))
                    .append(" | ")
                    .append(output.format())
                    .append(" | ")
                    .append(output.split())
                    .append(" | ")
                    .append(figures.count(output.rows()))
                    .append(" | ")
                    .append(figures.count(output.tokens()))
                    .append(" |\n");
        }
        return out.append("\n").append(say.get("files.more")).toString();
    }

    private String sources() {
        StringBuilder out = new StringBuilder();
        for (Map.Entry<String, Long> e : licences.entrySet()) {
            String licence = e.getKey().isEmpty() ? say.get("sources.none") : Markdown.text(e.getKey());
            out.append("- ")
                    .append(licence)
                    .append(": ")
                    .append(figures.of("documents", e.getValue()))
                    .append("\n");
        }
        return out.append("\n").append(say.get("sources.check")).toString().stripLeading();
    }

    private String unscreened() {
        return say.get("unscreened") + "\n\n- " + say.get("unscreened.toxicity") + "\n- "
                + say.get("unscreened.personal") + "\n- " + say.get("unscreened.truth") + "\n- "
                + say.get("unscreened.licence");
    }

    private String load() {
        StringBuilder out = new StringBuilder();
        List<Output> messages = of("openai");
        List<Output> shown = messages.isEmpty() ? run.outputs() : messages;
        if (!shown.isEmpty()) {
            String format = shown.getFirst().format();
            String files = of(format).stream()
                    .map(o -> "\"" + o.split() + "\": \"" + o.path() + "\"")
                    .collect(Collectors.joining(", "));
            out.append(say.get("load.datasets"))
                    .append(
                            "\n\n```python\nfrom datasets import load_dataset\n\nrows = load_dataset(\"json\", data_files={")
                    .append(files)
                    .append("})\n```\n");
        }
        if (!messages.isEmpty()) {
            out.append("\n")
                    .append(say.get("load.trl"))
                    .append(
                            "\n\n```python\nfrom trl import SFTTrainer\n\nSFTTrainer(model=\"Qwen/Qwen3-0.6B\", train_dataset=rows[\"")
                    .append(messages.getFirst().split())
                    .append("\"]).train()\n```\n");
        }
        of("sharegpt").stream()
                .findFirst()
                .or(() -> run.outputs().stream().findFirst())
                .ifPresent(
                        best -> out.append("\n")
                                .append(say.get("load.factory"))
                                .append(
                                        "\n\n```bash\nllamafactory-cli train --stage sft --do_train --dataset_dir . --dataset ")
                                .append(DatasetInfo.name(best))
                                .append(
                                        " --model_name_or_path Qwen/Qwen3-0.6B --template qwen3 --finetuning_type lora --output_dir saves\n```\n"));
        return out.toString().strip();
    }

    private List<Output> of(String format) {
        return run.outputs().stream().filter(o -> o.format().equals(format)).toList();
    }

    private static String code(String name) {
        return "`" + name.replace("`", "'").replace("\n", " ") + "`";
    }
}
