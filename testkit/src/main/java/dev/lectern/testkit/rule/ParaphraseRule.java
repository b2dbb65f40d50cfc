package dev.lectern.testkit.rule;

/** Says a sentence in other words by putting its second half first. */
record ParaphraseRule() implements KindRule {
    @Override
    public String kind() {
        return "paraphrase";
    }

    @Override
    public String instruction(String sentence, String begin, boolean chinese) {
        return (chinese ? "请用通俗的话改写下面这段文字：" : "Say this in plain words for a colleague:") + "\n\n" + sentence;
    }

    @Override
    public String response(String sentence, boolean chinese) {
        int half = chinese ? sentence.length() / 2 : sentence.indexOf(' ', sentence.length() / 2);
        return sentence.substring(half).strip()
                + (chinese ? "，" : ", ")
                + sentence.substring(0, half).strip();
    }

    @Override
    public String spoilt(String sentence, boolean chinese) {
        return sentence;
    }
}
