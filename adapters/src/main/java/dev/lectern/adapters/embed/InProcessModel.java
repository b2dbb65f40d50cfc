package dev.lectern.adapters.embed;

import java.util.Locale;

/** The models that ship. */
enum InProcessModel {
    /** English: the mean of all tokens' vectors. */
    MINILM("minilm", "all-minilm-l6-v2-q", 384, false, false),

    /** English: the vector of the first token. Slower than {@link #MINILM}, but knows more of what texts are about. */
    BGE_EN("bge-en", "bge-small-en-v1.5-q", 384, true, false),

    /** Chinese: the vector of the first token. Its vocabulary has small letters only, and the tokenizer that comes with it makes none. */
    BGE_ZH("bge-zh", "bge-small-zh-v1.5-q", 512, true, true);

    private final String spec;
    private final String file;
    private final int dimensions;
    private final boolean firstToken;
    private final boolean chinese;

    InProcessModel(String spec, String file, int dimensions, boolean firstToken, boolean chinese) {
        this.spec = spec;
        this.file = file;
        this.dimensions = dimensions;
        this.firstToken = firstToken;
        this.chinese = chinese;
    }

    /** What a user calls it. */
    String spec() {
        return spec;
    }

    /** Its own name, and what its files are called. */
    String file() {
        return file;
    }

    int dimensions() {
        return dimensions;
    }

    /** The text as the tokenizer should see it: Chinese in small letters, English with its formulas read out. */
    String asRead(String text) {
        return chinese ? text.toLowerCase(Locale.ROOT) : Formulas.readOut(text);
    }

    /** Makes one vector of those of all tokens, which lie one after another. */
    float[] pooled(float[] tokens) {
        float[] pooled = new float[dimensions];
        int count = firstToken ? 1 : tokens.length / dimensions;
        for (int token = 0; token < count; token++) {
            for (int i = 0; i < dimensions; i++) {
                pooled[i] += tokens[token * dimensions + i];
            }
        }
        return pooled;
    }
}
