package dev.lectern.bench.grounding;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says an English answer in another form that means the same: dates, numbers, units, abbreviations, order of clauses. */
final class RestateEnglish {
    private static final List<String> MONTHS = List.of(
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December");
    private static final String MONTH = "(" + String.join("|", MONTHS) + ")";
    private static final Pattern US_DATE = Pattern.compile(MONTH + " (\\d{1,2}),? (\\d{4})");
    private static final Pattern UK_DATE = Pattern.compile("(\\d{1,2}) " + MONTH + " (\\d{4})");
    private static final Pattern MONTH_YEAR = Pattern.compile(MONTH + " (\\d{4})");
    private static final Pattern MONTH_DAY = Pattern.compile(MONTH + " (\\d{1,2})\\b(?!,? \\d{4})");
    private static final Pattern THOUSANDS = Pattern.compile("(?<![\\d,.])(\\d{1,3}),(\\d{3})\\b(?!,)");
    private static final Pattern FOUR_DIGITS = Pattern.compile("(?<![\\d,.-])([1-9]\\d{3})(?![\\d,.-])");
    private static final Pattern SMALL =
            Pattern.compile("(?<![\\p{L}\\d,.$£€:–/-])(\\d{1,2})(?![\\p{L}\\d,:%–/-]|\\.\\d)");
    private static final Pattern WORDS = Pattern.compile(
            "\\b(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty)\\b(?![- ](?:one|two|three|four|five|six|seven|eight|nine|hundred|thousand|million|billion))");
    private static final List<String> ONES = List.of(
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen");
    private static final List<String> TENS =
            List.of("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");
    private static final Pattern BRACKETED =
            Pattern.compile("((?:[A-Z][a-z]+ (?:of |and |for |the )*){1,5}[A-Z][a-z]+) \\(([A-Z]{2,6})\\)");

    private RestateEnglish() {}

    /** Another form of the answer, if a rule fits. */
    static Optional<String> of(String answer, GoldPair pair, Dice dice) {
        List<String> forms = new ArrayList<>();
        List<UnaryOperator<String>> rules = List.of(
                text -> date(text, dice),
                text -> number(text, dice),
                text -> unit(text),
                text -> shortForm(text, pair.context()),
                text -> clauses(text));
        for (UnaryOperator<String> rule : rules) {
            String form = rule.apply(answer);
            if (!form.equals(answer)) {
                forms.add(form);
            }
        }
        return forms.isEmpty() ? Optional.empty() : Optional.of(dice.one(forms, "rule"));
    }

    private static String date(String text, Dice dice) {
        boolean numeric = dice.share("numeric") < 0.4;
        String us = US_DATE.matcher(text)
                .replaceAll(m -> numeric
                        ? iso(m.group(3), m.group(1), m.group(2))
                        : m.group(2) + " " + m.group(1) + " " + m.group(3));
        String uk = us.equals(text)
                ? UK_DATE.matcher(text)
                        .replaceAll(m -> numeric
                                ? iso(m.group(3), m.group(2), m.group(1))
                                : m.group(2) + " " + ordinal(m.group(1)) + ", " + m.group(3))
                : us;
        if (!uk.equals(text)) {
            return uk;
        }
        String monthYear = MONTH_YEAR
                .matcher(text)
                .replaceAll(m -> dice.share("month") < 0.5
                        ? m.group(1).substring(0, 3) + ". " + m.group(2)
                        : m.group(1) + " of " + m.group(2));
        return monthYear.equals(text)
                ? MONTH_DAY.matcher(text).replaceAll(m -> "the " + ordinal(m.group(2)) + " of " + m.group(1))
                : monthYear;
    }

    private static String iso(String year, String month, String day) {
        return String.format(Locale.ROOT, "%s-%02d-%02d", year, MONTHS.indexOf(month) + 1, Integer.parseInt(day));
    }

    private static String ordinal(String day) {
        int n = Integer.parseInt(day);
        String end =
                n % 10 == 1 && n != 11 ? "st" : n % 10 == 2 && n != 12 ? "nd" : n % 10 == 3 && n != 13 ? "rd" : "th";
        return n + end;
    }

    private static String number(String text, Dice dice) {
        String plain = THOUSANDS.matcher(text).replaceAll(m -> {
            int whole = Integer.parseInt(m.group(1)) * 1000 + Integer.parseInt(m.group(2));
            boolean hundreds = whole < 10_000 && whole % 100 == 0;
            return hundreds && dice.share("hundreds") < 0.5
                    ? spelt(whole / 100) + " hundred"
                    : whole % 100 == 0 && dice.share("thousand") < 0.5
                            ? Double.toString(whole / 1000.0).replaceFirst("\\.0$", "") + " thousand"
                            : Integer.toString(whole);
        });
        if (!plain.equals(text)) {
            return plain;
        }
        String small = SMALL.matcher(text).replaceAll(m -> spelt(Integer.parseInt(m.group(1))));
        if (!small.equals(text) && !text.matches(".*\\d{4}.*")) {
            return small;
        }
        String digits = WORDS.matcher(text).replaceAll(RestateEnglish::inDigits);
        boolean amount = text.matches("(?s).*(?:people|soldiers|miles|km|square|members|students|dollars|men).*");
        return !digits.equals(text) || !amount
                ? digits
                : FOUR_DIGITS
                        .matcher(text)
                        .replaceAll(m -> m.group(1).charAt(0) + "," + m.group(1).substring(1));
    }

    private static String inDigits(MatchResult word) {
        int one = ONES.indexOf(word.group());
        return Integer.toString(one >= 0 ? one : TENS.indexOf(word.group()) * 10);
    }

    private static String spelt(int n) {
        return n < 20 ? ONES.get(n) : TENS.get(n / 10) + (n % 10 == 0 ? "" : "-" + ONES.get(n % 10));
    }

    private static String unit(String text) {
        String percent = text.replaceAll("(\\d)%", "$1 percent");
        if (!percent.equals(text)) {
            return percent;
        }
        String sign = text.replaceAll("(\\d) ?(?:percent|per cent)\\b", "$1%");
        if (!sign.equals(text)) {
            return sign;
        }
        Matcher km = Pattern.compile("(?<![\\d,.])(\\d{1,3}(?:\\.\\d)?) (?:km|kilomet(?:er|re)s)\\b(?! ?/)")
                .matcher(text);
        String metres = km.replaceAll(m -> Math.round(Double.parseDouble(m.group(1)) * 1000) + " m");
        return metres.equals(text)
                ? text.replaceAll("(\\d) miles\\b", "$1 mi").replaceAll("(\\d) (?:metres|meters)\\b", "$1 m")
                : metres;
    }

    private static String shortForm(String text, String context) {
        Matcher defined = BRACKETED.matcher(context);
        while (defined.find()) {
            String whole = defined.group(1).strip();
            if (text.contains(whole) && !text.contains("(" + defined.group(2))) {
                return text.replace(whole, defined.group(2));
            } else if (text.matches("(?s).*\\b" + defined.group(2) + "\\b.*") && !text.contains(whole)) {
                return text.replaceAll("\\b" + defined.group(2) + "\\b", whole);
            }
        }
        return text.replace("United States", "U.S.")
                .replace("United Kingdom", "UK")
                .replace("United Nations", "UN")
                .replaceAll("\\bDr\\. ", "Doctor ")
                .replaceAll("\\bSaint ([A-Z])", "St. $1")
                .replaceAll("\\bProfessor ([A-Z])", "Prof. $1")
                .replaceAll("\\bMount ([A-Z])", "Mt. $1");
    }

    /** "In 1998, they left." becomes "They left in 1998." */
    private static String clauses(String text) {
        Matcher two = Pattern.compile(
                        "^((?:In|On|At|After|Before|During|When|By|Since|As|While|Although|Because|From|For) [^,.]{3,60}), ([^.]{15,})\\.$")
                .matcher(text);
        if (!two.find()) {
            Matcher later = Pattern.compile("^([A-Z][^,.]{15,90}), (?:and|but) ([a-z][^,.]{15,90})\\.$")
                    .matcher(text);
            return later.find() ? upper(later.group(2)) + ", and " + later.group(1) + "." : text;
        }
        return upper(two.group(2)) + ", " + two.group(1).substring(0, 1).toLowerCase(Locale.ROOT)
                + two.group(1).substring(1) + ".";
    }

    private static String upper(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
