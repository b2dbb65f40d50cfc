package dev.lectern.redact;

import static java.util.regex.Pattern.CASE_INSENSITIVE;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What personal data of each kind looks like. Meant to find too much rather than too little: what is put back does no harm, what goes out
 * may. Works on text whose digits, dashes and spaces are all ASCII.
 */
final class Patterns {
    /** @param group which part of a match is the data itself */
    private record Rule(PersonalData kind, Pattern pattern, int group, Predicate<String> holds) {
        Rule(PersonalData kind, String pattern, Predicate<String> holds) {
            this(kind, Pattern.compile(pattern), 0, holds);
        }

        Rule(PersonalData kind, String pattern) {
            this(kind, pattern, text -> true);
        }
    }

    /** Where the number is announced, what looks like none is believed to be one. */
    private static Rule announced(PersonalData kind, String words, String number, Predicate<String> holds) {
        return new Rule(
                kind,
                Pattern.compile("(?:" + words + ")[^\\d\\n+(]{0,16}(" + number + ")", CASE_INSENSITIVE),
                1,
                holds);
    }

    private static final String BEGINS = "(?<![\\dA-Za-z])";
    private static final String ENDS = "(?![\\d])";

    /** In the order in which they are believed where they meet. */
    private static final List<Rule> RULES = List.of(
            new Rule(
                    PersonalData.EMAIL,
                    BEGINS + "[A-Za-z0-9][A-Za-z0-9._%+'-]{0,80}@(?:[A-Za-z0-9-]{1,63}\\.)+[A-Za-z]{2,24}"),
            new Rule(
                    PersonalData.EMAIL,
                    BEGINS + "[A-Za-z0-9][A-Za-z0-9._%+-]{0,80} ?[\\[({<](?:at|AT|@)[\\])}>] ?"
                            + "[A-Za-z0-9-]{1,63}(?: ?(?:\\.|[\\[({<](?:dot|DOT|\\.)[\\])}>]) ?[A-Za-z0-9-]{1,63})+"),
            new Rule(
                    PersonalData.ID,
                    "(?<!\\d)[1-9]\\d{5}[ -]?(?:18|19|20)\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])[ -]?\\d{3}[\\dXx]"
                            + "(?![\\dA-Za-z])",
                    text -> Digits.resident(Digits.of(text))),
            new Rule(PersonalData.ID, BEGINS + "(?!000|666|9)\\d{3}([- ])(?!00)\\d{2}\\1(?!0000)\\d{4}(?![\\d-])"),
            new Rule(
                    PersonalData.IBAN,
                    BEGINS + "[A-Z]{2}\\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?(?![A-Za-z0-9])",
                    text -> Digits.iban(Digits.of(text))),
            new Rule(
                    PersonalData.CARD,
                    "(?<!\\d)[2-6]\\d{3}(?:[ -]?\\d){9,15}" + ENDS,
                    text -> Digits.luhn(Digits.of(text))),
            announced(
                    PersonalData.ID,
                    "身份证号?码?|resident id|id card|identity (?:card|number)|SSN|social security(?: number| no\\.?)?",
                    "\\d[\\d -]{6,22}[\\dXx]",
                    text -> true),
            // Anywhere, with the country's number: before the forms of single countries, which would leave it standing.
            new Rule(
                    PersonalData.PHONE,
                    "(?<![\\dA-Za-z])(?:\\+|(?<!\\d[ -])00)[1-9]\\d{0,2}(?:[-. /]?\\(?\\d{1,5}\\)?){2,6}" + ENDS,
                    text -> inRange(text, 8, 15)),
            // China: mobile, then fixed lines with their area, then service lines.
            new Rule(PersonalData.PHONE, "(?<!\\d)(?:(?:\\+|00)?86[- ]?)?1[3-9]\\d[- ]?\\d{4}[- ]?\\d{4}" + ENDS),
            new Rule(
                    PersonalData.PHONE,
                    "(?<!\\d)(?:\\(0\\d{2,3}\\)|0\\d{2,3})[- ]?[2-8]\\d{2,3}[- ]?\\d{4}(?:[-转]\\d{1,5})?" + ENDS),
            new Rule(PersonalData.PHONE, BEGINS + "[48]00[- ]\\d{3}[- ]?\\d{4}" + ENDS),
            // The United States and Canada.
            new Rule(
                    PersonalData.PHONE,
                    BEGINS + "(?:\\+?1[-. ]?)?(?:\\([2-9]\\d{2}\\) ?|[2-9]\\d{2}[-. ])\\d{3}[-. ]\\d{4}"
                            + "(?: ?(?:x|ext\\.?) ?\\d{1,5})?" + ENDS),
            announced(
                    PersonalData.PHONE,
                    "\\b(?:tel|phone|telephone|mobile|fax|whatsapp)\\b|电话|手机|致电|传真|联系方式|微信",
                    "\\+?\\(?\\d[\\d(). -]{5,18}\\d",
                    text -> inRange(text, 7, 15)),
            new Rule(
                    PersonalData.IP,
                    "(?<![\\d.vV])(?:\\d{1,3}\\.){3}\\d{1,3}(?![\\d.]\\d)",
                    Patterns::isPublicAddress));

    private Patterns() {}

    /** All that is found, whether it meets other finds or not, the most believed first. */
    static List<Found> in(String text) {
        List<Found> all = new ArrayList<>();
        for (Rule rule : RULES) {
            Matcher matcher = rule.pattern.matcher(text);
            while (matcher.find()) {
                if (rule.holds.test(matcher.group(rule.group))) {
                    all.add(new Found(matcher.start(rule.group), matcher.end(rule.group), rule.kind));
                }
            }
        }
        return all;
    }

    private static boolean inRange(String text, int least, int most) {
        int digits = Digits.of(text).length();
        return digits >= least && digits <= most;
    }

    /** Neither a private network's nor a machine's own nor an example's. */
    private static boolean isPublicAddress(String text) {
        String[] parts = text.split("\\.", -1);
        int[] octets = new int[parts.length];
        for (int i = 0; i < octets.length; i++) {
            octets[i] = Integer.parseInt(parts[i]);
            if (octets[i] > 255) {
                return false;
            }
        }
        int first = octets[0];
        int second = octets[1];
        boolean home = first == 10 || first == 127 || (first == 192 && second == 168);
        boolean shared = (first == 172 && second >= 16 && second < 32) || (first == 169 && second == 254);
        return !home && !shared && first != 0 && first < 224;
    }
}
