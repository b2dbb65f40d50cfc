package dev.lectern.bench.equal;

import dev.lectern.aim.Classification;
import dev.lectern.bench.equal.PoolFile.Pair;
import dev.lectern.bench.equal.PoolFile.Paper;
import dev.lectern.model.Embedder;
import dev.lectern.model.Meaning.Worded;
import dev.lectern.select.Subjects;
import dev.lectern.text.Languages;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
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
    private final Subjects subjects;

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
        this.subjects = Classification.in(Set.of(isChinese(papers) ? "zh" : "en"))
                .as(names -> embed(names.stream().map(Worded::text).toList()));
        TreeMap<String, Integer> ordinals = new TreeMap<>();
        this.titles = papers.stream()
                .mapToInt(paper -> ordinals.computeIfAbsent(paper.title(), title -> ordinals.size()))
                .toArray();
    }

    /** What a theme could be at all. */
    Subjects subjects() {
        return subjects;
    }

    /** The model for what most of the documents are written in. */
    static String modelFor(List<Paper> papers) {
        return isChinese(papers) ? "bge-zh" : "minilm";
    }

    private static boolean isChinese(List<Paper> papers) {
        long chinese = papers.stream()
                .filter(paper -> (paper.language().isEmpty() ? Languages.of(paper.context()) : paper.language())
                        .startsWith("zh"))
                .count();
        return 2 * chinese > papers.size();
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
