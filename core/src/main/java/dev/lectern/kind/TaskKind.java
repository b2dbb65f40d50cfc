package dev.lectern.kind;

import dev.lectern.sample.Sample;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A kind of task that rows are made of. Two prompts belong to each, in every language: {@code ask-from-evidence/NAME}, one line that says
 * what to ask for, and {@code answer-from-evidence/NAME}, which says how to answer and in what form. Kinds keep nothing.
 */
public interface TaskKind {
    /** As {@code --tasks}, prompts and rows write it: {@code qa}. */
    String name();

    /** The prompt that says what to ask for; has the place {@code {{count}}}. */
    default String askPrompt() {
        return "ask-from-evidence/" + name();
    }

    /** The prompt that says how to answer; its text stands beneath the instruction. */
    default String answerPrompt() {
        return "answer-from-evidence/" + name();
    }

    /** Whether the instruction brings a text along to work on, after a blank line. */
    default boolean bringsText() {
        return false;
    }

    /** Whether "this text" or "which of these" points at something that the instruction itself holds. */
    default boolean pointsWithin(String instruction) {
        return bringsText() && instruction.contains("\n\n");
    }

    /** Whether a row needs a quote that supports its answer. */
    default boolean needsQuotes() {
        return true;
    }

    /** Whether rows of the kind need the user's tools. */
    default boolean needsTools() {
        return false;
    }

    /** Whether an answer that declines may be the right one. */
    default boolean mayDecline(Sample sample) {
        return false;
    }

    /** Why a row is dropped to which the model has no answer to give. */
    default String silence() {
        return "evidence does not say";
    }

    /** The axes of {@link Variety} that rows of this kind differ by; an answer in a form of its own is no list and no table. */
    default Set<String> axes() {
        return form().equals(AnswerForm.plain())
                ? Set.of("phrasing", "length", "audience", "difficulty", "form")
                : Set.of("phrasing");
    }

    /** What the model is asked for as an answer, and how that becomes messages. */
    default AnswerForm form() {
        return AnswerForm.plain();
    }

    /**
     * What is wrong with a finished row as one of this kind; beyond what holds for rows of every kind.
     *
     * @param passages the whole passages that the row's evidence stands in
     * @return a reason that people can read, the same words for the same fault
     */
    Optional<String> fault(Sample sample, List<String> passages);
}
