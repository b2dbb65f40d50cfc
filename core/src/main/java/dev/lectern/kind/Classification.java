package dev.lectern.kind;

import dev.lectern.sample.Sample;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Which of several choices something is: the answer is one of the labels that the instruction names. */
record Classification() implements TaskKind {
    /** What may stand around the label where a reason was asked for too: it comes first, on a line or before a colon or dash. */
    private static final Pattern AFTER_LABEL = Pattern.compile("\\n|[:：]\\s|\\s[-–—]\\s|——");

    @Override
    public String name() {
        return "classification";
    }

    @Override
    public boolean pointsWithin(String instruction) {
        return !Labels.of(instruction).isEmpty();
    }

    @Override
    public Set<String> axes() {
        return Set.of("phrasing");
    }

    @Override
    public Optional<String> fault(Sample sample, List<String> passages) {
        List<String> labels =
                Labels.of(sample.instruction()).stream().map(Labels::folded).toList();
        if (labels.isEmpty()) {
            return Optional.of("no labels to choose from");
        }
        String answer = sample.answer().strip();
        String first = Labels.folded(AFTER_LABEL.split(answer, 2)[0]);
        boolean one = labels.contains(Labels.folded(answer)) || labels.contains(first);
        return one ? Optional.empty() : Optional.of("answer is none of the labels");
    }
}
