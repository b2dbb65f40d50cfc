package dev.lectern.kind;

import dev.lectern.check.Nearest;
import dev.lectern.prompt.PromptLibrary;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * How an expert wants some of the instructions: what kind, after which pattern, in whose voice. Whoever asks is told so in the place of what
 * {@link Variety} would have drawn on the same points, and the row carries the frame's id.
 *
 * @param id by which its rows are found again
 * @param task kind of task; empty = any
 * @param pattern words that the instruction is made after, with places such as {X} to fill from the passage; empty = none
 * @param persona who asks; empty = whoever is drawn
 * @param constraints what else holds of the instruction; empty = nothing
 * @param answer what holds of the answer; empty = nothing
 * @param weight how often it is drawn, beside the others
 */
public record Frame(
        String id, String task, String pattern, String persona, String constraints, String answer, double weight) {
    /** The tag that says after which frame a row was asked. */
    public static final String TAG = "frame";

    /** The prompt with the words around an expert's own, one line for each field: name | words, with %s for what the expert wrote. */
    public static final String PROMPT = "variety/frame";

    /** Where a row keeps what its frame says of the answer. */
    static final String ANSWER = "frame-answer";

    public Frame {
        if (id.isBlank()) {
            throw new IllegalArgumentException("a frame needs an id");
        } else if (!task.isEmpty() && TaskKinds.find(task).isEmpty()) {
            throw new IllegalArgumentException(
                    "there is no task '" + task + "'; " + Nearest.hint(task, TaskKinds.names()));
        } else if (!(weight > 0) || Double.isInfinite(weight)) {
            throw new IllegalArgumentException("the weight of a frame must be more than 0, not " + weight);
        } else if (pattern.isEmpty() && persona.isEmpty() && constraints.isEmpty() && answer.isEmpty()) {
            throw new IllegalArgumentException("a frame says at least one of: pattern, persona, constraints, answer");
        }
    }

    boolean suits(String kind) {
        return task.isEmpty() || task.equals(kind);
    }

    /** Takes the place of what was drawn. */
    void over(SortedMap<String, String> drawn) {
        if (!pattern.isEmpty()) {
            drawn.keySet().removeAll(Set.of("question-type", "phrasing", "length"));
        }
        if (!persona.isEmpty()) {
            drawn.remove("audience");
        }
        if (!answer.isEmpty()) {
            drawn.remove("form");
            drawn.put(ANSWER, answer);
        }
        drawn.put(TAG, id);
    }

    /** What whoever asks is told. */
    List<String> asking(PromptLibrary prompts, String language) {
        List<String> lines = prompts.prompt(PROMPT, language).user().lines().toList();
        return Stream.of(
                        Map.entry("pattern", pattern),
                        Map.entry("persona", persona),
                        Map.entry("constraints", constraints))
                .filter(said -> !said.getValue().isEmpty())
                .map(said -> words(lines, said.getKey()).replace("%s", said.getValue()))
                .toList();
    }

    private static String words(List<String> lines, String field) {
        return lines.stream()
                .map(line -> line.split("\\|", 2))
                .filter(parts -> parts.length == 2 && parts[0].strip().equals(field))
                .map(parts -> parts[1].strip())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the prompt " + PROMPT + " has no line '" + field
                        + "'; wanted: " + field + " | words with %s"));
    }
}
