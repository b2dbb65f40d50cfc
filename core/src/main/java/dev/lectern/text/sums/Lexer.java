package dev.lectern.text.sums;

import dev.lectern.text.Han;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a line in symbol form into tokens. What looks like a number and is none (a date, a version, a time, a name) is opaque. */
final class Lexer {
    private static final Pattern NO_NUMBER =
            Pattern.compile("\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}(?!\\d)|\\d{1,2}/\\d{1,2}/\\d{2,4}(?!\\d)"
                    + "|\\d+(?:\\.\\d+){2,}|\\d+:\\d+(?::\\d+)?|0[xX][0-9a-fA-F]+|\\d+(?:st|nd|rd|th)\\b|\\d+!");
    private static final Pattern NUMBER = Pattern.compile(
            "(\\d{1,3}(?:,\\d{3})+(?!\\d)(?:\\.\\d+)?|\\d+(?:\\.\\d+)?|\\.\\d+)([eE][+-]?\\d{1,2}(?![\\w.]))?"
                    + "(?:\\s?(万亿|千万|百万|万|亿|千(?![克米瓦卡帕赫伏安焦牛升])|thousand\\b|million\\b|billion\\b|trillion\\b|[kKM](?![A-Za-z/²]))(?!一))?(\\s?[%‰](?!\\s?\\d))?");
    private static final Pattern TIGHT_UNIT = Pattern.compile(
            "[A-Za-zµμΩ°℃℉][A-Za-z°]{0,11}[²³]?(?:/[A-Za-z]{1,8}[²³]?)?|/(?:[A-Za-z]{1,8}[²³]?|\\p{IsHan}{1,3})");
    private static final Pattern LATIN =
            Pattern.compile("[\\p{L}_&&[^\\p{IsHan}]][\\p{L}\\d_'’&&[^\\p{IsHan}]]*(?:[-./][\\p{L}&&[^\\p{IsHan}]]+)*");
    private static final Map<String, String> SCALES = Map.ofEntries(
            Map.entry("千", "1E3"),
            Map.entry("万", "1E4"),
            Map.entry("百万", "1E6"),
            Map.entry("千万", "1E7"),
            Map.entry("亿", "1E8"),
            Map.entry("万亿", "1E12"),
            Map.entry("k", "1E3"),
            Map.entry("m", "1E6"),
            Map.entry("thousand", "1E3"),
            Map.entry("million", "1E6"),
            Map.entry("billion", "1E9"),
            Map.entry("trillion", "1E12"));
    private static final Set<String> PAIRS = Set.of(
            "==", "=>", "<=", ">=", "!=", "=<", "=~", "+=", "-=", "*=", "/=", ":=", "->", "<-", "//", "**", "--", "++");
    private static final String OPENING = "([{";
    private static final String SINGLE_UNITS = "mgshlLWVANJtbB";

    private final String line;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Lexer(String line) {
        this.line = line;
    }

    static List<Token> tokens(String line) {
        Lexer lexer = new Lexer(line);
        while (lexer.at < line.length()) {
            lexer.next();
        }
        return lexer.tokens;
    }

    private void next() {
        char c = line.charAt(at);
        if (Character.isWhitespace(c)) {
            at++;
        } else if (isDigit(c)
                || (c == '.'
                        && at + 1 < line.length()
                        && isDigit(line.charAt(at + 1))
                        && (at == 0 || !isName(line.charAt(at - 1))))) {
            number();
        } else if (Han.is(line.codePointAt(at))) {
            han();
        } else if (Character.isLetter(c) || c == '_') {
            take(LATIN, Token.Kind.WORD);
        } else {
            sign(c);
        }
    }

    private void number() {
        boolean partOfName = at > 0 && isName(line.charAt(at - 1));
        Matcher no = NO_NUMBER.matcher(line).region(at, line.length());
        if (no.lookingAt() || partOfName) {
            opaqueWord();
            return;
        }
        Matcher number = NUMBER.matcher(line).region(at, line.length());
        if (!number.lookingAt()) {
            opaqueWord();
            return;
        }
        int end = number.end();
        boolean goesOn = end + 1 < line.length()
                && (line.charAt(end) == '.' || line.charAt(end) == ',' || line.charAt(end) == ':')
                && Character.isDigit(line.charAt(end + 1));
        Matcher unit = TIGHT_UNIT.matcher(line).region(end, line.length());
        String tight = !goesOn && unit.lookingAt() ? unit.group() : "";
        boolean variable =
                tight.length() == 1 && Character.isLetter(tight.charAt(0)) && SINGLE_UNITS.indexOf(tight.charAt(0)) < 0;
        if (goesOn
                || variable
                || (end + tight.length() < line.length()
                        && tight.matches(".*[A-Za-z]")
                        && Character.isDigit(line.charAt(end + tight.length())))) {
            opaqueWord();
            return;
        }
        String said = tight.length() == 1
                ? number.group().strip() + tight
                : number.group().strip();
        tokens.add(Token.number(said, amount(number), tight));
        at = end + tight.length();
    }

    private static Amount amount(Matcher number) {
        String digits = number.group(1).replace(",", "") + (number.group(2) == null ? "" : number.group(2));
        BigDecimal value = new BigDecimal(digits);
        BigDecimal step = BigDecimal.ONE.movePointLeft(value.scale());
        if (number.group(3) != null) {
            BigDecimal scale = new BigDecimal(SCALES.get(number.group(3).toLowerCase(Locale.ROOT)));
            value = value.multiply(scale);
            step = step.multiply(scale);
        }
        boolean percent = number.group(4) != null;
        int places = !percent ? 0 : number.group(4).strip().equals("%") ? 2 : 3;
        return Amount.of(value.movePointLeft(places), step.movePointLeft(places), percent);
    }

    private void han() {
        int from = at;
        while (at < line.length() && Han.is(line.codePointAt(at))) {
            at += Character.charCount(line.codePointAt(at));
        }
        if (at < line.length()
                && line.charAt(at) == '/'
                && at + 1 < line.length()
                && Han.is(line.codePointAt(at + 1))) {
            at++;
            while (at < line.length() && Han.is(line.codePointAt(at))) {
                at += Character.charCount(line.codePointAt(at));
            }
        }
        tokens.add(Token.of(Token.Kind.WORD, line.substring(from, at)));
    }

    private void sign(char c) {
        String two = line.substring(at, Math.min(line.length(), at + 2));
        if (PAIRS.contains(two)) {
            tokens.add(Token.of(Token.Kind.OPAQUE, two));
            at += 2;
            return;
        }
        Token.Kind open = at > 0 && OPENING.indexOf(c) >= 0 ? opening(line.charAt(at - 1)) : Token.Kind.OPEN;
        Token.Kind kind = switch (c) {
            case '=' -> Token.Kind.EQUALS;
            case '≈' -> Token.Kind.ABOUT;
            case '+', '-', '*', '/', '^' -> Token.Kind.OPERATOR;
            case '(', '[', '{' -> open;
            case ')', ']', '}' -> Token.Kind.CLOSE;
            case ',',
                    '.',
                    ';',
                    ':',
                    '?',
                    '!',
                    '。',
                    '，',
                    '；',
                    '：',
                    '、',
                    '…',
                    '\n',
                    '→',
                    '⇒',
                    '∴',
                    '∵',
                    '“',
                    '”',
                    '「',
                    '」' -> Token.Kind.STOP;
            default -> Token.Kind.OPAQUE;
        };
        tokens.add(Token.of(kind, Character.toString(c)));
        at++;
    }

    /** A bracket right behind a name is a call's, right behind a number it multiplies, if it holds anything to multiply by. */
    private Token.Kind opening(char before) {
        int close = line.indexOf(')', at);
        String inside = line.substring(at, close < 0 ? line.length() : close);
        if (isDigit(before) || before == ')') {
            return inside.matches("(?s).*(?:\\d|\\b[A-Za-z]\\b).*") ? Token.Kind.OPAQUE : Token.Kind.STOP;
        }
        return isName(before) ? Token.Kind.OPAQUE : Token.Kind.OPEN;
    }

    private void take(Pattern pattern, Token.Kind kind) {
        Matcher matcher = pattern.matcher(line).region(at, line.length());
        int end = matcher.lookingAt() ? matcher.end() : at + 1;
        String word = line.substring(at, end);
        boolean tied = at > 0 && line.charAt(at - 1) == ')';
        boolean letter = word.length() == 1 && (SINGLE_UNITS + "aAI").indexOf(word.charAt(0)) < 0;
        boolean name = tied || letter || word.chars().anyMatch(c -> Character.isDigit(c) || c == '_');
        tokens.add(Token.of(name ? Token.Kind.OPAQUE : kind, word));
        at = end;
    }

    private void opaqueWord() {
        int from = at;
        while (at < line.length()
                && (isName(line.charAt(at)) || ".,:/-!".indexOf(line.charAt(at)) >= 0)
                && !(at + 1 < line.length()
                        && ",.:!-/".indexOf(line.charAt(at)) >= 0
                        && !isName(line.charAt(at + 1)))) {
            at++;
        }
        at = Math.max(at, from + 1);
        tokens.add(Token.of(Token.Kind.OPAQUE, line.substring(from, at)));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isName(char c) {
        return c < 0x530 && (Character.isLetterOrDigit(c) || c == '_');
    }
}
