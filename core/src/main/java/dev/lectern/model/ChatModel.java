package dev.lectern.model;

/**
 * A model that chats. Blocks until the answer is there; called from many virtual threads at once.
 */
public interface ChatModel {
    ModelId id();

    /**
     * @throws ModelException with {@link ModelException.Kind#REFUSED} if the model will not answer this request (that
     *     is an answer, and kept), {@link ModelException.Kind#UNREACHABLE} if it could not be asked, and
     *     {@link ModelException.Kind#BUDGET} if asking would cross a limit
     */
    ChatReply chat(ChatRequest request);
}
