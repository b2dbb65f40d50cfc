package dev.lectern.model;

import dev.lectern.check.Problem;
import java.time.Duration;
import java.util.Optional;

/** One try brought nothing, but another may: too many requests, a server's fault, a cut connection. Seen by the wrappers only. */
public final class TryAgain extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient Problem problem;
    private final Fault fault;
    private final transient Optional<Duration> after;
    private final transient Usage usage;
    private final String body;

    /**
     * @param problem what to tell the user if all tries fail
     * @param after how long the server asked to wait
     */
    public TryAgain(Problem problem, Fault fault, Optional<Duration> after) {
        this(problem, fault, after, Usage.NONE, "");
    }

    /**
     * @param usage tokens that were paid for all the same
     * @param body what came, where something did
     */
    public TryAgain(Problem problem, Fault fault, Optional<Duration> after, Usage usage, String body) {
        // Thrown for every fault of a busy server and always caught: a trace of the wrappers would tell nothing and
        // costs.
        super(problem.what(), null, false, false);
        this.problem = problem;
        this.fault = fault;
        this.after = after;
        this.usage = usage;
        this.body = body;
    }

    public Problem problem() {
        return problem;
    }

    public Fault fault() {
        return fault;
    }

    public Optional<Duration> after() {
        return after;
    }

    public Usage usage() {
        return usage;
    }

    public String body() {
        return body;
    }
}
