package dev.lectern.testkit.rule;

/** Takes the longest word out of a sentence. */
record ExtractionRule() implements KindRule {
    @Override
    public String kind() {
        return "extraction";
    }

    @Override
    public String instruction(String sentence, String begin, boolean chinese) {
        return (chinese ? "请从“%s”相关内容中列出提到的事物" : "List what \"%s\" names, one item a line.").formatted(begin);
    }

    @Override
    public String response(String sentence, boolean chinese) {
        return "- " + KindRule.word(sentence, chinese);
    }

    @Override
    public String spoilt(String sentence, boolean chinese) {
        return chinese ? "- 早餐吃的面包" : "- bread for breakfast";
    }
}
