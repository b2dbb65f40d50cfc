package dev.lectern;

import dev.lectern.engine.Progress;
import dev.lectern.engine.RunTools;
import dev.lectern.ingest.Ingest;
import dev.lectern.ingest.IngestReport;
import dev.lectern.model.ChatModel;
import dev.lectern.model.ChatReply;
import dev.lectern.model.ChatRequest;
import dev.lectern.model.ModelException;
import dev.lectern.model.ModelId;
import dev.lectern.recipe.Recipe;
import dev.lectern.sample.Outcome;
import dev.lectern.sample.Sample;
import dev.lectern.sample.Turn;
import dev.lectern.stage.Draw;
import dev.lectern.stage.Named;
import dev.lectern.stage.PerSample;
import dev.lectern.stage.Stage;
import dev.lectern.stage.Tools;
import dev.lectern.stage.Trait;
import dev.lectern.stage.ask.AskFromEvidence;
import dev.lectern.text.Chance;
import dev.lectern.text.Hash;
import dev.lectern.text.Tokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds out what a build would ask: real prompts over a part of the passages, put to a model that only counts. */
record Planning(BuildOptions options, Progress progress) {
    /** Passages whose prompts are counted; the rest is as they are on the average. */
    private static final int LOOKED_AT = 200;
    /** Tokens of an instruction and of an answer with its quotes, as models write them: low, expected, high. */
    private static final long[] INSTRUCTION = {20, 40, 80};

    private static final long[] ANSWER = {60, 180, 500};

    Plan run() {
        Building.Checked checked = Building.check(options, false);
        Path folder = null;
        try {
            folder = Files.createTempDirectory("lectern-plan");
            try (Ingest.Result read = new Reading(options, progress).into(folder)) {
                return plan(checked, read);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            delete(folder);
        }
    }

    private Plan plan(Building.Checked checked, Ingest.Result read) {
        Recipe recipe = checked.recipe();
        IngestReport files = read.report();
        long questions = recipe.each().stream()
                .map(Named::what)
                .filter(AskFromEvidence.class::isInstance)
                .mapToLong(s -> ((AskFromEvidence) s).perPassage())
                .findFirst()
                .orElse(0);
        long units = questions == 0 ? 0 : files.passages();
        if (options.samples().isPresent() && questions > 0) {
            units = Math.min(units, (options.samples().getAsInt() + questions - 1) / questions);
        }
        Counter counter = new Counter();
        long looked = recipe.roles().isEmpty() ? 0 : count(recipe, checked, read, counter, (int) questions);
        double scale = looked == 0 ? 0 : (double) units / looked;
        long rows = units * questions;
        return new Plan(
                recipe.name(),
                files.files(),
                files.documents(),
                files.passages(),
                files.characters(),
                rows,
                Math.round(counter.calls * scale),
                new Plan.Tokens(Math.round(counter.input * scale), output(rows, 0), output(rows, 1), output(rows, 2)),
                files.skipped());
    }

    private static long output(long rows, int which) {
        return rows * (INSTRUCTION[which] + ANSWER[which]);
    }

    /** Sends some samples through the stages that matter for calls. @return how many */
    private <M> long count(
            Recipe recipe, Building.Checked checked, Ingest.Result read, Counter counter, int questions) {
        Map<String, List<ChatModel>> counters = new TreeMap<>();
        recipe.roles().forEach(role -> counters.put(role, List.of(counter)));
        RunTools tools = new RunTools(
                recipe.name(),
                read.corpus(),
                counters,
                checked.prompts(),
                Clock.systemUTC(),
                new Chance(options.seed(), ""));
        @SuppressWarnings("unchecked")
        Draw<M> draw = (Draw<M>) recipe.draw().what();
        Tools own = tools.at(recipe.draw().name());
        List<Sample> some;
        try (Stream<Sample> drawn = draw.draw(draw.open(own), 0, own)) {
            some = drawn.limit(LOOKED_AT).toList();
        }
        some.forEach(sample -> through(sample, recipe.each(), tools, questions));
        return some.size();
    }

    private static void through(Sample drawn, List<Named<Stage>> stages, RunTools tools, int questions) {
        List<Sample> now = List.of(drawn);
        for (Named<Stage> named : stages) {
            if (!(named.what() instanceof PerSample stage)) {
                continue;
            }
            List<Sample> next = new ArrayList<>();
            for (Sample sample : now) {
                if (stage.paid()) {
                    ask(stage, sample, tools.at(named.name()));
                    next.addAll(stage.adds().contains(Trait.QUESTION) ? standIns(sample, questions) : List.of(sample));
                } else if (stage.adds().contains(Trait.EVIDENCE)) {
                    stage.apply(sample, tools.at(named.name())).stream()
                            .map(Outcome::sample)
                            .forEach(next::add);
                } else {
                    next.add(sample);
                }
            }
            now = next;
        }
    }

    private static void ask(PerSample stage, Sample sample, Tools tools) {
        try {
            stage.apply(sample, tools);
        } catch (ModelException e) {
            // The counter never answers: it has counted, and that is all that is wanted of it.
        }
    }

    private static List<Sample> standIns(Sample sample, int questions) {
        boolean chinese = sample.language().startsWith("zh");
        String question = chinese
                ? "这一段里最重要的规定是什么，为什么要这样规定？"
                : "What does the most important rule here require, and why is it there at all?";
        return IntStream.range(0, questions)
                .mapToObj(i -> sample.child(Hash.id(sample.id(), "plan", "" + i), List.of(Turn.user(question)), "qa"))
                .toList();
    }

    private static void delete(@org.jspecify.annotations.Nullable Path folder) {
        if (folder == null) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Counts what it is asked and answers nothing. */
    private static final class Counter implements ChatModel {
        private long calls;
        private long input;

        @Override
        public ModelId id() {
            return new ModelId("none", "", "counter");
        }

        @Override
        public ChatReply chat(ChatRequest request) {
            calls++;
            request.messages().forEach(m -> input += Tokens.count(m.content()));
            throw new ModelException(ModelException.Kind.BUDGET, "nothing is asked while planning", "");
        }
    }
}
