package dev.lectern.kind;

import dev.lectern.sample.Sample;
import java.util.List;
import java.util.Optional;

/** A question that suits the subject and that the evidence does not answer: the honest answer says so, and what is known instead. */
record Unanswerable() implements TaskKind {
    @Override
    public String name() {
        return "unanswerable";
    }

    @Override
    public boolean needsQuotes() {
        return false;
    }

    @Override
    public boolean mayDecline(Sample sample) {
        return true;
    }

    @Override
    public String silence() {
        return "the evidence does answer it";
    }

    @Override
    public AnswerForm form() {
        return new HonestAnswer();
    }

    @Override
    public Optional<String> fault(Sample sample, List<String> passages) {
        return Honesty.admits(sample.answer()) ? Optional.empty() : Optional.of("answer claims to know");
    }
}
