package dev.lectern.model.call;

import dev.lectern.check.Problem;
import dev.lectern.model.ChatReply;
import dev.lectern.model.ChatRequest;
import dev.lectern.model.Manner;
import dev.lectern.model.ModelClient;
import dev.lectern.model.ModelException;
import dev.lectern.model.ModelId;
import dev.lectern.model.ModelSetup;
import dev.lectern.model.Parameters;
import dev.lectern.model.Quirk;
import dev.lectern.model.ReplyForm;
import dev.lectern.model.UnfitManner;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** How one model is reached: all the ways to it, and the manner in which it wants to be asked, once that is known. */
final class Route implements Asker {
    private final List<ModelClient> clients;
    private final ModelSetup setup;
    private final Try wire;
    private final UnaryOperator<ChatRequest> bounded;
    private final Lessons lessons;
    private final Asker asker;
    private final SortedMap<String, Object> expected = new TreeMap<>();
    private volatile Manner manner;
    private volatile boolean probed;
    private volatile boolean assumed;
    private volatile Optional<Problem> missing = Optional.empty();

    /**
     * @param wire asks over any of the clients, with tries and limits
     * @param calls the same for calls that are no probes; they may go through batches
     * @param bounded the request with a limit of length, where it needs one
     * @param lessons what the run folder knows of the model's wishes
     */
    Route(
            List<ModelClient> clients,
            ModelSetup setup,
            Try wire,
            Try calls,
            UnaryOperator<ChatRequest> bounded,
            Lessons lessons,
            CallMeter meter) {
        this.bounded = bounded;
        this.clients = List.copyOf(clients);
        this.setup = setup;
        this.wire = wire;
        this.lessons = lessons;
        Manner known = clients.getFirst().preset();
        for (Quirk quirk : setup.quirks()) {
            known = known.with(quirk);
        }
        for (Quirk quirk : lessons.of(id())) {
            known = known.with(quirk);
        }
        this.manner = known;
        this.asker = new FormedAsker(new MannerlyAsker(calls, () -> manner, this::learn), () -> manner, meter);
    }

    ModelId id() {
        return client().id();
    }

    /** Any of them: they all read bodies alike. */
    ModelClient client() {
        return clients.getFirst();
    }

    ModelSetup setup() {
        return setup;
    }

    /** What is known of the model; empty before the probe. */
    Optional<Manner> known() {
        return probed ? Optional.of(manner) : Optional.empty();
    }

    void probed(ReplyForm form) {
        manner = manner.with(form);
        probed = true;
    }

    /** The budget did not allow for a probe: should it allow for a call after all, the preset says how to ask. */
    void assumed() {
        assumed = true;
    }

    /** It could not be reached to be probed; stand-ins have to do its work. */
    void missing(Problem problem) {
        missing = Optional.of(problem);
    }

    /** Asks in the given form, whatever the probe will say, and takes what comes. */
    Asker in(ReplyForm form) {
        return new MannerlyAsker(wire, () -> manner.with(form), this::learn);
    }

    /** Calls will come with such parameters. The first value of each stands for all; of limits, the highest. */
    void expect(SortedMap<String, Object> parameters) {
        parameters.forEach((name, value) -> expected.merge(
                name,
                value,
                (one, other) -> one instanceof Long a && other instanceof Long b && name.equals(Parameters.MAX_TOKENS)
                        ? (Object) Math.max(a, b)
                        : one));
    }

    /** The parameters that calls will come with, so that a probe can meet what they will meet. */
    SortedMap<String, Object> expected() {
        return Collections.unmodifiableSortedMap(expected);
    }

    @Override
    public ChatReply ask(ChatRequest request, Bill bill) {
        if (missing.isPresent() && !probed) {
            Problem problem = missing.get();
            throw new ModelException(
                    ModelException.Kind.UNREACHABLE, problem, new IllegalStateException(problem.what()));
        } else if (!probed && !assumed) {
            throw new IllegalStateException("model " + id().name() + " was not probed");
        }
        return asker.ask(bounded.apply(request), bill);
    }

    /** Calls that are in flight together learn the same; it is kept once. */
    private synchronized void learn(UnfitManner lesson) {
        if (!manner.has(lesson.quirk())) {
            lessons.keep(id(), lesson);
            manner = manner.with(lesson.quirk());
        }
    }
}
