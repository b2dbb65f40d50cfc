package dev.lectern.export;

import dev.lectern.sample.Sample;
import dev.lectern.text.Tokens;

/** How many tokens a sample's turns hold, without what a chat template adds around them. */
public final class SampleTokens {
    private SampleTokens() {}

    /** With chains of thought. */
    public static int of(Sample sample) {
        return of(sample, true);
    }

    static int of(Sample sample, boolean withReasoning) {
        return sample.messages().stream()
                .mapToInt(turn -> Tokens.count(turn.content())
                        + turn.reasoning()
                                .filter(thought -> withReasoning)
                                .map(Tokens::count)
                                .orElse(0))
                .sum();
    }
}
