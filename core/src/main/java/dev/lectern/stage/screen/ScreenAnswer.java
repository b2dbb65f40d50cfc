package dev.lectern.stage.screen;

import dev.lectern.sample.Evidence;
import dev.lectern.sample.Outcome;
import dev.lectern.sample.Sample;
import dev.lectern.stage.PerSample;
import dev.lectern.stage.Tools;
import dev.lectern.stage.Trait;
import dev.lectern.text.Han;
import dev.lectern.text.Languages;
import dev.lectern.text.Leaks;
import dev.lectern.text.Words;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Drops an answer that is empty, too short or too long, declines although the row is answerable, points at a text the reader
 * does not see, repeats its instruction, is in another language than the instruction, or holds a number that neither the
 * quotes nor the instruction state.
 *
 * @param words least and, if given, most words
 * @param characters the same for Chinese, in characters
 */
public record ScreenAnswer(List<Integer> words, List<Integer> characters) implements PerSample {
    /** Names of people and places look like other languages; under so many words nothing is said of an answer's language. */
    private static final int ENOUGH_TO_TELL = 6;
    /** Two languages in one script are told apart by function words alone, so more of them are asked for. */
    private static final int ENOUGH_IN_ONE_SCRIPT = 12;
    /** A question about words of another language is answered in it. */
    private static final Pattern OF_LANGUAGES = Pattern.compile(
            "(?i)英文|英语|英語|中文|汉语|漢語|日文|日语|法语|德语|外文|原名|全称|全稱|\\b(?:english|chinese|german|french|spanish|latin|translate|translation)\\b");

    public ScreenAnswer() {
        this(List.of(1), List.of(1));
    }

    public ScreenAnswer {
        words = Length.checked("words", words);
        characters = Length.checked("characters", characters);
    }

    @Override
    public Set<Trait> needs() {
        return Set.of(Trait.QUESTION, Trait.ANSWER);
    }

    @Override
    public List<Outcome> apply(Sample sample, Tools tools) {
        return List.of(fault(sample)
                .<Outcome>map(reason -> new Outcome.Dropped(sample, reason))
                .orElseGet(() -> new Outcome.Kept(sample)));
    }

    private Optional<String> fault(Sample sample) {
        String answer = sample.answer().strip();
        // An operator or a sign in code is an answer, though it has no letter.
        if (answer.isEmpty()
                || (answer.indexOf('`') < 0 && answer.codePoints().noneMatch(Character::isLetterOrDigit))) {
            return Optional.of("empty");
        }
        Optional<String> length = answer.indexOf('`') < 0 ? Length.fault(answer, words, characters) : Optional.empty();
        if (length.isPresent()) {
            return length;
        }
        boolean unanswerable = sample.task().equals(LocateQuotes.UNANSWERABLE);
        Input input = Input.of(sample);
        if (!unanswerable && Refusals.is(answer)) {
            return Optional.of("refusal");
        } else if (!unanswerable && !input.present() && Leaks.find(answer).isPresent()) {
            return Optional.of("points at the source");
        } else if (Words.question(answer).equals(Words.question(input.instruction()))) {
            return Optional.of("echo");
        } else if (!sample.task().equals("translation") && otherLanguage(input.instruction(), answer)) {
            return Optional.of("wrong language");
        }
        return !unanswerable && inventsNumber(sample, answer) ? Optional.of("invented number") : Optional.empty();
    }

    /** Code and names do not count, so that a Chinese question about a command may be answered with the command. */
    private static boolean otherLanguage(String instruction, String answer) {
        String asked = Languages.of(instruction);
        String answered = Languages.of(answer);
        boolean known = !asked.equals(Languages.UNKNOWN) && !answered.equals(Languages.UNKNOWN);
        if (!known
                || asked.equals(answered)
                || OF_LANGUAGES.matcher(instruction).find()) {
            return false;
        }
        String prose = Languages.withoutCode(answer);
        if (asked.equals("zh")) {
            return !Han.any(prose) && Words.count(prose) >= ENOUGH_TO_TELL && !isNames(prose);
        }
        // "MIT OpenCourseWare 指什么" is a Chinese question, though most of its words are names.
        boolean mixed = answered.equals("zh") && Han.any(Languages.withoutCode(instruction));
        return !mixed && Words.count(prose) >= (answered.equals("zh") ? ENOUGH_TO_TELL : ENOUGH_IN_ONE_SCRIPT);
    }

    /** Is every word a name: a capital, a digit or a mark of code in it? */
    private static boolean isNames(String prose) {
        return Stream.of(prose.split("[\\s,;/、，；]+", -1))
                .filter(word -> !word.isBlank())
                .allMatch(word ->
                        !word.equals(word.toLowerCase(java.util.Locale.ROOT)) || word.matches(".*[\\d_.:()<>\\-].*"));
    }

    private static boolean inventsNumber(Sample sample, String answer) {
        if (sample.evidence().isEmpty()) {
            return false;
        }
        List<String> sources = Stream.concat(
                        sample.evidence().stream().map(Evidence::quote), Stream.of(sample.instruction()))
                .toList();
        return Numbers.invented(answer, sources);
    }
}
