package dev.lectern.kind;

import dev.lectern.sample.Sample;
import dev.lectern.sample.Turn;
import dev.lectern.text.Han;
import dev.lectern.text.Languages;
import dev.lectern.text.Leaks;
import dev.lectern.text.Words;
import dev.lectern.text.sums.Sums;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A question that takes several steps: the chain of thought stands apart from the answer, ends in it, and what it reckons is reckoned again. */
record Reasoning() implements TaskKind {
    private static final Pattern NUMBER = Pattern.compile("\\d[\\d,]*(?:\\.\\d+)?");
    /** Words too short to tell anything; a Han character is a word of its own and tells. */
    private static final int TELLING = 4;
    /** Of an answer in words at least this share of its words comes up in the chain. */
    private static final double ENDS_IN_ANSWER = 0.5;

    @Override
    public String name() {
        return "reasoning";
    }

    @Override
    public AnswerForm form() {
        return new ReasonedAnswer();
    }

    @Override
    public Optional<String> fault(Sample sample, List<String> passages) {
        String chain = sample.messages().getLast().reasoning().orElse("");
        String answer = sample.answer();
        if (Words.count(chain) < 3) {
            return Optional.of("no chain of thought");
        } else if (Leaks.find(chain).isPresent()) {
            return Optional.of("reasoning points at the source");
        } else if (answer.contains(chain)) {
            return Optional.of("reasoning stands in the answer");
        } else if (otherLanguage(chain, answer)) {
            return Optional.of("reasoning in another language");
        } else if (!endsIn(chain, answer)) {
            return Optional.of("reasoning does not end in the answer");
        }
        return Sums.wrong(chain + "\n\n" + answer).isEmpty() ? Optional.empty() : Optional.of("wrong arithmetic");
    }

    /** The last turn with its chain of thought and without it. */
    static Turn thought(String response, String chain) {
        return Turn.assistant(response).withReasoning(Optional.of(chain));
    }

    private static boolean otherLanguage(String chain, String answer) {
        return Han.mostly(Languages.withoutCode(chain)) != Han.mostly(Languages.withoutCode(answer))
                && Words.count(chain) > TELLING
                && Words.count(answer) > TELLING;
    }

    /** Where the first line of the answer holds numbers, one of them stands in the second half of the chain; else its words come up there. */
    private static boolean endsIn(String chain, String answer) {
        String first = answer.strip().lines().findFirst().orElse("");
        Set<String> numbers = numbers(first);
        if (!numbers.isEmpty()) {
            Set<String> reached = numbers(chain.substring(chain.length() / 2));
            return numbers.stream().anyMatch(reached::contains);
        }
        List<String> words =
                Words.of(first).stream().filter(Reasoning::tells).distinct().toList();
        Set<String> thought = new HashSet<>(Words.of(chain));
        long found = words.stream().filter(thought::contains).count();
        return words.isEmpty() || found >= ENDS_IN_ANSWER * words.size();
    }

    private static boolean tells(String word) {
        return word.length() >= TELLING || Han.any(word);
    }

    private static Set<String> numbers(String text) {
        Set<String> numbers = new HashSet<>();
        Matcher matcher = NUMBER.matcher(Words.foldWidth(text));
        while (matcher.find()) {
            numbers.add(matcher.group().replace(",", ""));
        }
        return numbers;
    }
}
