package dev.lectern.testkit.rule;

/** Stands in for a translator: says in the other language that something is said. */
record TranslationRule() implements KindRule {
    @Override
    public String kind() {
        return "translation";
    }

    @Override
    public String instruction(String sentence, String begin, boolean chinese) {
        return (chinese ? "请把下面这段文字译成英文：" : "Translate this into Chinese:") + "\n\n" + sentence;
    }

    @Override
    public String response(String sentence, boolean chinese) {
        return chinese
                ? "This sentence states what is done here and the way in which people usually go about it."
                : "这句话说明了这里的做法以及大家通常遵循的规定。";
    }

    @Override
    public String spoilt(String sentence, boolean chinese) {
        return sentence;
    }
}
