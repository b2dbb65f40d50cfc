package dev.lectern.redact;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Made-up personal data by the hundred, in the forms in which people write it, within sentences of both languages. */
class PlantedTest {
    private static final int EACH = 300;
    private static final List<String> AROUND = List.of(
            "Please write %s into the form.",
            "(%s)", "“%s”，请核对。", "请将%s登记在册。", "From: %s; to: the office", "- %s\n- more");

    private final Redactor redactor = new Redactor(new Redaction(false, Set.of()));

    /** A form of data. */
    enum Planted {
        EMAIL(r -> word(r) + "." + word(r) + r.nextInt(100) + "@" + word(r) + "-" + word(r) + ".com"),
        CHINESE_MOBILE(r -> apart(r, "1" + (3 + r.nextInt(7)) + digits(r, 9), 3, 7)),
        CHINESE_LINE(r -> "0" + (1 + r.nextInt(9)) + digits(r, 1) + "-" + (2 + r.nextInt(7)) + digits(r, 7)),
        AMERICAN_PHONE(r -> "(" + (2 + r.nextInt(8)) + digits(r, 2) + ") " + digits(r, 3) + "-" + digits(r, 4)),
        PHONE_ABROAD(r -> "+" + (30 + r.nextInt(60)) + " " + digits(r, 3) + " " + digits(r, 3) + " " + digits(r, 4)),
        CARD(r -> apart(r, luhn("4" + digits(r, 14)), 4, 8, 12)),
        RESIDENT(r -> resident((1 + r.nextInt(6)) + digits(r, 5) + (1940 + r.nextInt(80)) + "0" + (1 + r.nextInt(9))
                + (10 + r.nextInt(19)) + digits(r, 3))),
        SOCIAL_SECURITY(r -> (100 + r.nextInt(500)) + "-" + (10 + r.nextInt(89)) + "-" + (1000 + r.nextInt(8999))),
        IBAN(r -> iban(digits(r, 18))),
        ADDRESS(r -> (11 + r.nextInt(80)) + "." + r.nextInt(256) + "." + r.nextInt(256) + "." + r.nextInt(256));

        @SuppressWarnings("ImmutableEnumChecker") // A function of the draw alone.
        private final Function<Random, String> form;

        Planted(Function<Random, String> form) {
            this.form = form;
        }
    }

    @ParameterizedTest
    @EnumSource(Planted.class)
    void noneIsLeftInTheText(Planted planted) {
        Random random = new Random(planted.name().length());
        List<String> left = IntStream.range(0, EACH)
                .mapToObj(i -> {
                    String data = planted.form.apply(random);
                    String text = String.format(AROUND.get(i % AROUND.size()), data);
                    return redactor.hiding().hide(text).contains(data) || rest(text, data) ? text : "";
                })
                .filter(text -> !text.isEmpty())
                .toList();
        assertThat(left).isEmpty();
    }

    /** Whether a part of the data stands outside of its placeholder. */
    private boolean rest(String text, String data) {
        int start = text.indexOf(data);
        return redactor.find(text).stream().noneMatch(f -> f.start() <= start && f.end() >= start + data.length());
    }

    private static String word(Random random) {
        return random.ints(5, 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String digits(Random random, int count) {
        return random.ints(count, '0', '9' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** With nothing, a space or a dash at these places. */
    private static String apart(Random random, String digits, int... places) {
        String sign = List.of("", " ", "-").get(random.nextInt(3));
        StringBuilder apart = new StringBuilder(digits);
        for (int i = places.length - 1; i >= 0; i--) {
            apart.insert(places[i], sign);
        }
        return apart.toString();
    }

    private static String luhn(String digits) {
        return IntStream.range(0, 10)
                .mapToObj(check -> digits + check)
                .filter(Digits::luhn)
                .findFirst()
                .orElseThrow();
    }

    private static String resident(String number) {
        return "0123456789X"
                .chars()
                .mapToObj(check -> number + (char) check)
                .filter(Digits::resident)
                .findFirst()
                .orElseThrow();
    }

    private static String iban(String account) {
        int check = 98
                - new BigInteger(account + "131400").mod(BigInteger.valueOf(97)).intValue();
        return "DE" + (check < 10 ? "0" : "") + check + account;
    }
}
