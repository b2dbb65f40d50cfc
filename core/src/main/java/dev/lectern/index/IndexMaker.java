package dev.lectern.index;

import java.nio.file.Path;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Keeps indexes in folders. Found through {@link java.util.ServiceLoader}. */
public interface IndexMaker {
    /**
     * Opens the index that lies in the folder if it was made under this key, else makes it anew; a broken one is made anew too.
     *
     * @param key says which passages it holds
     * @param entries all passages, always in the same order; only asked for where it is made anew
     */
    WordsIndex words(Path folder, String key, Supplier<Stream<Entry>> entries);

    /**
     * The same for vectors.
     *
     * @param count how many passages there are: some tens of thousands are searched one by one, more through a graph
     */
    VectorsIndex vectors(Path folder, String key, long count, Supplier<Stream<Placed>> entries);
}
