package dev.lectern.model.call;

import dev.lectern.model.ChatRequest;
import dev.lectern.model.Manner;
import dev.lectern.model.WireReply;

/** One try of one call. The inner wrappers are such; the innermost is the client. */
@FunctionalInterface
interface Try {
    /**
     * @throws dev.lectern.model.TryAgain if another try may bring an answer
     * @throws dev.lectern.model.UnfitManner if the endpoint says how it wants to be asked
     * @throws dev.lectern.model.ModelException if it won't answer, can't be reached, or a budget is spent
     */
    WireReply ask(ChatRequest request, Manner manner, Bill bill);
}
