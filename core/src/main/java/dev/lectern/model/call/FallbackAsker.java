package dev.lectern.model.call;

import dev.lectern.model.ChatReply;
import dev.lectern.model.ChatRequest;
import dev.lectern.model.ModelException;
import java.util.List;

/** Asks one model after another until one can be reached. Who took over stands on the bill, and who answered in the reply. */
final class FallbackAsker implements Asker {
    private final List<Route> chain;

    /** @param chain the model that is asked, then its stand-ins */
    FallbackAsker(List<Route> chain) {
        this.chain = List.copyOf(chain);
    }

    @Override
    public ChatReply ask(ChatRequest request, Bill bill) {
        for (int i = 0; ; i++) {
            try {
                return chain.get(i).ask(request, bill);
            } catch (ModelException e) {
                if (e.kind() != ModelException.Kind.UNREACHABLE || i == chain.size() - 1) {
                    throw e;
                }
                bill.standIn(chain.get(i + 1).id());
            }
        }
    }
}
