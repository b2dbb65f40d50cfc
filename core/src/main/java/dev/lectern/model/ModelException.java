package dev.lectern.model;

import dev.lectern.check.Problem;
import java.util.List;
import java.util.Optional;

/** No usable answer. The engine, not the stage, turns it into an outcome: refused = failed, the others = held. */
public final class ModelException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public enum Kind {
        /** The model has answered, and the answer is no or is unreadable: policy, too long, malformed after all re-asks. */
        REFUSED,
        /** The model could not be reached; nothing is known of what it would say. */
        UNREACHABLE,
        /** Asking would cross the limit of money or calls that the user set. */
        BUDGET
    }

    private final Kind kind;
    private final String raw;
    private final transient Usage usage;
    private final transient Optional<Problem> problem;
    private final transient Optional<Refusal> refusal;
    private transient List<String> calls = List.of();

    public ModelException(Kind kind, String message, String raw) {
        this(kind, message, raw, Usage.NONE);
    }

    /** @param usage tokens that the answer cost all the same */
    public ModelException(Kind kind, String message, String raw, Usage usage) {
        this(kind, message, raw, usage, Optional.empty());
    }

    /** {@link Kind#REFUSED}, and why. */
    public ModelException(Refusal refusal, String message, String raw, Usage usage) {
        this(Kind.REFUSED, message, raw, usage, Optional.of(refusal));
    }

    private ModelException(Kind kind, String message, String raw, Usage usage, Optional<Refusal> refusal) {
        super(message);
        this.kind = kind;
        this.raw = raw;
        this.usage = usage;
        this.problem = Optional.empty();
        this.refusal = refusal;
    }

    /** @param problem what the user can do about it */
    public ModelException(Kind kind, Problem problem, Throwable cause) {
        super(problem.toString(), cause);
        this.kind = kind;
        this.raw = "";
        this.usage = Usage.NONE;
        this.problem = Optional.of(problem);
        this.refusal = Optional.empty();
    }

    public ModelException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.raw = "";
        this.usage = Usage.NONE;
        this.problem = Optional.empty();
        this.refusal = Optional.empty();
    }

    /** Always there. */
    @Override
    public String getMessage() {
        return Optional.ofNullable(super.getMessage()).orElse(kind.name());
    }

    public Kind kind() {
        return kind;
    }

    /** Why it will not answer, where it was asked and that is known. */
    public Optional<Refusal> refusal() {
        return refusal;
    }

    /** Says which kept replies stand behind it, by their keys. @return this */
    public ModelException of(List<String> keys) {
        calls = List.copyOf(keys);
        return this;
    }

    /** Keys of the kept replies that stand behind it: retired, they would be drawn anew. None if nothing was kept. */
    public List<String> calls() {
        return calls;
    }

    /** What the model said, as it came; empty text if it said nothing. */
    public String raw() {
        return raw;
    }

    /** Tokens that were used up. */
    public Usage usage() {
        return usage;
    }

    /** What the user can do about it, where that is known. */
    public Optional<Problem> problem() {
        return problem;
    }
}
