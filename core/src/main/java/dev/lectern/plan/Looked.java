package dev.lectern.plan;

import dev.lectern.corpus.Retriever;
import dev.lectern.engine.RunTools;
import dev.lectern.ingest.Ingest;
import dev.lectern.model.ChatModel;
import dev.lectern.model.ChatReply;
import dev.lectern.model.ChatRequest;
import dev.lectern.model.ModelException;
import dev.lectern.model.ModelId;
import dev.lectern.model.Reply;
import dev.lectern.model.ReplyStore;
import dev.lectern.model.Usage;
import dev.lectern.model.call.Models;
import dev.lectern.model.price.Tariff;
import dev.lectern.options.BuildOptions;
import dev.lectern.prepare.Checked;
import dev.lectern.prepare.Findings;
import dev.lectern.recipe.Recipe;
import dev.lectern.sample.Sample;
import dev.lectern.stage.Named;
import dev.lectern.stage.Stage;
import dev.lectern.stage.Tools;
import dev.lectern.stage.Trait;
import dev.lectern.text.Chance;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Works on some units, for real or as if, and notes what calls they take. Safe for many threads. */
final class Looked {
    /** Tokens of an instruction and of an answer with its quotes, as models write them. */
    private static final long INSTRUCTION = 40;

    private static final long ANSWER = 180;

    private final Tally tally = new Tally();
    private final AtomicLong rows = new AtomicLong();
    private final CallTimes times = new CallTimes();
    private final RunTools tools;
    private final Recipe recipe;
    private final Models models;
    private final ReplyStore store;
    private final int questions;

    Looked(
            BuildOptions options,
            Checked checked,
            Ingest.Result read,
            Models models,
            ReplyStore store,
            Function<Retriever.By, Retriever> retrievers,
            int questions) {
        this.recipe = checked.recipe();
        this.models = models;
        this.store = store;
        this.questions = questions;
        this.tools = new RunTools(
                recipe.name(),
                Findings.corpus(checked.supplies(), read),
                Map.of(),
                retrievers,
                checked.prompts(),
                Clock.systemUTC(),
                new Chance(options.seed(), ""),
                checked.supplies()
                        .withWeb(new Unasked.Elsewhere(options.inputs().search().isPresent())));
    }

    /** @param asIf whether no model is asked, and stand-ins go on in the place of what it would have written */
    void at(Sample sample, boolean asIf) {
        int unit = tally.unit();
        rows.addAndGet(new Walk(recipe.each(), stage -> toolsOf(stage, unit, asIf), questions).through(sample, asIf));
    }

    Tally tally() {
        return tally;
    }

    long rows() {
        return rows.get();
    }

    /** How long the calls took that were answered. */
    CallTimes times() {
        return times;
    }

    RunTools plainTools() {
        return tools;
    }

    private Tools toolsOf(Named<Stage> stage, int unit, boolean asIf) {
        long output = stage.what().adds().contains(Trait.QUESTION) ? INSTRUCTION * questions : ANSWER;
        return tools(recipe.roles(), (role, model) -> new Heard(this, model, role, unit, asIf, output))
                .at(stage.name());
    }

    /** The same tools with the models of these roles, of which somebody else takes note. */
    RunTools tools(Set<String> roles, BiFunction<String, ChatModel, ChatModel> heard) {
        Map<String, List<ChatModel>> bound = new TreeMap<>();
        for (String role : roles) {
            bound.put(
                    role,
                    models.of(role).stream()
                            .map(model -> heard.apply(role, model))
                            .toList());
        }
        return new RunTools(
                tools.recipe(),
                tools.corpus(),
                bound,
                tools.retrievers(),
                tools.prompts(),
                tools.clock(),
                tools.chance(),
                tools.supplies());
    }

    /** A model whose calls are noted. */
    private record Heard(Looked looked, ChatModel model, String role, int unit, boolean asIf, long output)
            implements ChatModel {
        @Override
        public ModelId id() {
            return model.id();
        }

        @Override
        public ChatReply chat(ChatRequest request) {
            Tally.Who who = new Tally.Who(role, id());
            Tariff tariff =
                    Optional.ofNullable(looked.models.tariffs().get(id())).orElseThrow();
            try {
                ChatReply reply = model.chat(request);
                if (asIf) {
                    looked.tally.kept();
                } else {
                    looked.answered(who, unit, reply, tariff.counted(request, reply));
                }
                return reply;
            } catch (ModelException e) {
                if (asIf && e.kind() == ModelException.Kind.BUDGET) {
                    looked.tally.add(unit, who, new Usage(tariff.counter().count(request), output, 0));
                } else if (e.kind() == ModelException.Kind.REFUSED) {
                    looked.tally.add(unit, who, e.usage());
                }
                throw e;
            }
        }
    }

    /** What the call took with all its tries stands in the store. */
    private void answered(Tally.Who who, int unit, ChatReply reply, Usage counted) {
        Optional<Reply> kept = store.find(reply.key());
        tally.add(
                unit,
                who,
                kept.map(Reply::usage).filter(usage -> usage.total() > 0).orElse(counted));
        kept.ifPresent(known -> times.add(known.millis() / 1e3));
    }
}
