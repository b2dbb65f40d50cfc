package dev.lectern.model.call;

import dev.lectern.model.ChatRequest;
import dev.lectern.model.Manner;
import dev.lectern.model.ModelException;
import dev.lectern.model.TryAgain;
import dev.lectern.model.Usage;
import dev.lectern.model.WireReply;
import dev.lectern.model.price.Tariff;

/**
 * Counts the tries that are on the wire and puts each on the bill, with its price. Where the provider does not say how many tokens a
 * reply took, a tokenizer of ours counts them. A try that brought nothing counts as a request and costs what its error says it took.
 */
final class MeteredTry implements Try {
    private final Try next;
    private final CallMeter meter;
    private final Tariff tariff;

    MeteredTry(Try next, CallMeter meter, Tariff tariff) {
        this.next = next;
        this.meter = meter;
        this.tariff = tariff;
    }

    @Override
    public WireReply ask(ChatRequest request, Manner manner, Bill bill) {
        Usage usage = Usage.NONE;
        meter.started();
        try {
            WireReply reply = next.ask(request, manner, bill);
            Usage said = reply.reply().usage();
            usage = said.total() > 0 ? said : tariff.counted(request, reply.reply());
            return reply;
        } catch (TryAgain e) {
            usage = e.usage();
            throw e;
        } catch (ModelException e) {
            usage = e.usage();
            throw e;
        } finally {
            meter.ended();
            bill.add(usage, tariff.of(usage));
        }
    }
}
