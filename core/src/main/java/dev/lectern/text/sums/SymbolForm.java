package dev.lectern.text.sums;

import dev.lectern.text.Words;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes a line with signs where it reckons in words, in LaTeX or in Chinese: "20% of 150 is 30" becomes {@code 20% * 150 = 30}. */
final class SymbolForm {
    private static final String NUMBER = "-?\\d[\\d,]*(?:\\.\\d+)?";
    private static final String SCALED = NUMBER + "(?:\\s?(?:万亿|万|亿|thousand|million|billion)(?![a-z]))?\\s?%?";
    private static final String UNIT = "(?:\\s?\\p{IsHan}{0,4}?|(?: (?!plus|minus|times|divided|is|are)[a-z]+){0,2}?)";
    private static final String HAN = "[" + HanNumber.CHARACTERS + "]";
    private static final String AND = "\\s?(?:,\\s?(?:and )?|、|和|与|跟|加|\\band\\b)\\s?";
    private static final String LIST = "(" + SCALED + UNIT + "(?:" + AND + SCALED + UNIT + ")+)";

    /** @param hint without which the pattern can't match: looking for it is cheap */
    private record Rule(String hint, Pattern pattern, String with) {
        static Rule of(String pattern, String with) {
            return with(pattern, with, "");
        }

        static Rule with(String pattern, String with, String hint) {
            return new Rule(hint, Pattern.compile(pattern, Pattern.CASE_INSENSITIVE), with);
        }
    }

    /** @param hint as in {@link Rule} */
    private record Listing(String hint, Pattern pattern, String operator, boolean mean) {
        static Listing of(String hint, String pattern, String operator, boolean mean) {
            return new Listing(hint, Pattern.compile(pattern, Pattern.CASE_INSENSITIVE), operator, mean);
        }
    }

    private static final List<Rule> LATEX = List.of(
            Rule.of("\\S*://\\S*", "#"),
            Rule.of("\\\\%", "%"),
            Rule.of("\\\\[$#&{}]", " "),
            Rule.of("\\\\[dt]?frac\\s*\\{([^{}]*)\\}\\s*\\{([^{}]*)\\}", "(($1)/($2))"),
            Rule.of("\\\\[dt]?frac\\s*(\\d)\\s*(\\d)", "($1/$2)"),
            Rule.of("\\\\(?:text|mathrm|mathbf|textbf|operatorname)\\s*\\{([^{}]*)\\}", " $1 "),
            Rule.of("\\\\boxed\\s*\\{([^{}]*)\\}", "$1"),
            Rule.of("\\^\\s*\\{([^{}]*)\\}", "^($1)"),
            Rule.of("\\\\(?:times|cdot|ast)\\b", "*"),
            Rule.of("\\\\div\\b", "/"),
            Rule.of("\\\\(?:approx|simeq|sim)\\b", "≈"),
            Rule.of("\\\\(?:left|right|big|Big)\\b", ""),
            Rule.of("\\\\(?:quad|qquad|[,;:! ])", " "),
            Rule.of("\\\\[()\\[\\]]", " "),
            Rule.of("\\{,\\}", ","));

    private static final List<Rule> SIGNS = List.of(
            Rule.of("[×✕✖⋅·∙]", "*"),
            Rule.of("[÷∕⁄]", "/"),
            Rule.of("[−﹣]", "-"),
            Rule.of("(?<=\\d)\\s?[–—]\\s?(?=\\d)", "-"),
            Rule.of("[$€£¥￥]", ""),
            Rule.of("(?<=[1-9]|\\d\\d|[\\d)] |[a-z] )x(?=\\s?\\.?[\\d(])", "*"),
            Rule.of("½", "(1/2)"),
            Rule.of("¼", "(1/4)"),
            Rule.of("¾", "(3/4)"),
            Rule.of("⅓", "(1/3)"),
            Rule.of("⅔", "(2/3)"),
            Rule.of("\\s?(?:percent|per cent)\\b", "%"),
            Rule.of(
                    "(?:≈|≃|≅|~=|=\\s*(?:约为?|大约为?|about|approximately|roughly|~)\\s?|约等于|大约等于|近似等于|约为(?=\\s?\\d)|大约是(?=\\s?\\d))",
                    "≈"),
            Rule.of(
                    "^\\s*(?:#+\\s*)?(?:(?:[-*+•>]\\s+)+|\\(?\\d{1,2}(?:[.)]\\s+|、|\\)\\s*)|[①-⑳]\\s*|\\d{1,2}\\)\\s*)+",
                    ""),
            Rule.of("\\*\\*(?=\\S)|(?<=\\S)\\*\\*", ""));

    private static final List<Rule> WORDS = List.of(
            Rule.of("(" + SCALED + UNIT + ")\\s?的\\s?(\\d+(?:\\.\\d+)?%|\\(\\d+/\\d+\\))", "$1 * $2"),
            Rule.of("(" + SCALED + UNIT + ")\\s?的\\s?(\\d+(?:\\.\\d+)?)\\s?倍", "$1 * $2"),
            Rule.with("\\b(\\d+(?:\\.\\d+)?%) of (?:the )?(?=\\d)", "$1 * ", " of "),
            Rule.with("(?<=[\\d)%])(" + UNIT + ")\\s?(?:加上|加)\\s?(?=" + SCALED + ")", "$1 + ", "加"),
            Rule.with("(?<=[\\d)%])(" + UNIT + ")\\s?(?:减去|减掉|减)\\s?(?=" + SCALED + ")", "$1 - ", "减"),
            Rule.with("(?<=[\\d)%])(" + UNIT + ")\\s?(?:乘以|乘上|乘)\\s?(?=" + SCALED + ")", "$1 * ", "乘"),
            Rule.with("(?<=[\\d)%])(" + UNIT + ")\\s?(?:除以)\\s?(?=" + SCALED + ")", "$1 / ", "除以"),
            Rule.with("(?<=[\\d)%])(" + UNIT + ") plus (?=\\(?" + NUMBER + ")", "$1 + ", " plus "),
            Rule.with("(?<=[\\d)%])(" + UNIT + ") minus (?=\\(?" + NUMBER + ")", "$1 - ", " minus "),
            Rule.with("(?<=[\\d)%])(" + UNIT + ") (?:times|multiplied by) (?=\\(?" + NUMBER + ")", "$1 * ", "s"),
            Rule.with("(?<=[\\d)%])(" + UNIT + ") divided by (?=\\(?" + NUMBER + ")", "$1 / ", " divided by "));

    /** Only behind an operator with room around it, so that a range ("2019-2020 is…") is none. */
    private static final Rule IS = Rule.of(
            "((?: [+*/-] |[+*]|(?<=\\d)/)\\s?\\(?" + SCALED + "\\)?" + UNIT
                    + ")\\s?(?:等于|得到|得出|得|就是|是|为|一共是|,?\\b(?:equals|is equal to|is|are|makes|gives|yields|leaves|comes to)\\b)\\s?(?="
                    + NUMBER + ")",
            "$1 = ");

    private static final Rule EQUALS =
            Rule.of("(?<=[\\d)%\\p{IsHan}a-z])\\s?(?:等于|\\bequals\\b|\\bis equal to\\b)\\s?(?=" + NUMBER + ")", " = ");

    private static final Pattern HAN_SHARE = Pattern.compile("百分之(" + HAN + "+)");
    private static final Pattern HAN_PARTS = Pattern.compile("(" + HAN + "+)分之(" + HAN + "+)");
    /** Characters that stand in an equation, not in a word: a sign or a word of reckoning is on one side at least. */
    private static final Pattern HAN_NUMBER = Pattern.compile("(?<=[+\\-*/=≈加减乘除以去上等于得到])\\s?(" + HAN + "+)|(" + HAN
            + "+)(?=\\s?\\p{IsHan}{0,2}\\s?(?:[+\\-*/=≈]|加|减|乘|除以|等于))");

    private static final Pattern SUPERSCRIPT = Pattern.compile("(?<=[\\d)])[⁰¹²³⁴⁵⁶⁷⁸⁹]+");

    private static final String IS_EN = "\\s?,?(?:\\bis\\b|=|\\bequals\\b)\\s?(?=\\d)";
    private static final String IS_ZH = "\\s?(?:是|为|等于|=)\\s?(?=\\d)";
    private static final List<Listing> LISTS = List.of(
            Listing.of(" of ", "\\b(?:sum|total) of " + LIST + IS_EN, "+", false),
            Listing.of(" of ", "\\b(?:average|mean) of " + LIST + IS_EN, "+", true),
            Listing.of(" of ", "\\bproduct of " + LIST + IS_EN, "*", false),
            Listing.of("和", LIST + "\\s?(?:的和|之和|的总和)" + IS_ZH, "+", false),
            Listing.of("均", LIST + "\\s?的(?:平均数|平均值|均值)" + IS_ZH, "+", true),
            Listing.of("积", LIST + "\\s?(?:的积|的乘积|之积)" + IS_ZH, "*", false));

    private SymbolForm() {}

    static String of(String line) {
        String signs = apply(
                SIGNS, apply(LATEX, Words.foldWidth(line.replace("，", ", ").replace("：", ": "))));
        String digits = hanNumbers(superscripts(signs));
        String words = digits;
        for (Listing list : LISTS) {
            words = listed(list, words);
        }
        words = apply(WORDS, words);
        return apply(List.of(IS, EQUALS), words);
    }

    private static String apply(List<Rule> rules, String line) {
        String text = line;
        for (Rule rule : rules) {
            if (text.contains(rule.hint())) {
                text = rule.pattern().matcher(text).replaceAll(rule.with());
            }
        }
        return text;
    }

    private static String superscripts(String line) {
        return SUPERSCRIPT
                .matcher(line)
                .replaceAll(m -> "^"
                        + m.group()
                                .chars()
                                .mapToObj(c -> Integer.toString("⁰¹²³⁴⁵⁶⁷⁸⁹".indexOf(c)))
                                .collect(Collectors.joining()));
    }

    private static String hanNumbers(String line) {
        if (line.chars().noneMatch(c -> HanNumber.CHARACTERS.indexOf(c) >= 0)) {
            return line;
        }
        String shares = HAN_SHARE
                .matcher(line)
                .replaceAll(m -> Matcher.quoteReplacement(
                        HanNumber.read(m.group(1)).map(v -> plain(v) + "%").orElse(m.group())));
        String parts = HAN_PARTS.matcher(shares).replaceAll(m -> Matcher.quoteReplacement(parts(m)));
        return HAN_NUMBER.matcher(parts).replaceAll(m -> {
            String found = m.group(1) == null ? m.group(2) : m.group(1);
            // 3万 keeps its sign, which is a scale there.
            boolean behindDigit = m.start() > 0 && Character.isDigit(parts.charAt(m.start() - 1));
            return Matcher.quoteReplacement(
                    behindDigit
                            ? m.group()
                            : HanNumber.read(found).map(SymbolForm::plain).orElse(m.group()));
        });
    }

    private static String parts(MatchResult m) {
        Optional<BigDecimal> of = HanNumber.read(m.group(1));
        Optional<BigDecimal> share = HanNumber.read(m.group(2));
        return of.isPresent() && share.isPresent() ? "(" + plain(share.get()) + "/" + plain(of.get()) + ")" : m.group();
    }

    private static String plain(BigDecimal value) {
        return value.toPlainString();
    }

    /** "The sum of 3, 4 and 5 is" becomes {@code (3 + 4 + 5) =}. */
    private static String listed(Listing list, String line) {
        if (!line.contains(list.hint())) {
            return line;
        }
        return list.pattern().matcher(line).replaceAll(m -> {
            List<String> items = Arrays.stream(m.group(1).split(AND, -1))
                    .filter(item -> !item.isBlank())
                    .toList();
            String joined = "(" + String.join(" " + list.operator() + " ", items) + ")";
            return Matcher.quoteReplacement((list.mean() ? joined + " / " + items.size() : joined) + " = ");
        });
    }
}
