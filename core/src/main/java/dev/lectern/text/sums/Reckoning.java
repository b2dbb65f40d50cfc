package dev.lectern.text.sums;

import dev.lectern.text.sums.Token.Kind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Works out an expression of numbers, operators and brackets. */
final class Reckoning {
    private final List<Token> tokens;
    private final boolean relative;
    private int at;

    private Reckoning(List<Token> tokens, boolean relative) {
        this.tokens = tokens;
        this.relative = relative;
    }

    /**
     * @param relative whether 100 + 20 % is 120
     * @return empty if the tokens are no expression, or one that can't be worked out
     */
    static Optional<Amount> of(List<Token> tokens, boolean relative) {
        if (tokens.isEmpty()) {
            return Optional.empty();
        }
        try {
            Reckoning reckoning = new Reckoning(tokens, relative);
            Optional<Amount> amount = reckoning.sum();
            return reckoning.at == tokens.size() ? amount : Optional.empty();
        } catch (ArithmeticException e) {
            return Optional.empty();
        }
    }

    private Optional<Amount> sum() {
        Optional<Amount> left = product();
        while (left.isPresent() && (operator("+") || operator("-"))) {
            char operator = tokens.get(at++).text().charAt(0);
            Optional<Amount> right = product();
            Amount so = left.get();
            left = right.map(r -> so.with(operator, r, relative));
        }
        return left;
    }

    private Optional<Amount> product() {
        Optional<Amount> left = power();
        while (left.isPresent() && (operator("*") || operator("/"))) {
            char operator = tokens.get(at++).text().charAt(0);
            Optional<Amount> right = power();
            Amount so = left.get();
            left = right.map(r -> so.with(operator, r, relative));
        }
        return left;
    }

    private Optional<Amount> power() {
        if (operator("-")) {
            at++;
            return power().map(Amount::negated);
        }
        Optional<Amount> base = atom();
        if (base.isPresent() && operator("^")) {
            at++;
            return power().map(exponent -> base.get().with('^', exponent, relative));
        }
        return base;
    }

    private Optional<Amount> atom() {
        if (at >= tokens.size()) {
            return Optional.empty();
        }
        Token token = tokens.get(at++);
        if (token.is(Kind.NUMBER)) {
            return Optional.of(token.amount());
        } else if (token.is(Kind.OPEN)) {
            Optional<Amount> inner = sum();
            boolean closed = at < tokens.size() && tokens.get(at).is(Kind.CLOSE);
            at++;
            return closed ? inner.map(amount -> bracketed(amount, tokens.get(at - 2))) : Optional.empty();
        }
        return Optional.empty();
    }

    /** A number in brackets is still the number that was written. */
    private static Amount bracketed(Amount amount, Token last) {
        return last.is(Kind.NUMBER) && last.amount().equals(amount)
                ? amount
                : new Amount(amount.value(), BigDecimal.ZERO, amount.percent(), amount.exact(), amount.spread());
    }

    private boolean operator(String sign) {
        return at < tokens.size()
                && tokens.get(at).is(Kind.OPERATOR)
                && tokens.get(at).text().equals(sign);
    }
}
