package dev.lectern.model.call;

import dev.lectern.model.ChatReply;
import dev.lectern.model.ChatRequest;
import dev.lectern.model.Manner;
import dev.lectern.model.ModelClient;
import dev.lectern.model.ModelId;
import dev.lectern.model.ModelSetup;
import dev.lectern.model.Quirk;
import dev.lectern.model.ReplyForm;
import dev.lectern.model.UnfitManner;
import java.util.List;
import java.util.Optional;

/** How one model is reached: all the ways to it, and the manner in which it wants to be asked, once that is known. */
final class Route implements Asker {
    private final List<ModelClient> clients;
    private final ModelSetup setup;
    private final Asker asker;
    private volatile Manner manner;
    private volatile boolean probed;

    /** @param wire asks over one of the clients, with tries and limits */
    Route(List<ModelClient> clients, ModelSetup setup, Try wire) {
        this.clients = List.copyOf(clients);
        this.setup = setup;
        Manner known = clients.getFirst().preset();
        for (Quirk quirk : setup.quirks()) {
            known = known.with(quirk);
        }
        this.manner = known;
        this.asker = new FormedAsker(wire, () -> manner, this::learn);
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

    /** Asks in the given form, whatever the probe will say. */
    Asker in(ReplyForm form, Try wire) {
        return new FormedAsker(wire, () -> manner.with(form), this::learn);
    }

    @Override
    public ChatReply ask(ChatRequest request, Bill bill) {
        if (!probed) {
            throw new IllegalStateException("model " + id().name() + " was not probed");
        }
        return asker.ask(request, bill);
    }

    private synchronized void learn(UnfitManner lesson) {
        manner = manner.with(lesson.quirk());
    }
}
