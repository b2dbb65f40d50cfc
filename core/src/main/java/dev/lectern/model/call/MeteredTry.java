package dev.lectern.model.call;

import dev.lectern.model.ChatRequest;
import dev.lectern.model.Cost;
import dev.lectern.model.Manner;
import dev.lectern.model.ModelException;
import dev.lectern.model.TryAgain;
import dev.lectern.model.Usage;
import dev.lectern.model.WireReply;

/** Counts the tries that are on the wire and puts each on the bill. */
final class MeteredTry implements Try {
    private final Try next;
    private final CallMeter meter;

    MeteredTry(Try next, CallMeter meter) {
        this.next = next;
        this.meter = meter;
    }

    @Override
    public WireReply ask(ChatRequest request, Manner manner, Bill bill) {
        Usage usage = Usage.NONE;
        meter.started();
        try {
            WireReply reply = next.ask(request, manner, bill);
            usage = reply.reply().usage();
            return reply;
        } catch (TryAgain e) {
            usage = e.usage();
            throw e;
        } catch (ModelException e) {
            usage = e.usage();
            throw e;
        } finally {
            meter.ended();
            bill.add(usage, Cost.UNKNOWN);
        }
    }
}
