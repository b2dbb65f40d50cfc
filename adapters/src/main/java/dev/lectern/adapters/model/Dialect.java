package dev.lectern.adapters.model;

import dev.lectern.model.ChatReply;
import dev.lectern.model.ChatRequest;
import dev.lectern.model.Manner;
import java.util.Optional;

/** How a house wants to be spoken to and how it answers. Keeps nothing between calls. */
interface Dialect {
    /** The path of a chat below the base URL. */
    String path(String model);

    String write(String model, ChatRequest request, Manner manner);

    Heard hear(String body);

    /** Whether the reply to this request comes as a stream of events. */
    default boolean streams(ChatRequest request, Manner manner) {
        return false;
    }

    /** A body, parsed once and asked for several things. */
    interface Heard {
        /** Whether it is a model's reply at all, whatever it says. */
        boolean isReply();

        /** The name under which the server answered. */
        Optional<String> model();

        /** @throws dev.lectern.model.ModelException {@code REFUSED} if what the model said is a no */
        ChatReply read(String answeredBy);
    }
}
