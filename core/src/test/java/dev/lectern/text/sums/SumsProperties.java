package dev.lectern.text.sums;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What is reckoned rightly is never complained of, however it is written; what is altered always is. */
class SumsProperties {
    private static final List<String> FORMS = List.of(
            "%s %s %s = %s",
            "So %s%s%s=%s.",
            "1. We have %s %s %s = %s in all",
            "结果是 %s %s %s = %s。",
            "一共 %s%s%s=%s 个",
            "\\(%s %s %s = %s\\)",
            "- **Total**: $%s %s $%s = $%s",
            "%s 元 %s %s 元 = %s 元");

    @Property(tries = 500, seed = "42")
    void aTrueEquationIsNeverComplainedOfAndAnAlteredOneAlways(
            @ForAll @IntRange(min = 1, max = 50_000) int a,
            @ForAll @IntRange(min = 1, max = 500) int b,
            @ForAll @IntRange(max = 2) int operator,
            @ForAll @IntRange(max = 7) int form,
            @ForAll @IntRange(min = 1, max = 9) int off,
            @ForAll boolean grouped) {
        long right = operator == 0 ? (long) a + b : operator == 1 ? (long) a - b : (long) a * b;
        String sign = List.of("+", "-", "×").get(operator);
        assertThat(Sums.wrong(said(form, a, sign, b, right, grouped))).isEmpty();
        assertThat(Sums.wrong(said(form, a, sign, b, right + off, grouped))).hasSize(1);
        assertThat(Sums.wrong(said(form, a, sign, b, right - off, grouped))).hasSize(1);
    }

    @Property(tries = 500, seed = "42")
    void aQuotientMayBeRoundedAnyWay(
            @ForAll @IntRange(min = 501, max = 50_000) int a,
            @ForAll @IntRange(min = 1, max = 500) int b,
            @ForAll @IntRange(max = 4) int places,
            @ForAll RoundingMode way) {
        if (way == RoundingMode.UNNECESSARY) {
            return;
        }
        BigDecimal right = BigDecimal.valueOf(a).divide(BigDecimal.valueOf(b), places, way);
        assertThat(Sums.wrong(a + " ÷ " + b + " = " + right.toPlainString())).isEmpty();
        BigDecimal beyond = right.add(BigDecimal.ONE.movePointLeft(places).multiply(BigDecimal.valueOf(2)));
        assertThat(Sums.wrong(a + " ÷ " + b + " = " + beyond.toPlainString())).hasSize(1);
    }

    @Property(tries = 300, seed = "42")
    void aChainIsCheckedStepByStep(
            @ForAll @IntRange(min = 1, max = 99) int a,
            @ForAll @IntRange(min = 1, max = 99) int b,
            @ForAll @IntRange(min = 2, max = 9) int c) {
        String chain = "(%d + %d) × %d = %d × %d = %d".formatted(a, b, c, a + b, c, (a + b) * c);
        assertThat(Sums.wrong(chain)).isEmpty();
        assertThat(Sums.wrong(chain.replaceAll("\\d+$", Integer.toString((a + b) * c + 1))))
                .hasSize(1);
    }

    @Property(tries = 300, seed = "42")
    void chineseNumbersAreReadAsTheyAreWritten(@ForAll @IntRange(min = 1, max = 99_999_999) int number) {
        assertThat(HanNumber.read(inChinese(number))).contains(BigDecimal.valueOf(number));
    }

    private static String said(int form, long a, String sign, long b, long right, boolean grouped) {
        String pattern = grouped ? "%,d" : "%d";
        return FORMS.get(form).formatted(pattern.formatted(a), sign, pattern.formatted(b), pattern.formatted(right));
    }

    private static String inChinese(int number) {
        String high = number >= 10_000 ? upToThousands(number / 10_000) + "万" : "";
        int rest = number % 10_000;
        boolean gap = !high.isEmpty() && rest > 0 && rest < 1000;
        return high + (gap ? "零" : "") + (rest > 0 ? upToThousands(rest) : "");
    }

    private static String upToThousands(int number) {
        StringBuilder out = new StringBuilder();
        String[] units = {"千", "百", "十", ""};
        int place = 1000;
        boolean gap = false;
        for (String unit : units) {
            int digit = number / place % 10;
            if (digit > 0) {
                out.append(gap && !out.isEmpty() ? "零" : "")
                        .append("零一二三四五六七八九".charAt(digit))
                        .append(unit);
                gap = false;
            } else {
                gap = true;
            }
            place /= 10;
        }
        return out.toString();
    }
}
