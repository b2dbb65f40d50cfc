package dev.lectern.bench.equal;

import dev.lectern.bench.equal.PoolFile.Pair;
import dev.lectern.bench.equal.PoolFile.Paper;
import dev.lectern.model.Embedder;
import dev.lectern.text.Languages;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/** The documents of a file with the vectors of their texts and of their pairs. */
final class Embedded {
    private static final int AT_A_TIME = 512;

    private final List<Paper> papers;
    private final Embedder embedder;
    private final List<float[]> vectors;
    private final List<List<float[]>> pairVectors = new ArrayList<>();
    private final int[] titles;

    Embedded(List<Paper> papers, Embedder embedder) {
        this.papers = papers;
        this.embedder = embedder;
        this.vectors = embed(papers.stream().map(Paper::context).toList());
        List<float[]> pairs = embed(papers.stream()
                .flatMap(paper -> paper.pairs().stream())
                .map(Pair::text)
                .toList());
        int at = 0;
        for (Paper paper : papers) {
            pairVectors.add(pairs.subList(at, at + paper.pairs().size()));
            at += paper.pairs().size();
        }
        TreeMap<String, Integer> ordinals = new TreeMap<>();
        this.titles = papers.stream()
                .mapToInt(paper -> ordinals.computeIfAbsent(paper.title(), title -> ordinals.size()))
                .toArray();
    }

    /** The model for what most of the documents are written in. */
    static String modelFor(List<Paper> papers) {
        long chinese = papers.stream()
                .filter(paper -> (paper.language().isEmpty() ? Languages.of(paper.context()) : paper.language())
                        .startsWith("zh"))
                .count();
        return 2 * chinese > papers.size() ? "bge-zh" : "minilm";
    }

    List<float[]> embed(List<String> texts) {
        List<float[]> made = new ArrayList<>();
        for (int from = 0; from < texts.size(); from += AT_A_TIME) {
            made.addAll(embedder.embed(texts.subList(from, Math.min(texts.size(), from + AT_A_TIME))));
        }
        return made;
    }

    List<Paper> papers() {
        return papers;
    }

    float[] vector(int paper) {
        return vectors.get(paper);
    }

    List<float[]> pairVectors(int paper) {
        return pairVectors.get(paper);
    }

    /** An ordinal for the title, the same for all documents that have it. */
    int title(int paper) {
        return titles[paper];
    }

    Collection<String> themes() {
        TreeSet<String> themes = new TreeSet<>();
        papers.stream().map(Paper::theme).filter(theme -> !theme.isEmpty()).forEach(themes::add);
        return themes;
    }
}
