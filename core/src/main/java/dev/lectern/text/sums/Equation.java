package dev.lectern.text.sums;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Two sides that are said to be the same. It holds if the right is what the left comes to, or that rounded to the places that were
 * written, up or down; and under any reading that people have: percent of what stands before it, percent with the sign left out.
 *
 * @param about whether only nearly the same was said
 */
record Equation(Side left, Side right, boolean about) {
    /** How far "about" may be off, as a share. */
    private static final BigDecimal NEARLY = new BigDecimal("0.02");

    private static final BigDecimal NOISE = new BigDecimal("1E-12");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /**
     * What the left side comes to, if the right is something else.
     *
     * @param rounded takes what the right rounds
     * @param held takes what the right says, if it holds
     */
    Optional<BigDecimal> fault(Set<BigDecimal> rounded, List<String> held) {
        if (!left.known() || !right.known() || (!left.reckons() && !right.reckons())) {
            return Optional.empty();
        }
        Optional<Amount> plain = Reckoning.of(left.tokens(), false);
        Optional<Amount> stated = Reckoning.of(right.tokens(), false);
        if (plain.isEmpty() || stated.isEmpty()) {
            return Optional.empty();
        }
        for (Amount is : readings(left, plain.get())) {
            for (Amount said : readings(right, stated.get())) {
                if (same(is, said)) {
                    held.add(right.said());
                    if (is.value().compareTo(said.value()) != 0) {
                        rounded.add(said.value().stripTrailingZeros());
                    }
                    return Optional.empty();
                }
            }
        }
        List<String> units = new ArrayList<>(left.units());
        units.addAll(right.units());
        List<Token> all = new ArrayList<>(left.tokens());
        all.addAll(right.tokens());
        boolean otherwise = Units.mixed(units)
                || Side.hasVariable(all)
                || (left.isShare() && stated.get().value().compareTo(BigDecimal.ONE) > 0)
                || ofPercents(plain.get(), stated.get())
                || (!left.reckons() && right.isRange())
                || runsOn(plain.get());
        return otherwise ? Optional.empty() : Optional.of(plain.get().value());
    }

    private Collection<Amount> readings(Side side, Amount plain) {
        List<Amount> readings = new ArrayList<>(List.of(plain));
        Reckoning.of(side.tokens(), true).ifPresent(readings::add);
        boolean share = side.divides() && plain.value().abs().compareTo(BigDecimal.ONE) <= 0;
        if (plain.percent() || share) {
            readings.add(new Amount(
                    plain.value().multiply(HUNDRED),
                    plain.step().multiply(HUNDRED),
                    false,
                    plain.exact(),
                    plain.spread().multiply(HUNDRED)));
        }
        return readings;
    }

    private boolean same(Amount is, Amount said) {
        BigDecimal off = is.value().subtract(said.value()).abs();
        BigDecimal size = is.value().abs().max(said.value().abs());
        BigDecimal allowed =
                size.multiply(NOISE).add(is.spread()).add(right.reckons() ? said.spread() : BigDecimal.ZERO);
        if (off.compareTo(allowed) <= 0) {
            return true;
        }
        if (right.reckons() || left.tokens().size() == 1) {
            boolean exact = is.exact() && said.exact();
            return !exact && off.compareTo(size.multiply(new BigDecimal(about ? "0.02" : "0.005"))) <= 0;
        }
        if (about) {
            BigDecimal step = said.step().max(lastDigit(said.value()));
            return off.compareTo(step.max(size.multiply(NEARLY)).add(allowed)) <= 0;
        }
        boolean fits = is.value().remainder(said.step()).abs().compareTo(size.multiply(NOISE)) <= 0;
        return !fits && off.compareTo(said.step().add(allowed)) < 0;
    }

    /** Percentages added up are of something; what, is not said: "48 = 100 % + 20 %". */
    private boolean ofPercents(Amount one, Amount other) {
        return one.percent() != other.percent()
                && ((one.percent() && left.reckons()) || (other.percent() && right.reckons()));
    }

    /** "3 + 4 = 7 × 2 = 14": what comes to 7 is gone on with. */
    private boolean runsOn(Amount sum) {
        return right.reckons()
                && right.tokens()
                                .getFirst()
                                .amount()
                                .value()
                                .subtract(sum.value())
                                .abs()
                                .compareTo(right.tokens().getFirst().amount().step())
                        < 0;
    }

    /** One in the last place that is not nought. */
    private static BigDecimal lastDigit(BigDecimal value) {
        return value.signum() == 0
                ? BigDecimal.ZERO
                : BigDecimal.ONE.movePointLeft(value.stripTrailingZeros().scale());
    }

    String said() {
        return left.said() + (about ? " ≈ " : " = ") + right.said();
    }
}
