package dev.lectern.model.call;

import dev.lectern.model.Embedder;
import dev.lectern.model.ModelId;
import dev.lectern.text.Languages;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Chinese texts go to one model, all others to another. Their vectors lie side by side in one longer vector, the other's part being
 * zeros: so all have one length, and texts of different languages have nothing in common, which is more honest than a chance number.
 */
final class LanguageEmbedder implements Embedder {
    private final Embedder others;
    private final Embedder chinese;

    LanguageEmbedder(Embedder others, Embedder chinese) {
        this.others = others;
        this.chinese = chinese;
    }

    @Override
    public ModelId id() {
        return new ModelId(
                others.id().provider(),
                "",
                others.id().name() + "+" + chinese.id().name());
    }

    @Override
    public int dimensions() {
        return others.dimensions() + chinese.dimensions();
    }

    @Override
    public List<float[]> embed(List<String> texts) {
        List<Integer> ours = new ArrayList<>();
        List<Integer> theirs = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            (Languages.of(texts.get(i)).equals("zh") ? ours : theirs).add(i);
        }
        float[][] all = new float[texts.size()][];
        place(chinese, texts, ours, others.dimensions(), all);
        place(others, texts, theirs, 0, all);
        return Arrays.asList(all);
    }

    private void place(Embedder model, List<String> texts, List<Integer> which, int offset, float[][] all) {
        List<float[]> vectors = model.embed(which.stream().map(texts::get).toList());
        for (int i = 0; i < which.size(); i++) {
            float[] wide = new float[dimensions()];
            System.arraycopy(vectors.get(i), 0, wide, offset, vectors.get(i).length);
            all[which.get(i)] = wide;
        }
    }
}
