package dev.lectern.model.call;

import dev.lectern.model.ChatMessage;
import dev.lectern.model.ChatRequest;
import dev.lectern.model.Fault;
import dev.lectern.model.Headroom;
import dev.lectern.model.Manner;
import dev.lectern.model.ModelException;
import dev.lectern.model.TryAgain;
import dev.lectern.model.Usage;
import dev.lectern.model.WireReply;

/**
 * Waits until one of the model's lanes has room, and tries there. The place is held for this one try, not for the pause before the next;
 * where an answer came, until that outlives a kill, so that no more answers can be lost at once than calls may be in flight.
 * A lane whose key or account is of no use is given up, and the try goes to another.
 */
final class LimitedTry implements Try {
    /** Signs of Chinese, Japanese and Korean begin here in Unicode, with their radicals. */
    private static final char FIRST_OF_EAST_ASIA = '\u2E80';

    private final Gate gate;
    private final Lanes lanes;

    LimitedTry(Gate gate, Lanes lanes) {
        this.gate = gate;
        this.lanes = lanes;
    }

    @Override
    public WireReply ask(ChatRequest request, Manner manner, Bill bill) {
        for (; ; ) {
            bill.close();
            Lane.Pass pass = gate.enter(lanes, tokens(request), bill.failedAt(), bill.calls() > 0);
            bill.tries();
            Gate.End end = (lane, now) -> lane.left(pass, now);
            boolean answered = false;
            try {
                WireReply reply = pass.lane().wire().ask(request, manner, bill);
                Usage usage = reply.reply().usage();
                Headroom headroom = reply.headroom();
                end = (lane, now) -> lane.answered(pass, usage, headroom, now);
                answered = true;
                return reply;
            } catch (TryAgain e) {
                bill.failedAt(pass.lane());
                boolean level = e.fault() != Fault.MALFORMED;
                end = (lane, now) -> lane.brokeOff(pass, level, e.after(), e.problem(), now);
                throw e;
            } catch (ModelException e) {
                if (e.kind() == ModelException.Kind.REFUSED) {
                    end = (lane, now) -> lane.answered(pass, e.usage(), Headroom.UNSAID, now);
                    answered = true;
                    throw e;
                } else if (e.kind() == ModelException.Kind.BUDGET || isInterrupt(e)) {
                    throw e;
                }
                bill.failedAt(pass.lane());
                end = (lane, now) -> lane.hopeless(pass, e.problem(), now);
                if (lanes.all().size() == 1) {
                    throw e;
                }
            } finally {
                bill.holds(gate.leaving(lanes, pass, end));
                if (!answered) {
                    bill.close();
                } else if (bill.landed()) {
                    bill.leave();
                }
            }
        }
    }

    private static boolean isInterrupt(ModelException e) {
        return e.getCause() instanceof InterruptedException
                || Thread.currentThread().isInterrupted();
    }

    /** Roughly: three letters make a token in English, and a Chinese character is about one. */
    static long tokens(ChatRequest request) {
        long thirds = 0;
        for (ChatMessage message : request.messages()) {
            String text = message.content();
            for (int i = 0; i < text.length(); i++) {
                thirds += text.charAt(i) >= FIRST_OF_EAST_ASIA ? 3 : 1;
            }
        }
        return thirds / 3 + 1;
    }
}
