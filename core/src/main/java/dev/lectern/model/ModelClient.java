package dev.lectern.model;

/** One model over one wire. Does one try of one call and nothing else; waiting, limits and keeping are the wrappers' work. */
public interface ModelClient extends BodyReader {
    ModelId id();

    /**
     * Asks once.
     *
     * @param form how the request's schema is sent
     * @throws TryAgain if another try may bring an answer
     * @throws ModelException if it won't
     */
    ChatReply ask(ChatRequest request, ReplyForm form);
}
