package dev.lectern.model;

/**
 * Reads what a model said out of the body it came in. Bodies are kept, not readings, so a better reading (of reasoning, of refusals)
 * needs no new call.
 */
@FunctionalInterface
public interface BodyReader {
    /** Bodies that are the answer itself. */
    BodyReader PLAIN = (body, answeredBy) -> new ChatReply("", body, "", "stop", Usage.NONE, answeredBy, body);

    /**
     * @return the reply, its key left empty
     * @throws ModelException {@link ModelException.Kind#REFUSED} if what the model said is a no
     */
    ChatReply read(String body, String answeredBy);
}
