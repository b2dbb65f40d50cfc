package dev.lectern.select;

import dev.lectern.learn.Rows;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The items to choose from, by ordinal. An item is a passage; items of one document belong together, and what one of them yields says
 * something of the others.
 */
public final class Pool {
    private final Rows vectors;
    private final int[] documents;
    private final int documentCount;
    private final int[] spaces;
    private final int spaceCount;
    private final Map<List<Long>, Groups> clusters = new ConcurrentHashMap<>();

    private Pool(Rows vectors, int[] documents, int[] spaces) {
        this.vectors = vectors;
        this.documents = documents;
        int most = -1;
        for (int document : documents) {
            if (document < 0) {
                throw new IllegalArgumentException("ordinals of documents begin at 0, not at " + document);
            }
            most = Math.max(most, document);
        }
        this.documentCount = most + 1;
        this.spaces = spaces;
        this.spaceCount = 1 + Arrays.stream(spaces).max().orElse(0);
    }

    /**
     * A pool over these vectors, which are not copied and may lie in a file.
     *
     * @param vectors of unit length, all of one space
     * @param documents for each item the ordinal of the document it stands in; ordinals begin at 0 and leave none out
     */
    public static Pool of(Rows vectors, int[] documents) {
        return of(vectors, documents, new int[documents.length]);
    }

    /**
     * A pool whose vectors lie in several spaces, each with its own part of a vector.
     *
     * @param spaces for each item the ordinal of the space it lies in
     */
    public static Pool of(Rows vectors, int[] documents, int[] spaces) {
        if (vectors.size() != documents.length || spaces.length != documents.length) {
            throw new IllegalArgumentException(
                    vectors.size() + " vectors for " + documents.length + " items: each item has one of both");
        }
        return new Pool(vectors, documents.clone(), spaces.clone());
    }

    /** A pool over vectors in memory, which are copied. */
    public static Pool of(List<float[]> vectors, int[] documents) {
        return of(Rows.of(vectors), documents);
    }

    /** The items by cluster. Made once for each number of clusters and seed, as nothing takes longer. */
    Groups clusters(Settings settings) {
        List<Long> key = List.of((long) settings.clustersFor(size()), settings.seed());
        return clusters.computeIfAbsent(
                key, made -> Groups.byCluster(this, Math.max(1, settings.clustersFor(size())), settings.seed()));
    }

    /** How many items there are. */
    public int size() {
        return documents.length;
    }

    /** The numbers in a vector; 0 for an empty pool. */
    public int dimensions() {
        return vectors.dimensions();
    }

    /** A copy of the vector of an item. */
    public float[] vector(int item) {
        return vectors.row(item);
    }

    /** All vectors, by item. */
    public Rows vectors() {
        return vectors;
    }

    /** The document that the item stands in. */
    public int document(int item) {
        return documents[item];
    }

    /** The space that the item's vector lies in. */
    int space(int item) {
        return spaces[item];
    }

    /** How many spaces there are, one at least. */
    int spaces() {
        return spaceCount;
    }

    /** How many documents there are. */
    public int documents() {
        return documentCount;
    }
}
