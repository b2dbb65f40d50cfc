package dev.lectern.model.call;

import dev.lectern.model.ChatReply;
import dev.lectern.model.ChatRequest;
import dev.lectern.model.Manner;
import dev.lectern.model.ModelException;
import dev.lectern.model.Refusal;
import dev.lectern.model.UnfitManner;
import dev.lectern.model.Usage;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Asks a model in the manner that it wants, and learns where it says that it wants another. Each lesson is needed once. */
final class MannerlyAsker implements Asker {
    private final Try next;
    private final Supplier<Manner> manner;
    private final Consumer<UnfitManner> learn;

    MannerlyAsker(Try next, Supplier<Manner> manner, Consumer<UnfitManner> learn) {
        this.next = next;
        this.manner = manner;
        this.learn = learn;
    }

    @Override
    public ChatReply ask(ChatRequest request, Bill bill) {
        for (; ; ) {
            Manner asked = manner.get();
            try {
                return next.ask(request, asked, bill).reply();
            } catch (UnfitManner lesson) {
                if (asked.has(lesson.quirk())) {
                    throw new ModelException(
                            Refusal.NOT_TAKEN,
                            "the request is not accepted: " + lesson.said(),
                            lesson.said(),
                            Usage.NONE);
                }
                learn.accept(lesson);
            }
        }
    }
}
