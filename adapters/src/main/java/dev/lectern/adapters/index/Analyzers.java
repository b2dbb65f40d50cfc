package dev.lectern.adapters.index;

import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/** How the words of a passage are told apart, by the language of its document. Latin words in Chinese text are taken as English ones. */
final class Analyzers {
    static final String ENGLISH = "words-en";
    static final String CHINESE = "words-zh";
    static final String OTHERS = "words";
    static final List<String> FIELDS = List.of(ENGLISH, CHINESE, OTHERS);

    private Analyzers() {}

    static String field(String language) {
        return language.startsWith("zh") ? CHINESE : language.startsWith("en") ? ENGLISH : OTHERS;
    }

    static Analyzer perField() {
        return new PerFieldAnalyzerWrapper(
                new Pairs(false), Map.of(ENGLISH, new EnglishAnalyzer(), CHINESE, new Pairs(true)));
    }

    /** Chinese, Japanese and Korean as pairs of neighbouring characters; other scripts as words. */
    private static final class Pairs extends Analyzer {
        private final boolean english;

        Pairs(boolean english) {
            this.english = english;
        }

        @Override
        protected TokenStreamComponents createComponents(String field) {
            StandardTokenizer words = new StandardTokenizer();
            TokenStream folded = new LowerCaseFilter(new CJKWidthFilter(words));
            TokenStream stems = english
                    ? new PorterStemFilter(
                            new StopFilter(new EnglishPossessiveFilter(folded), EnglishAnalyzer.getDefaultStopSet()))
                    : folded;
            return new TokenStreamComponents(words, new CJKBigramFilter(stems));
        }

        @Override
        protected TokenStream normalize(String field, TokenStream in) {
            return new LowerCaseFilter(new CJKWidthFilter(in));
        }
    }
}
