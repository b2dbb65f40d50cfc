package dev.lectern.model.call;

import dev.lectern.model.ChatRequest;
import dev.lectern.model.Manner;
import dev.lectern.model.WireReply;
import dev.lectern.model.price.Tariff;

/** Stops before the request that could cross the limit. */
final class BudgetedTry implements Try {
    private final Try next;
    private final Till till;
    private final Tariff tariff;

    BudgetedTry(Try next, Till till, Tariff tariff) {
        this.next = next;
        this.till = till;
        this.tariff = tariff;
    }

    @Override
    public WireReply ask(ChatRequest request, Manner manner, Bill bill) {
        Budget budget = till.budget();
        long most = budget.currency().isPresent() ? till.limited(tariff.most(request)) : 0;
        budget.take(most);
        long cost = most;
        try {
            WireReply reply = next.ask(request, manner, bill);
            cost = till.limited(bill.last());
            return reply;
        } catch (RuntimeException e) {
            cost = till.limited(bill.last());
            throw e;
        } finally {
            budget.settle(most, cost);
        }
    }
}
