package dev.lectern.kind;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** The kinds of task that ship. To add one: write its class, name it here, and write its two prompts in every language. */
public final class TaskKinds {
    private static final List<TaskKind> ALL = List.of(
            new Qa(),
            new Summarization(),
            new Paraphrase(),
            new Classification(),
            new Translation(),
            new Code(),
            new Extraction(),
            new Generation(),
            new Editing(),
            new Reasoning(),
            new Dialogue(),
            new Roleplay(),
            new Unanswerable(),
            new ToolUse());

    private TaskKinds() {}

    public static List<TaskKind> all() {
        return ALL;
    }

    public static List<String> names() {
        return List.copyOf(new TreeSet<>(ALL.stream().map(TaskKind::name).toList()));
    }

    /** @return empty for a kind that is made elsewhere, or nowhere */
    public static Optional<TaskKind> find(String name) {
        return ALL.stream().filter(kind -> kind.name().equals(name)).findFirst();
    }

    /** The kind of that name, or plain questions and answers, whose rules every row can be held to. */
    public static TaskKind orQa(String name) {
        return find(name).orElse(ALL.getFirst());
    }
}
