package dev.lectern.model.call;

import dev.lectern.model.ChatReply;
import dev.lectern.model.ChatRequest;
import dev.lectern.model.Fault;
import dev.lectern.model.Manner;
import dev.lectern.model.ModelException;
import dev.lectern.model.Parameters;
import dev.lectern.model.Quirk;
import dev.lectern.model.Refusal;
import dev.lectern.model.ReplyForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Gives back only what was asked for: JSON that fits the request's schema, and text that was not cut off. Cheapest first: a malformed
 * reply is a fault like any other and the question is asked again; a true end for length doubles the limit once; then the model is
 * shown its reply and what is wrong with it, once; then whole items of a list are saved; then it counts as refused. All under one identity.
 */
final class FormedAsker implements Asker {
    /** Askings in all, before the one repair: faults of one reply in a hundred all but vanish. */
    private static final int TRIES = 3;

    private final Asker next;
    private final Supplier<Manner> manner;
    private final CallMeter meter;

    FormedAsker(Asker next, Supplier<Manner> manner, CallMeter meter) {
        this.next = next;
        this.manner = manner;
        this.meter = meter;
    }

    @Override
    public ChatReply ask(ChatRequest request, Bill bill) {
        return new Asking(request, bill).answer();
    }

    /** One request with all that came of it. */
    private final class Asking {
        private final ChatRequest request;
        private final Bill bill;
        private final List<ChatReply> unusable = new ArrayList<>();
        private boolean lifted;

        Asking(ChatRequest request, Bill bill) {
            this.request = request;
            this.bill = bill;
        }

        ChatReply answer() {
            ChatRequest now = request;
            int malformed = 0;
            int cut = 0;
            while (true) {
                ChatReply reply = next.ask(now, bill);
                switch (ReplyCheck.of(now, reply, manner.get().form())) {
                    case ReplyCheck.Usable usable -> {
                        return reply;
                    }
                    case ReplyCheck.Malformed it -> {
                        setAside(reply);
                        if (++malformed == TRIES) {
                            return mended(now, reply, it.why());
                        }
                    }
                    case ReplyCheck.CutOff it -> {
                        setAside(reply);
                        cut++;
                        boolean fault = unlimited(now) ? cut == 1 : it.early() && cut < TRIES;
                        if (!fault && (lifted || unlimited(now))) {
                            return saved(cutOff(now, reply));
                        } else if (!fault) {
                            now = lifted(now);
                        }
                    }
                }
                meter.retried(Fault.MALFORMED);
            }
        }

        private ChatReply mended(ChatRequest now, ChatReply reply, String why) {
            ModelException no = new ModelException(
                    Refusal.MALFORMED,
                    "the reply cannot be used (" + TRIES + " times): " + why,
                    reply.body(),
                    reply.usage());
            if (request.schema().isEmpty()) {
                bill.takeBack(no.raw());
                throw no;
            }
            for (ChatReply readable : unusable) {
                if (usable(now, readable)) {
                    return taken(readable);
                }
            }
            meter.retried(Fault.MALFORMED);
            try {
                ChatRequest shown = RepairRequest.of(now, reply.text(), why);
                ChatReply repaired = next.ask(shown, bill);
                if (usable(shown, repaired)) {
                    return repaired;
                }
                setAside(repaired);
            } catch (ModelException e) {
                if (e.kind() != ModelException.Kind.REFUSED) {
                    throw e;
                }
                bill.unusable(e.raw());
            }
            return saved(no);
        }

        /** With prose around it and commas too many, if need be. */
        private static boolean usable(ChatRequest now, ChatReply reply) {
            return ReplyCheck.of(now, reply, ReplyForm.TEXT) instanceof ReplyCheck.Usable;
        }

        /** The first of the replies with most whole items. */
        private ChatReply saved(ModelException no) {
            Optional<ChatReply> best = Optional.empty();
            int most = 0;
            for (ChatReply reply : unusable) {
                int items = ReplyCheck.wholeItems(request, reply);
                if (items > most) {
                    best = Optional.of(reply);
                    most = items;
                }
            }
            if (best.isEmpty()) {
                bill.takeBack(no.raw());
                throw no;
            }
            return taken(best.get());
        }

        private ChatReply taken(ChatReply reply) {
            bill.takeBack(reply.body());
            return reply;
        }

        private void setAside(ChatReply reply) {
            unusable.add(reply);
            bill.unusable(reply.body());
        }

        private ChatRequest lifted(ChatRequest now) {
            lifted = true;
            long limit = Parameters.maxTokens(now.parameters()).orElseThrow();
            return now.withParameter(Parameters.MAX_TOKENS, 2 * limit);
        }

        private boolean unlimited(ChatRequest now) {
            return manner.get().has(Quirk.NO_MAX_TOKENS)
                    || Parameters.maxTokens(now.parameters()).isEmpty();
        }

        private ModelException cutOff(ChatRequest now, ChatReply reply) {
            String at = Parameters.maxTokens(now.parameters())
                    .filter(limit -> !unlimited(now))
                    .map(limit -> "at " + limit + " tokens; raise max_tokens")
                    .orElse("at the model's own limit");
            return new ModelException(Refusal.CUT_OFF, "the reply is cut off " + at, reply.body(), reply.usage());
        }
    }
}
