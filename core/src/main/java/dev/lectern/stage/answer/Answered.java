package dev.lectern.stage.answer;

import dev.lectern.model.ChatModel;
import dev.lectern.model.ModelException;
import dev.lectern.sample.Outcome;
import dev.lectern.sample.Sample;
import dev.lectern.stage.Tools;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What voters made of one question.
 *
 * @param asked the question, with the calls of all
 * @param rows answered, in the order of the voters
 * @param names of the models that answered them
 * @param voters which voter each is of, from 1
 * @param silent names of those that gave no answer, once at least
 */
record Answered(Sample asked, List<Sample> rows, List<String> names, List<Integer> voters, Set<String> silent) {
    /** @param draws answers of each; the n-th is a deliberate asking of its own */
    static Answered by(List<ChatModel> models, int draws, String goal, Sample sample, Tools tools) {
        Answered answered =
                new Answered(sample, new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new TreeSet<>());
        for (int voter = 0; voter < models.size(); voter++) {
            for (int draw = 0; draw < draws; draw++) {
                answered = answered.and(models.get(voter), voter + 1, new Draft(goal, draw), tools);
            }
        }
        return answered;
    }

    private Answered and(ChatModel model, int voter, Draft draft, Tools tools) {
        String name = model.id().name();
        try {
            Outcome outcome = draft.by(model, asked, tools);
            if (outcome instanceof Outcome.Kept kept) {
                rows.add(kept.sample());
                names.add(name);
                voters.add(voter);
            } else {
                silent.add(name);
            }
            return new Answered(asked.withLineage(outcome.sample().lineage()), rows, names, voters, silent);
        } catch (ModelException e) {
            // One that cannot be reached has not answered yet, and the row waits for it.
            if (e.kind() != ModelException.Kind.REFUSED) {
                throw e;
            }
            silent.add(name);
            return this;
        }
    }

    /** The answers of a voter, by their places. */
    List<Integer> of(int voter) {
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < voters.size(); i++) {
            if (voters.get(i) == voter) {
                places.add(i);
            }
        }
        return places;
    }
}
