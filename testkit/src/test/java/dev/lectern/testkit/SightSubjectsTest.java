package dev.lectern.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.aim.Aim;
import dev.lectern.aim.Chronicle;
import dev.lectern.aim.Classification;
import dev.lectern.aim.Sight;
import dev.lectern.corpus.Corpus;
import dev.lectern.index.Meanings;
import dev.lectern.index.WordHashes;
import dev.lectern.model.Embedder;
import dev.lectern.model.Meaning.Worded;
import dev.lectern.model.ModelId;
import dev.lectern.select.Subjects;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In which languages the subjects are named that an aim is held against. */
class SightSubjectsTest {
    private static final Corpus CORPUS = MemoryCorpus.of(Map.of("a", "Pumps need oil once a year."), "en");

    @TempDir
    Path folder;

    /** A model of its own name. */
    private record Named(String name) implements Embedder {
        private static final Embedder WORDS = new WordHashes();

        @Override
        public ModelId id() {
            return new ModelId("test", "", name);
        }

        @Override
        public int dimensions() {
            return WORDS.dimensions();
        }

        @Override
        public List<float[]> embed(List<String> texts) {
            return WORDS.embed(texts);
        }
    }

    @Test
    void namesAreInTheLanguagesOfTheAim() {
        assertThat(of("en", Meanings.of(new Named("one"))).vectors()).containsExactlyElementsOf(names("en"));
        assertThat(of("zh", Meanings.of(new Named("one"))).vectors()).containsExactlyElementsOf(names("zh"));
    }

    @Test
    void englishNamesStandInWhereTheModelComparesBoth() {
        assertThat(of("es", Meanings.of(new Named("one"))).vectors()).containsExactlyElementsOf(names("en"));
    }

    /** "cities" and "Houston" share no word. */
    @Test
    void whereWordsAloneAreComparedNamesSayNothing() {
        assertThat(of("en", Meanings.of(new WordHashes()))).isEqualTo(Subjects.NONE);
    }

    private static List<float[]> names(String language) {
        return new Named("one")
                .embed(Classification.in(Set.of(language)).names().stream()
                        .map(Worded::text)
                        .toList());
    }

    private Subjects of(String language, Meanings meanings) {
        Aim.Goal goal = new Aim.Goal(
                "goal", 1, Aim.Kind.PAIRS, List.of(new Aim.Example("Who oils pumps?", language, 1)), 1, 0, 0);
        return new Sight(new Aim(List.of(goal)), meanings::among, Chronicle.silent(), folder).subjects(CORPUS);
    }
}
