package dev.lectern.index;

import dev.lectern.model.Embedder;
import dev.lectern.model.Meaning;
import dev.lectern.model.ModelId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Puts the spaces of several models side by side: each has its own part of a vector, and the rest is 0. One model alone has it all. */
final class SharedSpace implements Meaning {
    private final Function<String, Embedder> byLanguage;
    private final Map<ModelId, Integer> starts = new LinkedHashMap<>();
    private final int dimensions;

    /** @param models all that {@code byLanguage} may give, in the order of their parts */
    SharedSpace(List<Embedder> models, Function<String, Embedder> byLanguage) {
        this.byLanguage = byLanguage;
        if (models.size() == 1) {
            starts.put(models.getFirst().id(), 0);
            dimensions = 0;
            return;
        }
        int start = 0;
        for (Embedder model : models) {
            starts.put(model.id(), start);
            start += model.dimensions();
        }
        dimensions = start;
    }

    @Override
    public List<ModelId> models() {
        return List.copyOf(starts.keySet());
    }

    @Override
    public boolean compares(String language, String other) {
        return byLanguage.apply(language).id().equals(byLanguage.apply(other).id());
    }

    @Override
    public List<float[]> vectors(List<Worded> texts) {
        Map<String, List<Integer>> places = new TreeMap<>();
        IntStream.range(0, texts.size())
                .forEach(i -> places.computeIfAbsent(texts.get(i).language(), language -> new ArrayList<>())
                        .add(i));
        float[][] vectors = new float[texts.size()][];
        places.forEach((language, which) -> {
            Embedder model = byLanguage.apply(language);
            List<float[]> made =
                    model.embed(which.stream().map(i -> texts.get(i).text()).toList());
            for (int n = 0; n < made.size(); n++) {
                vectors[which.get(n)] = placed(model.id(), made.get(n));
            }
        });
        return Arrays.asList(vectors);
    }

    private float[] placed(ModelId model, float[] vector) {
        if (dimensions == 0) {
            return vector;
        }
        float[] wide = new float[dimensions];
        System.arraycopy(vector, 0, wide, starts.getOrDefault(model, 0), vector.length);
        return wide;
    }
}
