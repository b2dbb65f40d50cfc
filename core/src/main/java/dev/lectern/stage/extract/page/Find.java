package dev.lectern.stage.extract.page;

import dev.lectern.corpus.Span;
import java.util.List;
import java.util.Optional;

/**
 * A question and the place of its answer.
 *
 * @param wordings the question in several phrasings that mean the same; one is drawn by the sample's own chance. Each is complete
 * @param about what the question is about, lower case: of finds with the same {@code about} on a page only the first family's stays.
 *     Empty where nothing competes
 * @param input a piece of the document that the instruction works on (classification, summary); part of the evidence
 * @param rank smaller is better among the finds of one family
 */
public record Find(
        Family family,
        Section section,
        List<String> wordings,
        Answer answer,
        Optional<Span> input,
        String about,
        int rank) {
    public Find {
        wordings = List.copyOf(wordings);
        if (wordings.isEmpty()) {
            throw new IllegalArgumentException("a find needs a wording");
        }
    }

    public Find(Family family, Section section, List<String> wordings, Answer answer) {
        this(family, section, wordings, answer, Optional.empty(), "", 0);
    }

    public Find about(String subject) {
        return new Find(family, section, wordings, answer, input, subject, rank);
    }

    public Find withInput(Span passage) {
        return new Find(family, section, wordings, answer, Optional.of(passage), about, rank);
    }

    public Find ranked(int newRank) {
        return new Find(family, section, wordings, answer, input, about, newRank);
    }
}
