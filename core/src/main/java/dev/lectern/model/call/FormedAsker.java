package dev.lectern.model.call;

import dev.lectern.model.ChatReply;
import dev.lectern.model.ChatRequest;
import dev.lectern.model.Manner;
import dev.lectern.model.UnfitManner;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Asks a model in the manner that it wants, and learns where it says that it wants another. */
final class FormedAsker implements Asker {
    private final Try next;
    private final Supplier<Manner> manner;
    private final Consumer<UnfitManner> learn;

    FormedAsker(Try next, Supplier<Manner> manner, Consumer<UnfitManner> learn) {
        this.next = next;
        this.manner = manner;
        this.learn = learn;
    }

    @Override
    public ChatReply ask(ChatRequest request, Bill bill) {
        for (; ; ) {
            try {
                return next.ask(request, manner.get(), bill).reply();
            } catch (UnfitManner e) {
                learn.accept(e);
            }
        }
    }
}
