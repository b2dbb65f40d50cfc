package dev.lectern.model;

import java.util.Optional;

/**
 * One model over one wire with one key. Does one try of one call and nothing else; waiting, limits and keeping are the wrappers' work.
 */
public interface ModelClient extends BodyReader {
    /** The same for all clients of a pool. */
    ModelId id();

    /** Which of several ways to the model this is, for people: host and name of the key's variable, never the key. */
    String lane();

    /**
     * Asks once.
     *
     * @throws TryAgain if another try may bring an answer
     * @throws UnfitManner if the endpoint says how it wants to be asked
     * @throws ModelException if it won't answer
     */
    WireReply ask(ChatRequest request, Manner manner);

    /**
     * The same.
     *
     * @param landings where the answer lands; left open, as whoever asks knows when it is kept
     */
    default WireReply ask(ChatRequest request, Manner manner, Landings landings) {
        return ask(request, manner);
    }

    /** What is known of the model before it is asked: from its preset. */
    default Manner preset() {
        return Manner.of(ReplyForm.SCHEMA);
    }

    /** The provider's interface for many calls at half the price; empty if it has none. */
    default Optional<BatchClient> batch() {
        return Optional.empty();
    }
}
