package dev.lectern.model.call;

import dev.lectern.model.ChatReply;
import dev.lectern.model.ChatRequest;

/** Gets a request answered, whatever it takes, and puts every request over the wire on the bill. The outer wrappers are such. */
@FunctionalInterface
interface Asker {
    /** @throws dev.lectern.model.ModelException as {@link dev.lectern.model.ChatModel#chat} */
    ChatReply ask(ChatRequest request, Bill bill);
}
