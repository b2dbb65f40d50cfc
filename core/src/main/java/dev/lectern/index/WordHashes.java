package dev.lectern.index;

import dev.lectern.learn.Vectors;
import dev.lectern.model.Embedder;
import dev.lectern.model.ModelId;
import dev.lectern.text.Words;
import java.util.List;

/** Vectors of the words of a text, hashed: what is left where no model embeds. Knows no synonyms, needs nothing, costs nothing. */
public final class WordHashes implements Embedder {
    private static final int DIMENSIONS = 512;

    /** What it is called among models. */
    public static final ModelId ID = new ModelId("lectern", "", "words-" + DIMENSIONS);

    @Override
    public ModelId id() {
        return ID;
    }

    @Override
    public int dimensions() {
        return DIMENSIONS;
    }

    @Override
    public List<float[]> embed(List<String> texts) {
        return texts.stream().map(WordHashes::vector).toList();
    }

    private static float[] vector(String text) {
        float[] counts = new float[DIMENSIONS];
        for (long word : Words.hashes(text)) {
            counts[(int) Long.remainderUnsigned(word, DIMENSIONS)] += word < 0 ? -1 : 1;
        }
        for (int i = 0; i < counts.length; i++) {
            // Square roots, so that "the" does not drown what the text is about.
            counts[i] = (float) (Math.signum(counts[i]) * Math.sqrt(Math.abs(counts[i])));
        }
        return Vectors.unit(counts);
    }
}
