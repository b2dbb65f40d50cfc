package dev.lectern.stage.answer;

import dev.lectern.corpus.Retriever;
import dev.lectern.stage.Tools;
import dev.lectern.text.Words;
import dev.lectern.text.claim.Numbers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether two answers say the same. */
@FunctionalInterface
interface Agreement {
    Pattern NUMBER = Pattern.compile("-?\\d[\\d,]*(?:\\.\\d+)?");
    Pattern ARTICLES = Pattern.compile("\\b(?:the|an?)\\b ?");

    boolean agree(String one, String other);

    /** @param how {@code exact}, {@code numeric} or {@code embedding} */
    static Agreement by(String how, double alike, Tools tools) {
        return switch (how) {
            case "exact" -> Agreement::sameWords;
            case "embedding" ->
                (one, other) -> sameWords(one, other)
                        || (numbers(one).equals(numbers(other))
                                && tools.retriever(Retriever.By.VECTOR).likeness(one, other) >= alike);
            default -> Agreement::sameLastNumber;
        };
    }

    static boolean sameWords(String one, String other) {
        return plain(one).equals(plain(other));
    }

    private static boolean sameLastNumber(String one, String other) {
        List<String> first = inOrder(one);
        List<String> second = inOrder(other);
        boolean byWords = first.isEmpty() || second.isEmpty();
        return byWords ? sameWords(one, other) : first.getLast().equals(second.getLast());
    }

    private static String plain(String answer) {
        return ARTICLES.matcher(Words.question(answer)).replaceAll("").strip();
    }

    /** In whatever order they stand: two answers with other numbers are near each other for any embedder. */
    private static List<String> numbers(String answer) {
        List<String> numbers = inOrder(answer);
        Collections.sort(numbers);
        return numbers;
    }

    private static List<String> inOrder(String answer) {
        Matcher number = NUMBER.matcher(Words.foldWidth(answer));
        List<String> numbers = new ArrayList<>();
        while (number.find()) {
            numbers.add(Numbers.plain(number.group().replace(",", "")));
        }
        return numbers;
    }
}
