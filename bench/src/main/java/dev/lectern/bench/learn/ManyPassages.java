package dev.lectern.bench.learn;

import dev.lectern.text.Json;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** A corpus of made-up documents on many themes, ten passages each, and pairs on the first few themes. The same size gives the same bytes. */
final class ManyPassages {
    private static final int PASSAGES = 10;
    private static final int DOCUMENTS_TO_A_THEME = 50;
    private static final int DOCUMENTS_TO_A_FILE = 5000;
    private static final int WANTED_THEMES = 4;
    private static final int WORDS = 16;
    /** As many as make it too long for two of them to be one passage. */
    private static final int SENTENCES = 16;

    private static final List<String> SYLLABLES = List.of(
            "bar", "cel", "dun", "fo", "gri", "hal", "kem", "lor", "mi", "nast", "pul", "que", "rit", "sto", "va");
    private static final List<String> SMALL =
            List.of("the", "a", "of", "in", "and", "with", "under", "for", "on", "its", "from", "near");

    private final int themes;

    private ManyPassages(int themes) {
        this.themes = themes;
    }

    /** Writes {@code documents/*.jsonl} and {@code target.jsonl}. */
    static void write(Path folder, int passages, int pairs) throws IOException {
        int documents = Math.max(1, passages / PASSAGES);
        ManyPassages made = new ManyPassages(Math.max(WANTED_THEMES, documents / DOCUMENTS_TO_A_THEME));
        Files.createDirectories(folder.resolve("documents"));
        for (int first = 0; first < documents; first += DOCUMENTS_TO_A_FILE) {
            try (BufferedWriter file =
                    Files.newBufferedWriter(folder.resolve("documents").resolve("part-" + first + ".jsonl"))) {
                for (int n = first; n < Math.min(documents, first + DOCUMENTS_TO_A_FILE); n++) {
                    file.write(Json.line(Map.of("title", "Sheet " + n, "text", made.document(n))));
                    file.write('\n');
                }
            }
        }
        try (BufferedWriter target = Files.newBufferedWriter(folder.resolve("target.jsonl"))) {
            SplittableRandom chance = new SplittableRandom(1);
            for (int n = 0; n < pairs; n++) {
                int theme = n % WANTED_THEMES;
                Map<String, String> pair = Map.of(
                        "question", "What of " + made.sentence(theme, chance),
                        "answer", made.sentence(theme, chance) + " " + made.sentence(theme, chance));
                target.write(Json.line(pair));
                target.write('\n');
            }
        }
    }

    private String document(int number) {
        SplittableRandom chance = new SplittableRandom(1000L + number);
        int theme = chance.nextInt(themes);
        StringBuilder text = new StringBuilder();
        for (int passage = 0; passage < PASSAGES; passage++) {
            for (int i = 0; i < SENTENCES; i++) {
                text.append(sentence(theme, chance)).append(' ');
            }
            text.append("\n\n");
        }
        return text.toString();
    }

    /** Half of its words are the theme's own. */
    private String sentence(int theme, SplittableRandom chance) {
        StringBuilder said = new StringBuilder("The " + word(theme, chance.nextInt(WORDS)));
        for (int i = 0; i < 9; i++) {
            String next = i % 2 == 0 ? SMALL.get(chance.nextInt(SMALL.size())) : word(theme, chance.nextInt(WORDS));
            said.append(' ').append(next);
        }
        return said.append(' ').append(10 + chance.nextInt(90)).append('.').toString();
    }

    private String word(int theme, int number) {
        SplittableRandom chance = new SplittableRandom((long) theme * WORDS + number);
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < 3; i++) {
            word.append(SYLLABLES.get(chance.nextInt(SYLLABLES.size())));
        }
        return word.toString();
    }
}
