package dev.lectern.check;

import java.util.List;
import java.util.stream.Collectors;

/** Everything that is wrong with a command, a recipe or an input, at once. Never empty. */
public final class ProblemsException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient List<Problem> problems;

    public ProblemsException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    public ProblemsException(String what, String where, String fix) {
        this(List.of(new Problem(what, where, fix)));
    }

    public List<Problem> problems() {
        return problems;
    }
}
