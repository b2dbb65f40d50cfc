package dev.lectern.bench.grounding;

import dev.lectern.bench.grounding.Spoilt.Fault;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Answers gold questions, wrong in a known share of them, and restates as many of the good answers as its rules can. */
final class Oracle {
    private final Spoilt spoilt;
    private final double wrong;

    Oracle(Spoilt spoilt, double wrong) {
        this.spoilt = spoilt;
        this.wrong = wrong;
    }

    /**
     * What the oracle says.
     *
     * @param fault what is wrong with it, if anything
     * @param restated whether a good answer stands in another form than its source
     */
    record Said(String answer, String quote, Optional<Fault> fault, boolean restated) {}

    Said say(GoldPair pair) {
        Dice dice = new Dice(pair.id() + pair.question());
        String base = base(pair, dice.share("base"));
        if (dice.share("wrong") < wrong) {
            // Few answers hold a number or a name; where one does, it is likely to be what goes wrong.
            List<Fault> order = new ArrayList<>(List.of(Fault.values()));
            order.sort(Comparator.comparing(
                    fault -> dice.share("fault" + fault) - (fault == Fault.NUMBER || fault == Fault.NAME ? 0.35 : 0)));
            for (Fault fault : order) {
                Optional<String> answer = spoilt.of(fault, base, pair, dice);
                if (answer.isPresent() && !answer.get().equals(base)) {
                    return new Said(answer.get(), pair.sentence(), Optional.of(fault), false);
                }
            }
        }
        Optional<String> restated = dice.share("restate") < 0.95
                ? restated(base, pair, dice).or(() -> restated(pair.sentence(), pair, dice))
                : Optional.empty();
        return new Said(restated.orElse(base), pair.sentence(), Optional.empty(), restated.isPresent());
    }

    private static Optional<String> restated(String answer, GoldPair pair, Dice dice) {
        return pair.chinese() ? RestateChinese.of(answer, dice) : RestateEnglish.of(answer, pair, dice);
    }

    private static String base(GoldPair pair, double share) {
        if (share < 0.4) {
            return pair.answer();
        } else if (share < 0.75) {
            return pair.sentence();
        }
        return pair.chinese() ? "答案是" + pair.answer() + "。" : "The answer is " + pair.answer() + ".";
    }
}
