package dev.lectern.model;

import dev.lectern.check.Problem;
import java.time.Duration;
import java.util.Optional;

/** One try brought nothing, but another may: too many requests, a server's fault, a cut connection. Seen by {@link RetryingModel} only. */
public final class TryAgain extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient Problem problem;
    private final transient Optional<Duration> after;
    private final int tries;

    /**
     * @param problem what to tell the user if all tries fail
     * @param after how long the server asked to wait
     * @param tries how many tries in all a failure of this kind is worth
     */
    public TryAgain(Problem problem, Optional<Duration> after, int tries) {
        super(problem.what());
        this.problem = problem;
        this.after = after;
        this.tries = tries;
    }

    public Problem problem() {
        return problem;
    }

    public Optional<Duration> after() {
        return after;
    }

    public int tries() {
        return tries;
    }
}
