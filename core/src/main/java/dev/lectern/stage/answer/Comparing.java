package dev.lectern.stage.answer;

import dev.lectern.model.ChatRequest;
import dev.lectern.prompt.ChoiceReply;
import dev.lectern.prompt.Fenced;
import dev.lectern.prompt.Understood;
import dev.lectern.sample.Sample;
import dev.lectern.stage.Tools;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/**
 * Has a judge compare answers to one question, always in both orders, so that where an answer stands decides nothing. Keeps what was asked
 * on the way with the row. For one thread.
 */
final class Comparing {
    static final String CHOICE = "vote/choice";
    static final String PAIR = "vote/pair";

    /** What a judge that sees two answers may say besides: they say the same. */
    private static final int SAME = 3;

    private final Tools tools;
    private Sample asked;

    Comparing(Sample asked, Tools tools) {
        this.asked = asked;
        this.tools = tools;
    }

    /** The question with all calls so far. */
    Sample asked() {
        return asked;
    }

    void call(String key) {
        asked = asked.withLineage(asked.lineage().withCall(key));
    }

    /** What another stage of the work asked. */
    void say(Sample later) {
        asked = asked.withLineage(later.lineage());
    }

    void score(String name, double value) {
        asked = asked.withScore(name, value);
    }

    /** The best of the answers that differ; where the judge sways with the order, the vote decides. */
    int best(Ballot ballot) {
        List<Integer> one = new ArrayList<>(new LinkedHashSet<>(ballot.groups()));
        List<Integer> other = new ArrayList<>(one);
        Collections.reverse(other);
        int choice = one.get(choice(CHOICE, ballot.answers(), one, one.size()) - 1);
        int again = other.get(choice(CHOICE, ballot.answers(), other, one.size()) - 1);
        return choice == again ? choice : ballot.first().getFirst();
    }

    /** Each two answers that are not word for word the same are held against each other: they say the same, or one is better. */
    Ballot inPairs(List<String> answers) {
        List<Integer> words = Ballot.of(answers, Agreement::sameWords).groups();
        List<Integer> distinct = new ArrayList<>(new LinkedHashSet<>(words));
        int[] group = new int[answers.size()];
        int[] wins = new int[answers.size()];
        for (int i = 0; i < distinct.size(); i++) {
            int one = distinct.get(i);
            group[one] = one;
            for (int earlier : distinct.subList(0, i)) {
                switch (verdict(answers, earlier, one)) {
                    case SAME -> group[one] = group[one] == one ? group[earlier] : group[one];
                    case ONE -> wins[earlier]++;
                    case OTHER -> wins[one]++;
                    case NONE -> {}
                }
            }
        }
        int[] ofGroup = new int[answers.size()];
        distinct.forEach(answer -> ofGroup[group[answer]] += wins[answer]);
        List<Integer> groups = words.stream().map(answer -> group[answer]).toList();
        return new Ballot(
                answers, groups, groups.stream().map(answer -> ofGroup[answer]).toList());
    }

    private enum Verdict {
        SAME,
        ONE,
        OTHER,
        /** With the order its mind changed, so the judge has said nothing. */
        NONE
    }

    private Verdict verdict(List<String> answers, int one, int other) {
        int first = choice(PAIR, answers, List.of(one, other), SAME);
        int second = choice(PAIR, answers, List.of(other, one), SAME);
        if (first == SAME && second == SAME) {
            return Verdict.SAME;
        } else if (first == 1 && second == 2) {
            return Verdict.ONE;
        }
        return first == 2 && second == 1 ? Verdict.OTHER : Verdict.NONE;
    }

    private int choice(String prompt, List<String> answers, List<Integer> order, int choices) {
        boolean chinese = asked.language().startsWith("zh");
        StringBuilder shown = new StringBuilder();
        for (int i = 0; i < order.size(); i++) {
            shown.append(i == 0 ? "" : "\n\n")
                    .append(chinese ? "回答 " : "Answer ")
                    .append(i + 1)
                    .append('\n')
                    .append(Fenced.text(answers.get(order.get(i))));
        }
        List<Fenced.Shown> passages = asked.evidence().stream()
                .map(e -> new Fenced.Shown(tools.corpus().passage(e.passage()).headings(), e.quote()))
                .toList();
        Map<String, String> values = Map.of(
                "passages", Fenced.passages(passages, asked.language()),
                "instruction", Fenced.text(asked.instruction()),
                "answers", shown.toString());
        ChatRequest request = ChatRequest.of(
                        tools.prompts().prompt(prompt, asked.language()).fill(values))
                .withSchema(ChoiceReply.schema(choices));
        Understood<ChoiceReply> reply =
                Understood.ask(tools.model("judge"), request, text -> ChoiceReply.read(text, choices));
        call(reply.key());
        return reply.value().choice();
    }
}
