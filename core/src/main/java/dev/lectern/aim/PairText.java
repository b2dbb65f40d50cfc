package dev.lectern.aim;

/** A pair as it is compared with others: the question, then the answer. */
public final class PairText {
    private PairText() {}

    /** @param answer may be empty, then the question stands alone */
    public static String of(String question, String answer) {
        return answer.isBlank() ? question.strip() : question.strip() + "\n" + answer.strip();
    }
}
