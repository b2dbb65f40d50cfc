package dev.lectern.testkit.rule;

/** Makes a list of a sentence. */
record EditingRule() implements KindRule {
    @Override
    public String kind() {
        return "editing";
    }

    @Override
    public String instruction(String sentence, String begin, boolean chinese) {
        return (chinese ? "请把下面这段文字改成列表的一项：" : "Turn this text into an item of a list:") + "\n\n" + sentence;
    }

    @Override
    public String response(String sentence, boolean chinese) {
        return "- " + sentence;
    }

    @Override
    public String spoilt(String sentence, boolean chinese) {
        return sentence;
    }
}
