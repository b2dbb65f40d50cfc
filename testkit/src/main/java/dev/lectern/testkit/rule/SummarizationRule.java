package dev.lectern.testkit.rule;

/** Sums up a passage by one of its sentences. */
record SummarizationRule() implements KindRule {
    @Override
    public String kind() {
        return "summarization";
    }

    @Override
    public String instruction(String sentence, String begin, boolean chinese) {
        return (chinese ? "请用一句话给新同事概括“%s”这件事" : "Sum up in one sentence for a newcomer: \"%s\"").formatted(begin);
    }

    @Override
    public String response(String sentence, boolean chinese) {
        return sentence;
    }

    @Override
    public String spoilt(String sentence, boolean chinese) {
        // As long as any passage.
        return (sentence + " ").repeat(100).strip();
    }
}
