package dev.lectern.bench.grounding;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes a good answer wrong in one way. */
final class Spoilt {
    /** The ways an oracle errs. */
    enum Fault {
        WRONG_SPAN,
        NUMBER,
        NAME,
        SENTENCE,
        LANGUAGE,
        LEAK,
        REFUSAL
    }

    private static final Pattern NUMBER = Pattern.compile("\\d+(?:[.,]\\d+)*");
    private static final Pattern ENGLISH_NUMBER = Pattern.compile(
            "\\b(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)\\b");
    private static final List<String> ENGLISH_NUMBERS = List.of(
            "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "twenty",
            "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");
    private static final Pattern CHINESE_NUMBER = Pattern.compile("[二三四五六七八九两](?=[个個名位次岁歲人年月日座部种種千百十万萬亿億%])");
    private static final Pattern NAMED = Pattern.compile("\\p{Lu}[\\p{L}'’-]+(?: \\p{Lu}[\\p{L}'’-]+)*");

    private final List<GoldPair> english;
    private final List<GoldPair> chinese;
    private final List<String> englishNames;
    private final List<String> chineseNames;

    Spoilt(List<GoldPair> pairs) {
        english = pairs.stream().filter(pair -> !pair.chinese()).toList();
        chinese = pairs.stream().filter(GoldPair::chinese).toList();
        englishNames = english.stream()
                .filter(Spoilt::isName)
                .map(GoldPair::answer)
                .distinct()
                .toList();
        chineseNames = chinese.stream()
                .filter(Spoilt::isName)
                .map(GoldPair::answer)
                .distinct()
                .toList();
    }

    /** Whether the gold answer is a name, as its question and its form tell. */
    static boolean isName(GoldPair pair) {
        if (pair.chinese()) {
            boolean asked = pair.question()
                    .matches(
                            "(?s).*(?:谁|誰|哪里|哪裡|哪个人|哪個人|哪位|哪国|哪國|哪座|何处|何處|何地|何人|什么人|哪个国家|哪個國家|哪个城市|哪個城市|哪一位|哪一國|哪个地区|哪所).*");
            return asked
                    && pair.answer().matches("[\\u4e00-\\u9fff]{2,6}|[\\u4e00-\\u9fff]{1,6}·[\\u4e00-\\u9fff·]{1,8}")
                    && !pair.answer().matches(".*[的了是在于於].*");
        }
        return pair.question()
                        .matches(
                                "(?i)(?s).*\\b(?:who|whom|where|which (?:city|country|person|man|woman|king|queen|player|team|state|company|university|band))\\b.*")
                && NAMED.matcher(pair.answer()).matches();
    }

    /** The answer spoilt in this way; empty where it has nothing to spoil so. */
    Optional<String> of(Fault fault, String answer, GoldPair pair, Dice dice) {
        return switch (fault) {
            case WRONG_SPAN -> wrongSpan(pair, dice);
            case NUMBER -> number(answer, pair, dice);
            case NAME -> name(answer, pair, dice);
            case SENTENCE -> Optional.of(answer.replaceFirst("[.。]?$", "") + sentence(pair, dice));
            case LANGUAGE -> Optional.of(language(pair, dice));
            case LEAK ->
                Optional.of(
                        String.format(dice.one(pair.chinese() ? Phrases.LEAKS_ZH : Phrases.LEAKS_EN, "leak"), answer));
            case REFUSAL ->
                Optional.of(dice.one(pair.chinese() ? Phrases.REFUSALS_ZH : Phrases.REFUSALS_EN, "refusal"));
        };
    }

    /** Another stretch of the paragraph, of the gold answer's length. */
    private static Optional<String> wrongSpan(GoldPair pair, Dice dice) {
        if (pair.chinese()) {
            List<String> parts = List.of(pair.context().split("[，。；]"));
            return Optional.of(dice.one(parts, "span"))
                    .filter(part -> part.length() > 2 && !part.contains(pair.answer()));
        }
        List<String> words = List.of(pair.context().split(" "));
        int length = pair.answer().split(" ").length;
        int from = (int) (dice.share("span") * Math.max(1, words.size() - length));
        String span = String.join(" ", words.subList(from, Math.min(words.size(), from + length)));
        return Optional.of(span)
                .filter(other ->
                        !other.contains(pair.answer()) && !pair.answer().contains(other));
    }

    private static Optional<String> number(String answer, GoldPair pair, Dice dice) {
        Matcher digits = NUMBER.matcher(answer);
        if (digits.find()) {
            String other = otherDigits(digits.group(), dice);
            return Optional.of(answer.substring(0, digits.start()) + other + answer.substring(digits.end()))
                    .filter(changed ->
                            !pair.context().contains(other) && !pair.question().contains(other));
        }
        if (pair.chinese()) {
            Matcher han = CHINESE_NUMBER.matcher(answer);
            return han.find()
                    ? Optional.of(answer.substring(0, han.start())
                            + otherHan(han.group(), dice)
                            + answer.substring(han.end()))
                    : Optional.empty();
        }
        Matcher word = ENGLISH_NUMBER.matcher(answer);
        if (!word.find()) {
            return Optional.empty();
        }
        String other = dice.one(
                ENGLISH_NUMBERS.stream()
                        .filter(each -> !each.equals(word.group()))
                        .toList(),
                "number");
        return Optional.of(answer.substring(0, word.start()) + other + answer.substring(word.end()))
                .filter(changed -> !pair.context().matches("(?is).*\\b" + other + "\\b.*"));
    }

    private static String otherDigits(String number, Dice dice) {
        char[] changed = number.toCharArray();
        int at;
        int turn = 0;
        do {
            at = (int) (dice.share("at" + turn++) * changed.length);
        } while (!Character.isDigit(changed[at]));
        int digit = changed[at] - '0';
        int other = (digit + 1 + (int) (dice.share("digit") * 9)) % 10;
        changed[at] = (char) ('0' + (at == 0 && other == 0 ? (digit == 9 ? 8 : digit + 1) : other));
        return new String(changed);
    }

    private static String otherHan(String han, Dice dice) {
        return dice.one(
                List.of("三", "四", "五", "六", "七", "八").stream()
                        .filter(each -> !each.equals(han))
                        .toList(),
                "number");
    }

    /** The gold name made another: a name out of another article, whole, or in one of its words. */
    private Optional<String> name(String answer, GoldPair pair, Dice dice) {
        if (!isName(pair) || !answer.contains(pair.answer())) {
            return Optional.empty();
        }
        String other = dice.one(pair.chinese() ? chineseNames : englishNames, "name");
        String[] words = pair.answer().split(" ", -1);
        String changed = words.length > 1 && dice.share("part") < 0.4
                ? pair.answer().replace(words[words.length - 1], last(other))
                : other;
        boolean there = pair.context().contains(changed)
                || pair.context().contains(last(changed))
                || pair.question().contains(last(changed));
        return there ? Optional.empty() : Optional.of(answer.replace(pair.answer(), changed));
    }

    private static String last(String name) {
        return name.substring(name.lastIndexOf(' ') + 1);
    }

    private String sentence(GoldPair pair, Dice dice) {
        List<GoldPair> others = pair.chinese() ? chinese : english;
        String foreign = dice.one(others, "foreign").sentence();
        String vague = dice.one(pair.chinese() ? Phrases.VAGUE_ZH : Phrases.VAGUE_EN, "vague");
        return (pair.chinese() ? "。" : ". ") + (dice.share("sentence") < 0.5 ? foreign : vague);
    }

    private String language(GoldPair pair, Dice dice) {
        if (dice.share("language") < 0.5) {
            return dice.one(pair.chinese() ? english : chinese, "other").sentence();
        }
        return String.format(
                dice.one(pair.chinese() ? Phrases.FOREIGN_ZH : Phrases.FOREIGN_EN, "template"), pair.answer());
    }
}
