package dev.lectern.stage.answer;

import dev.lectern.text.Words;
import dev.lectern.text.claim.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Answers in the order of their voters, and which of them say the same. */
record Ballot(List<String> answers, List<Integer> groups) {
    private static final Pattern NUMBER = Pattern.compile("-?\\d[\\d,]*(?:\\.\\d+)?");
    private static final Pattern ARTICLES = Pattern.compile("\\b(?:the|an?)\\b ?");

    Ballot {
        answers = List.copyOf(answers);
        groups = List.copyOf(groups);
    }

    /** @param agree {@code exact}: the same words; {@code numeric}: the same last number, or the same words where one has none */
    static Ballot of(List<String> answers, String agree) {
        List<Integer> groups = new ArrayList<>();
        for (String answer : answers) {
            int group = groups.size();
            for (int i = 0; i < groups.size(); i++) {
                if (same(answers.get(i), answer, agree)) {
                    group = groups.get(i);
                    break;
                }
            }
            groups.add(group);
        }
        return new Ballot(answers, groups);
    }

    private static boolean same(String one, String other, boolean numeric) {
        String first = numeric ? lastNumber(one) : "";
        String second = numeric ? lastNumber(other) : "";
        boolean byWords = first.isEmpty() || second.isEmpty();
        return byWords ? plain(one).equals(plain(other)) : first.equals(second);
    }

    private static boolean same(String one, String other, String agree) {
        return same(one, other, agree.equals("numeric"));
    }

    private static String plain(String answer) {
        return ARTICLES.matcher(Words.question(answer)).replaceAll("").strip();
    }

    private static String lastNumber(String answer) {
        Matcher number = NUMBER.matcher(Words.foldWidth(answer));
        String last = "";
        while (number.find()) {
            last = number.group();
        }
        return Numbers.plain(last.replace(",", ""));
    }

    /** How many say what this one says. */
    int votes(int answer) {
        return (int) groups.stream().filter(groups.get(answer)::equals).count();
    }

    int most() {
        int most = 0;
        for (int i = 0; i < answers.size(); i++) {
            most = Math.max(most, votes(i));
        }
        return most;
    }

    /** Do answers that differ have the most votes? */
    boolean tied() {
        return first().stream().map(groups::get).distinct().count() > 1;
    }

    /** The answers with the most votes, in the order of their voters. */
    List<Integer> first() {
        List<Integer> first = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            if (votes(i) == most()) {
                first.add(i);
            }
        }
        return first;
    }

    double agreement() {
        return (double) most() / answers.size();
    }
}
