package dev.lectern.text.sums;

import dev.lectern.text.Han;
import dev.lectern.text.sums.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One side of an equation: the tokens that are its expression, once all that stands around it is known to leave it alone. */
record Side(List<Token> tokens) {
    private static final int LONGEST_UNIT = 4;
    private static final int LONGEST_HAN_UNIT = 6;
    /** Before a number they make something else of it, or make it a label. */
    private static final Set<String> BINDING = Set.of(
            ("root sqrt log ln lg sin cos tan exp mod half third twice double triple square squared cube than per factorial abs max min ceil floor"
                            + " step part section chapter day year week month question example case figure table item no number page line exercise problem"
                            + " room class grade level phase stage round row column version model option point rule article method equation plus minus times divided")
                    .split(" ", -1));

    private static final String BINDING_HAN = "根号|开方|平方|立方|阶乘|对数|一半|第|步骤|步|题|例|问题|方法|图|表|章|节|条|项|式|倍|除|加|减|乘|每|比|型号|版本";
    /** Words after which "of" and "by" bind: half of, a third of, the root of; multiplied by. */
    private static final Pattern BINDING_PHRASE = Pattern.compile(
            "(?:[\\d%]|half|third|thirds|quarter|quarters|fourth|fifth|tenth|root|square|cube|out|part|fraction|percent|percentage|power|multiple) of"
                    + "|(?:multiplied|divided|squared|product|modulo) by");

    private static final Set<String> JOINING = Set.of("and", "or", "to", "和", "与", "或", "到", "至", "跟");

    private static final Side NONE = new Side(List.of());

    Side {
        tokens = List.copyOf(tokens);
    }

    boolean known() {
        return !tokens.isEmpty();
    }

    /** Whether it reckons anything, and is not a number that just stands there. */
    boolean reckons() {
        return tokens.size() > 1 && tokens.stream().skip(1).anyMatch(t -> t.is(Kind.OPERATOR));
    }

    boolean divides() {
        return tokens.stream().anyMatch(t -> t.is(Kind.OPERATOR) && t.text().equals("/"));
    }

    /** A share of something that is named elsewhere, as in "2/5 is 12 hectares". */
    boolean isShare() {
        return tokens.size() == 3
                && divides()
                && units().isEmpty()
                && tokens.getFirst()
                                .amount()
                                .value()
                                .compareTo(tokens.getLast().amount().value())
                        <= 0;
    }

    /** "1.25 - 2.13" may be from one to the other. */
    boolean isRange() {
        return tokens.size() == 3 && tokens.get(1).text().equals("-");
    }

    /** Whether a letter stands behind some of the numbers and not behind others: a variable more likely than a unit. */
    static boolean hasVariable(List<Token> tokens) {
        List<Token> numbers = tokens.stream().filter(t -> t.is(Kind.NUMBER)).toList();
        return numbers.stream().map(Token::unit).distinct().count() > 1
                && numbers.stream()
                        .anyMatch(t -> t.unit().length() == 1
                                && t.unit().charAt(0) < 128
                                && t.text().endsWith(t.unit()));
    }

    List<String> units() {
        return tokens.stream().map(Token::unit).filter(unit -> !unit.isEmpty()).toList();
    }

    String said() {
        StringBuilder said = new StringBuilder();
        for (Token token : tokens) {
            boolean spaced = token.is(Kind.OPERATOR) && !said.isEmpty();
            said.append(spaced ? " " + token.text() + " " : token.text());
        }
        return said.toString().replaceAll("\\s+", " ").strip();
    }

    /** Words between a number and a sign are its unit. */
    static List<Token> withUnits(List<Token> tokens) {
        List<Token> joined = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            int end = i + 1;
            while (token.is(Kind.NUMBER) && end < tokens.size() && end - i <= LONGEST_UNIT && isUnit(tokens.get(end))) {
                end++;
            }
            boolean bound = end > i + 1
                    && (end == tokens.size()
                            || tokens.get(end).is(Kind.OPERATOR)
                            || tokens.get(end).is(Kind.EQUALS)
                            || tokens.get(end).is(Kind.ABOUT)
                            || tokens.get(end).is(Kind.CLOSE));
            if (bound && end < tokens.size()) {
                joined.add(token.withUnit(
                        tokens.subList(i + 1, end).stream().map(Token::text).collect(Collectors.joining(" "))));
                i = end - 1;
            } else if (end > i + 1 && Units.known(tokens.get(i + 1).text())) {
                joined.add(token.withUnit(tokens.get(i + 1).text()));
                i++;
            } else {
                joined.add(token);
            }
        }
        return joined;
    }

    private static boolean isUnit(Token token) {
        return token.is(Kind.WORD)
                && !JOINING.contains(token.text())
                && (!Han.any(token.text()) || token.text().length() <= LONGEST_HAN_UNIT);
    }

    /** The expression that ends where these tokens end; what comes before it may be anything that does not bind to it. */
    static Side endOf(List<Token> tokens) {
        int from = tokens.size();
        while (from > 0 && tokens.get(from - 1).counts()) {
            from--;
        }
        int open = 0;
        for (int i = tokens.size() - 1; i >= from; i--) {
            open += tokens.get(i).is(Kind.CLOSE) ? 1 : tokens.get(i).is(Kind.OPEN) ? -1 : 0;
            if (open < 0) {
                return free(tokens.subList(i + 1, tokens.size()), List.of());
            }
        }
        return open == 0 ? free(tokens.subList(from, tokens.size()), tokens.subList(0, from)) : NONE;
    }

    private static Side free(List<Token> expression, List<Token> before) {
        if (expression.isEmpty()) {
            return NONE;
        }
        Side side = new Side(expression);
        boolean signed = expression.getFirst().is(Kind.OPERATOR);
        boolean start = before.isEmpty() || before.getLast().is(Kind.STOP);
        if (start) {
            return !signed || expression.getFirst().text().equals("-") ? side : NONE;
        }
        Token last = before.getLast();
        boolean list = JOINING.contains(last.text())
                && before.size() > 1
                && !before.get(before.size() - 2).is(Kind.STOP);
        boolean binds = !last.is(Kind.WORD)
                || behindOperator(before)
                || (before.size() > 1
                        && BINDING_PHRASE
                                .matcher(before.get(before.size() - 2)
                                                .text()
                                                .toLowerCase(Locale.ROOT)
                                                .replaceAll(".*(?=[\\d%]$)", "")
                                        + " " + last.text())
                                .matches())
                || BINDING.contains(last.text().toLowerCase(Locale.ROOT))
                || last.text().matches(".*(?:" + BINDING_HAN + ")")
                || list;
        // "Area 2 = …": a number behind a word is likely its label.
        return signed || binds || !side.reckons() ? NONE : side;
    }

    /** "25 children + her 1 teacher + 1": words stand between an operator and what it is for. */
    private static boolean behindOperator(List<Token> before) {
        int at = before.size() - 1;
        while (at >= 0 && before.get(at).is(Kind.WORD)) {
            at--;
        }
        return at >= 0 && before.get(at).is(Kind.OPERATOR);
    }

    /** The expression that begins where these tokens begin; what comes behind it may be anything that does not go on with it. */
    static Side startOf(List<Token> tokens) {
        int to = 0;
        int open = 0;
        while (to < tokens.size() && tokens.get(to).counts()) {
            Token token = tokens.get(to);
            boolean aside = token.is(Kind.OPEN)
                    && to > 0
                    && !tokens.get(to - 1).is(Kind.OPERATOR)
                    && !tokens.get(to - 1).is(Kind.OPEN);
            open += token.is(Kind.CLOSE) ? -1 : token.is(Kind.OPEN) ? 1 : 0;
            if (open < 0 || aside) {
                return whole(tokens.subList(0, to));
            }
            to++;
        }
        boolean goesOn = to < tokens.size()
                && (tokens.get(to).is(Kind.OPAQUE)
                        || (to > 0 && !tokens.get(to - 1).unit().isEmpty() && compound(tokens, to)));
        return open == 0 && !goesOn ? whole(tokens.subList(0, to)) : NONE;
    }

    /** "1 hour 5 minutes": the second number belongs to the first. */
    private static boolean compound(List<Token> tokens, int at) {
        return tokens.get(at).is(Kind.WORD)
                && at + 1 < tokens.size()
                && tokens.get(at + 1).is(Kind.NUMBER);
    }

    /** All of the tokens, or nothing. */
    static Side whole(List<Token> tokens) {
        boolean fine = tokens.stream().allMatch(Token::counts)
                && !tokens.isEmpty()
                && (!tokens.getFirst().is(Kind.OPERATOR)
                        || tokens.getFirst().text().equals("-"));
        return fine ? new Side(tokens) : NONE;
    }
}
