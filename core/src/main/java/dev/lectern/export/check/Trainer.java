package dev.lectern.export.check;

import dev.lectern.check.Nearest;
import dev.lectern.check.ProblemsException;
import java.util.Arrays;
import java.util.List;

/** Whose rules a file is held to. */
public enum Trainer {
    LLAMA_FACTORY("llama-factory"),
    TRL("trl"),
    AXOLOTL("axolotl"),
    OPENAI("openai");

    private final String typed;

    Trainer(String typed) {
        this.typed = typed;
    }

    /** The name as people type it. */
    public String typed() {
        return typed;
    }

    public static List<String> names() {
        return Arrays.stream(values()).map(Trainer::typed).toList();
    }

    /** @throws ProblemsException if there is no such trainer */
    public static Trainer named(String typed) {
        return Arrays.stream(values())
                .filter(t -> t.typed.equals(typed))
                .findFirst()
                .orElseThrow(() -> new ProblemsException(
                        "there is no trainer '" + typed + "'", "--trainer", Nearest.hint(typed, names())));
    }
}
