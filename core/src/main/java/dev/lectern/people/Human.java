package dev.lectern.people;

import dev.lectern.sample.Lineage;
import dev.lectern.sample.Sample;
import dev.lectern.sample.Turn;
import dev.lectern.text.Hash;
import dev.lectern.text.Languages;
import java.util.ArrayList;
import java.util.List;

/** Rows that people wrote: how they are marked, and how they come to be. */
public final class Human {
    /** The tag that says what of a row is a person's. */
    public static final String TAG = "human";

    /** Question and answer: no stage changes or drops such a row. */
    public static final String ROW = "row";

    /** What such a row counts against one that a model wrote, for whoever weighs rows. */
    public static final String WEIGHT = "weight";

    private static final double TWICE = 2;

    private Human() {}

    /** Whether question and answer are a person's. */
    public static boolean isRow(Sample sample) {
        return ROW.equals(sample.tags().get(TAG));
    }

    /** The row with a person's words in the place of its first question and its last answer. */
    static Sample rewritten(Sample before, String question, String answer) {
        List<Turn> turns = new ArrayList<>(before.messages());
        for (int i = 0; i < turns.size(); i++) {
            if (turns.get(i).role().equals("user")) {
                turns.set(i, Turn.user(question));
                break;
            }
        }
        for (int i = turns.size() - 1; i >= 0; i--) {
            if (turns.get(i).role().equals("assistant")) {
                turns.set(i, Turn.assistant(answer));
                break;
            }
        }
        return marked(before.child(Hash.id(TAG, before.id(), question, answer), turns, before.task()));
    }

    /** @param task its kind; a plain question where the person says nothing */
    public static Sample added(String question, String answer, String task, String language) {
        Sample bare = Sample.seedling(
                Hash.id(TAG, question, answer),
                language.isEmpty() ? Languages.of(question) : language,
                List.of(),
                Lineage.of(TAG));
        return marked(bare.child(
                        bare.id(), List.of(Turn.user(question), Turn.assistant(answer)), task.isEmpty() ? "qa" : task)
                .withLineage(bare.lineage()));
    }

    private static Sample marked(Sample sample) {
        return sample.withTag(TAG, ROW).withScore(WEIGHT, TWICE);
    }
}
