package dev.lectern.stage.ask;

import dev.lectern.prompt.AskReply;
import dev.lectern.prompt.Understood;
import dev.lectern.sample.Outcome;
import dev.lectern.sample.Sample;
import dev.lectern.stage.PerSample;
import dev.lectern.stage.Tools;
import dev.lectern.stage.Trait;
import dev.lectern.stage.Use;
import dev.lectern.text.Leaks;
import dev.lectern.text.Words;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Back-translation (Li et al. 2023, "Self-Alignment with Instruction Backtranslation"): a good text of the documents is the answer, word for
 * word, and a model infers the instruction that it answers. Such rows are born finished beside the passage's sample.
 *
 * @param share of the passages that are used so, by a stable draw
 * @param words fewest and most words of a text that is an answer; a Han character counts as one
 */
public record InferInstruction(double share, List<Integer> words) implements PerSample {
    private static final String PROMPT = "infer-instruction/instruction";

    public InferInstruction() {
        this(0.1, List.of(40, 400));
    }

    public InferInstruction {
        words = List.copyOf(words);
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("share must be from 0 to 1, not " + share);
        } else if (words.size() != 2 || words.getFirst() < 1 || words.getFirst() > words.getLast()) {
            throw new IllegalArgumentException("words must be [least, most], not " + words);
        }
    }

    @Override
    public Set<Trait> needs() {
        return Set.of(Trait.EVIDENCE);
    }

    @Override
    public Set<Use> uses() {
        return Set.of(new Use.Role("writer"), new Use.PromptFile(PROMPT));
    }

    @Override
    public List<Outcome> apply(Sample sample, Tools tools) {
        boolean asked = !sample.instruction().isEmpty() || sample.evidence().size() != 1;
        if (asked
                || !good(sample.evidence().getFirst().quote())
                || !Shown.drawn(share, tools, Shown.text(sample, tools))) {
            return List.of(new Outcome.Kept(sample));
        }
        Understood<AskReply> reply = Shown.ask(PROMPT, sample, Map.of(), tools);
        String text = sample.evidence().getFirst().quote().strip();
        return Shown.beside(
                sample,
                sample,
                reply,
                1,
                "generation",
                tools,
                child -> child.withAnswer(text).withTag("inferred", "instruction"));
    }

    /** Running text of some length that stands by itself: it points nowhere, and is no list of links. */
    private boolean good(String text) {
        int length = Words.count(text);
        long marks = text.codePoints().filter(c -> ".。!！?？".indexOf(c) >= 0).count();
        return length >= words.getFirst()
                && length <= words.getLast()
                && marks >= 2
                && Leaks.find(text).isEmpty()
                && Leaks.pointer(text).isEmpty();
    }
}
