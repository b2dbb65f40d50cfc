package dev.lectern.bench.grounding;

import dev.lectern.corpus.Corpus;
import dev.lectern.corpus.Document;
import dev.lectern.corpus.Passage;
import dev.lectern.model.BodyReader;
import dev.lectern.model.ChatModel;
import dev.lectern.model.ChatReply;
import dev.lectern.model.ChatRequest;
import dev.lectern.model.ModelId;
import dev.lectern.sample.Evidence;
import dev.lectern.sample.Lineage;
import dev.lectern.sample.Sample;
import dev.lectern.sample.Turn;
import dev.lectern.stage.answer.SettleTies;
import dev.lectern.stage.answer.Vote;
import dev.lectern.testkit.MemoryCorpus;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Answerers with known accuracy and independent errors vote, beside what theory says.
 *
 * @param coincide whether wrong answers are all the same
 */
record Votes(int questions, boolean coincide, double theory, List<Double> accuracies) {
    private static final String TEXT = "The right answer is right.";

    /** Right with a known probability; wrong in the words of all, or in its own. */
    private record Answerer(String name, double accuracy, boolean coincide) implements ChatModel {
        @Override
        public ModelId id() {
            return new ModelId("bench", "in-process", name);
        }

        @Override
        public ChatReply chat(ChatRequest request) {
            boolean right = new Dice(request.messages().getLast().content()).share(name) < accuracy;
            String answer = right ? "right" : coincide ? "wrong" : "wrong as " + name;
            return BodyReader.PLAIN.read(
                    "{\"response\":\"" + answer + "\",\"citations\":[{\"passage\":1,\"quote\":\"" + TEXT
                            + "\"}],\"reason\":null}",
                    name);
        }
    }

    String line() {
        List<ChatModel> voters = new ArrayList<>();
        for (double accuracy : accuracies) {
            voters.add(new Answerer("voter" + voters.size(), accuracy, coincide));
        }
        Corpus corpus = MemoryCorpus.of(Map.of("a.md", TEXT), "en");
        BenchTools tools = new BenchTools(corpus, Map.of("voters", voters));
        SettleTies settle = new SettleTies();
        SortedMap<String, Long> strength = settle.empty();
        List<Sample> voted = new ArrayList<>();
        for (int i = 0; i < questions; i++) {
            Sample row = new Vote().apply(question(i, corpus), tools).getFirst().sample();
            strength = settle.add(strength, row);
            voted.add(row);
        }
        SortedMap<String, Long> settled = strength;
        double share = voted.stream()
                        .map(row -> settle.act(settled, row, tools).getFirst().sample())
                        .filter(row -> row.answer().equals("right"))
                        .count()
                / (double) questions;
        return String.format(
                Locale.ROOT,
                "{\"vote\":\"majority\",\"voters\":%d,\"wrong\":\"%s\",\"number\":%d,\"right\":%.4f,\"theory\":%.3f,\"off\":%.4f}",
                accuracies.size(),
                coincide ? "coincide" : "differ",
                questions,
                share,
                theory,
                share - theory);
    }

    private static Sample question(int number, Corpus corpus) {
        Passage passage = corpus.passagesOf(Document.idOf("a.md")).getFirst();
        Evidence whole = Evidence.claimed(passage.document(), passage.id(), TEXT, Optional.empty());
        return Sample.seedling("p", "en", List.of(whole), Lineage.of("bench"))
                .child("q" + number, List.of(Turn.user("Question " + number + "?")), "qa");
    }
}
