package dev.lectern.kind;

import dev.lectern.text.Rouge;
import dev.lectern.text.Words;
import java.util.Optional;

/** A text said in other words: neither a copy nor a fraction of it. */
record Paraphrase() implements OnText {
    /** ROUGE-L from which two texts are called the same; the limit that Self-Instruct (sec. 2.2) puts on tasks is 0.7. */
    private static final double COPY = 0.9;
    /** A paraphrase says all of it, so it is neither much shorter nor much longer. */
    private static final double LONGEST = 3;

    @Override
    public String name() {
        return "paraphrase";
    }

    @Override
    public Optional<String> fault(String text, String answer) {
        if (Rouge.f(text, answer) >= COPY) {
            return Optional.of("paraphrase is a copy");
        }
        double ratio = (double) Words.count(answer) / Math.max(1, Words.count(text));
        return ratio > LONGEST || ratio < 1 / LONGEST ? Optional.of("paraphrase of another length") : Optional.empty();
    }
}
