package dev.lectern.testkit.rule;

/** Writes a notice around a sentence. */
record GenerationRule() implements KindRule {
    @Override
    public String kind() {
        return "generation";
    }

    @Override
    public String instruction(String sentence, String begin, boolean chinese) {
        return (chinese ? "请写一则通知，告诉新同事“%s”" : "Write a short notice that tells new colleagues about \"%s\".")
                .formatted(begin);
    }

    @Override
    public String response(String sentence, boolean chinese) {
        return (chinese
                        ? "各位新同事：\n\n请大家留意下面这件事。"
                        : "Dear colleagues,\n\nplease keep the following in mind from your very first day. ")
                + sentence;
    }

    @Override
    public String spoilt(String sentence, boolean chinese) {
        return chinese ? "已通知。" : "Dear all, mind it.";
    }
}
