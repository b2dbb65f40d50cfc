package dev.lectern.text.sums;

import dev.lectern.text.sums.Token.Kind;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reckons again what a text reckons. Finds equations between numbers ({@code 7 × 8 = 56}, "20% of 150 is 30", 三加五等于八, chains and
 * fractions) and tells which do not hold. Made to be right when it complains: roundings, units that turn into each other, dates, versions,
 * names, code, and lines that speak of a mistake give no complaint.
 */
public final class Sums {
    /** Lines that say themselves that something does not hold, or reckon in another way. */
    private static final Pattern OTHER = Pattern.compile(
            "(?i)\\b(?:wrong|incorrect(?:ly)?|mistake(?:n|s)?|error|not equal|isn't|false|mod|modulo|binary|hex(?:adecimal)?|octal|base[- ]\\d+|xor|clock)\\b|[≠≢≡]|错|不对|不等于|误|进制|取模|取余|点钟");

    private static final Pattern ROUNDED = Pattern.compile(
            "(?i)\\bround(?:ed|ing|s)?\\b|\\bapprox|\\babout\\b|\\broughly\\b|\\bnearest\\b|\\balmost\\b|四舍五入|取整|约|大概|左右|近似|保留");
    private static final Pattern GOES_ON = Pattern.compile("^\\s*(?:&\\s*)?[=≈].*");

    private Sums() {}

    /** The equations that do not hold, in the order of the text. */
    public static List<Slip> wrong(String text) {
        List<Slip> slips = new ArrayList<>();
        check(text, slips, new ArrayList<>());
        return slips;
    }

    /** What the equations that do hold say on their right: numbers that follow from others. */
    public static List<String> results(String text) {
        List<String> held = new ArrayList<>();
        check(text, new ArrayList<>(), held);
        return held;
    }

    private static void check(String text, List<Slip> slips, List<String> held) {
        Set<BigDecimal> rounded = new HashSet<>();
        String[] lines = text.split("\\R", -1);
        boolean code = false;
        String before = "";
        for (int i = 0; i < lines.length; i++) {
            if (lines[i].strip().startsWith("```") || lines[i].strip().startsWith("~~~")) {
                code = !code;
            }
            if (code || lines[i].isBlank()) {
                before = "";
                continue;
            }
            String symbols = SymbolForm.of(lines[i]);
            boolean goesOn = GOES_ON.matcher(symbols).matches() && !before.isEmpty();
            String line = goesOn ? before + " " + symbols.strip() : symbols;
            if (!OTHER.matcher(lines[i]).find() && hasEquation(line)) {
                boolean about = ROUNDED.matcher(lines[i]).find();
                check(line, i + 1, about, rounded, slips, held);
            }
            before = goesOn ? lastSide(line) : symbols;
        }
    }

    private static boolean hasEquation(String line) {
        return line.indexOf('=') >= 0 || line.indexOf('≈') >= 0;
    }

    /** What the next line may go on from: all behind the last equals sign but one, so that nothing is checked twice. */
    private static String lastSide(String line) {
        return line.substring(Math.max(line.lastIndexOf('='), line.lastIndexOf('≈')) + 1);
    }

    private static void check(
            String line, int number, boolean about, Set<BigDecimal> rounded, List<Slip> slips, List<String> held) {
        List<Token> tokens = Side.withUnits(carried(Lexer.tokens(line), rounded));
        List<Integer> signs = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).is(Kind.EQUALS) || tokens.get(i).is(Kind.ABOUT)) {
                signs.add(i);
            }
        }
        for (int i = 0; i < signs.size(); i++) {
            int sign = signs.get(i);
            int from = i == 0 ? 0 : signs.get(i - 1) + 1;
            int to = i + 1 == signs.size() ? tokens.size() : signs.get(i + 1);
            Equation equation = new Equation(
                    left(tokens, from, sign),
                    Side.startOf(tokens.subList(sign + 1, to)),
                    about || tokens.get(sign).is(Kind.ABOUT));
            equation.fault(rounded, held)
                    .ifPresent(value -> slips.add(new Slip(number, equation.said(), plain(value))));
        }
    }

    /** Between two signs of a chain all that stands there is the side; where other words stand there too, a new equation begins. */
    private static Side left(List<Token> tokens, int from, int sign) {
        List<Token> between = tokens.subList(from, sign);
        return from > 0 && between.stream().allMatch(Token::counts) ? Side.whole(between) : Side.endOf(between);
    }

    /** Numbers that stand for more exact ones: earlier results that were rounded, and thirds and sixths by their look. */
    private static List<Token> carried(List<Token> tokens, Set<BigDecimal> rounded) {
        return tokens.stream()
                .map(token -> token.is(Kind.NUMBER) && standsForMore(token.amount(), rounded)
                        ? Token.number(
                                token.text(),
                                token.amount().rounded(token.amount().step()),
                                token.unit())
                        : token)
                .toList();
    }

    private static boolean standsForMore(Amount amount, Set<BigDecimal> rounded) {
        if (rounded.contains(amount.value().stripTrailingZeros())) {
            return true;
        }
        int places = amount.value().stripTrailingZeros().scale();
        BigDecimal sixths = amount.value().multiply(BigDecimal.valueOf(6));
        BigDecimal off =
                sixths.subtract(sixths.setScale(0, RoundingMode.HALF_UP)).abs();
        boolean sixth = places >= 2
                && off.signum() > 0
                && off.compareTo(BigDecimal.valueOf(4).movePointLeft(places)) <= 0;
        return sixth;
    }

    private static String plain(BigDecimal value) {
        String text = value.round(new MathContext(10)).stripTrailingZeros().toPlainString();
        return text.toLowerCase(Locale.ROOT);
    }
}
