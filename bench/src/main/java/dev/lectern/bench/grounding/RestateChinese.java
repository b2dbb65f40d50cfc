package dev.lectern.bench.grounding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says a Chinese answer in another form that means the same: dates, numbers, units, order of clauses. */
final class RestateChinese {
    private static final String DIGITS = "〇一二三四五六七八九";
    private static final Pattern DATE = Pattern.compile("(\\d{4})年(\\d{1,2})月(\\d{1,2})[日号]");
    private static final Pattern YEAR = Pattern.compile("(\\d{4})年");
    private static final Pattern MONTH = Pattern.compile("(?<!\\d)(\\d{1,2})月(?!\\d)");
    private static final Pattern COUNT = Pattern.compile("(?<![\\d.,%年月/-])(\\d{1,2})(?=[个名位次岁人所家座天部种集场支])");
    private static final Pattern COUNTED = Pattern.compile("([二三四五六七八九])(?=[个名位次所家座部种集场支])");
    private static final Pattern BIG = Pattern.compile("(?<![\\d.,])(\\d{1,3}),?(\\d{3})(?![\\d,.年])");

    private RestateChinese() {}

    /** Another form of the answer, if a rule fits. */
    static Optional<String> of(String answer, Dice dice) {
        List<String> forms = new ArrayList<>();
        List<UnaryOperator<String>> rules = List.of(
                text -> date(text, dice), RestateChinese::number, RestateChinese::unit, RestateChinese::clauses);
        for (UnaryOperator<String> rule : rules) {
            String form = rule.apply(answer);
            if (!form.equals(answer)) {
                forms.add(form);
            }
        }
        return forms.isEmpty() ? Optional.empty() : Optional.of(dice.one(forms, "rule"));
    }

    private static String date(String text, Dice dice) {
        boolean han = dice.share("han") < 0.5;
        String whole = DATE.matcher(text)
                .replaceAll(m -> han
                        ? spelt(m.group(1)) + "年" + counted(Integer.parseInt(m.group(2))) + "月"
                                + counted(Integer.parseInt(m.group(3))) + "日"
                        : m.group(1) + "-" + pad(m.group(2)) + "-" + pad(m.group(3)));
        if (!whole.equals(text)) {
            return whole;
        }
        String year = han ? YEAR.matcher(text).replaceAll(m -> spelt(m.group(1)) + "年") : text;
        return MONTH.matcher(year).replaceAll(m -> counted(Integer.parseInt(m.group(1))) + "月");
    }

    private static String number(String text) {
        String han = COUNT.matcher(text).replaceAll(m -> counted(Integer.parseInt(m.group(1))));
        if (!han.equals(text)) {
            return han;
        }
        String plain = COUNTED.matcher(text).replaceAll(m -> Integer.toString(DIGITS.indexOf(m.group(1))));
        if (!plain.equals(text) && !text.matches("(?s).*[十百千万第]+.*")) {
            return plain;
        }
        return BIG.matcher(text).replaceAll(m -> {
            int whole = Integer.parseInt(m.group(1)) * 1000 + Integer.parseInt(m.group(2));
            return whole >= 10_000
                    ? Double.toString(whole / 1e4).replaceFirst("\\.0$", "") + "万"
                    : Integer.toString(whole);
        });
    }

    private static String unit(String text) {
        String percent = text.replaceAll("(?<![\\d.])([1-9]\\d?)%", "百分之$1");
        Matcher share = Pattern.compile("百分之(\\d+)").matcher(percent);
        String words =
                percent.equals(text) ? text : share.replaceAll(m -> "百分之" + counted(Integer.parseInt(m.group(1))));
        return words.equals(text)
                ? text.replace("平方公里", "km²")
                        .replaceAll("(\\d)公里", "$1千米")
                        .replaceAll("(\\d)公斤", "$1千克")
                        .replaceAll("(\\d)米(?!之)", "$1 m")
                : words;
    }

    /** "甲，乙。" becomes "乙，甲。" */
    private static String clauses(String text) {
        String[] parts = text.replaceFirst("。$", "").split("，", -1);
        return parts.length == 2 && parts[0].length() > 4 && parts[1].length() > 4
                ? parts[1] + "，" + parts[0] + "。"
                : parts.length >= 3 && parts[0].length() > 4
                        ? String.join("，", List.of(parts).subList(1, parts.length)) + "，" + parts[0] + "。"
                        : text;
    }

    private static String spelt(String digits) {
        StringBuilder han = new StringBuilder();
        digits.chars().forEach(c -> han.append(DIGITS.charAt(c - '0')));
        return han.toString();
    }

    private static String counted(int n) {
        String tens = n < 10 ? "" : (n < 20 ? "" : String.valueOf(DIGITS.charAt(n / 10))) + "十";
        return tens + (n % 10 == 0 && n > 0 ? "" : n % 10 == 0 ? "零" : String.valueOf(DIGITS.charAt(n % 10)));
    }

    private static String pad(String number) {
        return number.length() == 1 ? "0" + number : number;
    }
}
