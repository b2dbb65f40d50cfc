package dev.lectern.testkit.rule;

/** Has a sentence sorted under one of its own words. */
record ClassificationRule() implements KindRule {
    @Override
    public String kind() {
        return "classification";
    }

    @Override
    public String instruction(String sentence, String begin, boolean chinese) {
        return chinese
                ? "“%s”说的是哪一类事情？\n选项：%s | 其他甲类 | 其他乙类".formatted(begin, KindRule.word(sentence, true))
                : "Which of these does \"%s\" speak of?\nChoices: %s | quarterly taxes | outer space"
                        .formatted(begin, KindRule.word(sentence, false));
    }

    @Override
    public String response(String sentence, boolean chinese) {
        return KindRule.word(sentence, chinese);
    }

    @Override
    public String spoilt(String sentence, boolean chinese) {
        return chinese ? "都不是" : "none of them";
    }
}
