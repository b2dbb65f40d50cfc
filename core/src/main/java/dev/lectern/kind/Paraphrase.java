package dev.lectern.kind;

import dev.lectern.sample.Sample;
import dev.lectern.text.Rouge;
import dev.lectern.text.Words;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A text said in other words: neither a copy nor a fraction of it. */
record Paraphrase() implements TaskKind {
    /** ROUGE-L from which two texts are called the same; the limit that Self-Instruct (sec. 2.2) puts on tasks is 0.7. */
    private static final double COPY = 0.9;
    /** A paraphrase says all of it, so it is neither much shorter nor much longer. */
    private static final double LONGEST = 3;

    @Override
    public String name() {
        return "paraphrase";
    }

    @Override
    public boolean bringsText() {
        return true;
    }

    @Override
    public Set<String> axes() {
        return Set.of("phrasing");
    }

    @Override
    public Optional<String> fault(Sample sample, List<String> passages) {
        String text = Task.of(sample).text();
        if (text.isEmpty()) {
            return Optional.of("no text to work on");
        } else if (Rouge.f(text, sample.answer()) >= COPY) {
            return Optional.of("paraphrase is a copy");
        }
        double ratio = (double) Words.count(sample.answer()) / Math.max(1, Words.count(text));
        return ratio > LONGEST || ratio < 1 / LONGEST ? Optional.of("paraphrase of another length") : Optional.empty();
    }
}
