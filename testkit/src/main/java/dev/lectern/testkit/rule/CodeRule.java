package dev.lectern.testkit.rule;

/** Prints a sentence with Python. */
record CodeRule() implements KindRule {
    @Override
    public String kind() {
        return "code";
    }

    @Override
    public String instruction(String sentence, String begin, boolean chinese) {
        return (chinese ? "请用 Python 打印以“%s”开头的完整提示语" : "Print the whole notice that begins \"%s\" with Python.")
                .formatted(begin);
    }

    @Override
    public String response(String sentence, boolean chinese) {
        return "```python\nprint(\"\"\"" + sentence.replace("\"", "") + "\"\"\")\n```";
    }

    @Override
    public String spoilt(String sentence, boolean chinese) {
        return "```python\nprint((\"\"\"" + sentence.replace("\"", "") + "\"\"\")\n```";
    }
}
