package dev.lectern.model.call;

import dev.lectern.check.Problem;
import dev.lectern.model.ChatRequest;
import dev.lectern.model.Cost;
import dev.lectern.model.ModelClient;
import dev.lectern.model.ModelId;
import dev.lectern.model.ModelSettings;
import dev.lectern.model.ModelSetup;
import dev.lectern.model.Parameters;
import dev.lectern.model.ReplyStore;
import dev.lectern.model.Spent;
import dev.lectern.model.Usage;
import dev.lectern.model.price.Price;
import dev.lectern.model.price.Prices;
import dev.lectern.model.price.Tariff;
import dev.lectern.model.price.TokenCounters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Where calls are paid: knows what each way to a model costs, and keeps the budget of the run folder. */
final class Till {
    /** A call of the recipes that ship, on the long side: to reckon how many calls an amount of money is. */
    private static final Usage USUAL_CALL = new Usage(1_500, 400, 0);

    /** What an answer may have where money is limited and nobody says: as much as nearly all models can write. */
    private static final long MOST_OUTPUT = 8_192;

    private final ModelSettings settings;
    private final ReplyStore store;
    private final CallMeter meter;
    private final Prices prices;
    private final Spent before;
    private final IdentityHashMap<ModelClient, Tariff> tariffs = new IdentityHashMap<>();
    private final SortedMap<ModelId, Tariff> byModel = new TreeMap<>(ModelId.ORDER);
    private Budget budget;

    Till(ModelSettings settings, ReplyStore store, CallMeter meter) {
        this.settings = settings;
        this.store = store;
        this.meter = meter;
        this.prices = Prices.with(settings.prices());
        this.before = store.spent();
        this.budget = new Budget(settings.maxCalls(), Optional.empty(), before.calls(), 0);
    }

    /**
     * Notes what calls over these ways to a model cost.
     *
     * @param clients one for each endpoint and key of the setup
     * @throws dev.lectern.check.ProblemsException if the setup's price or tokenizer is none
     */
    void admit(List<ModelClient> clients, String provider, ModelSetup setup, String where) {
        for (ModelClient client : clients) {
            // A pool's identity is its name; what is charged depends on the host that a client asks.
            String base = setup.endpoints().size() > 1
                    ? "https://" + client.lane().replaceFirst(" .*", "")
                    : client.id().base();
            Optional<Price> price = prices.of(provider, base, client.id().name(), setup, where);
            Tariff tariff =
                    new Tariff(price, TokenCounters.of(setup, client.id().name(), where), settings.batch());
            tariffs.put(client, tariff);
            byModel.putIfAbsent(client.id(), tariff);
        }
    }

    /** Asks over the way once, if the budget allows, and books what it took. */
    Try over(ModelClient client) {
        return over(
                client,
                (request, manner, bill) -> client.ask(request, manner, hash -> bill.lands(store.landings(), hash)));
    }

    /** Asks as {@code once} does, if the budget allows and the reply could be kept, and books what it took. */
    Try over(ModelClient client, Try once) {
        Tariff tariff = Optional.ofNullable(tariffs.get(client))
                .orElseGet(() -> new Tariff(
                        Optional.empty(),
                        TokenCounters.of(
                                ModelSetup.of(client.id().name()), client.id().name(), ""),
                        false));
        Try kept = (request, manner, bill) -> {
            store.ready();
            return once.ask(request, manner, bill);
        };
        return new BudgetedTry(new MeteredTry(kept, meter, tariff), this, tariff);
    }

    /** What calls of each model cost. */
    SortedMap<ModelId, Tariff> tariffs() {
        return Collections.unmodifiableSortedMap(byModel);
    }

    Prices prices() {
        return prices;
    }

    /** What the run folder had spent before this invocation. */
    Spent before() {
        return before;
    }

    /** What the run folder has spent in all. */
    Spent spent() {
        return store.spent();
    }

    Budget budget() {
        return budget;
    }

    /** The request as it may go out: while money is limited, no answer may be longer than what was set aside for it. */
    ChatRequest bounded(ChatRequest request) {
        return budget.currency().isEmpty()
                        || Parameters.maxTokens(request.parameters()).isPresent()
                ? request
                : request.withParameter(Parameters.MAX_TOKENS, MOST_OUTPUT);
    }

    /** The amount in the currency of the limit; nothing where there is none, or no price to go by. */
    long limited(Cost cost) {
        return budget.currency()
                .filter(currency -> cost.known())
                .flatMap(currency -> prices.in(cost, currency))
                .map(Cost::micros)
                .orElse(0L);
    }

    /** How many more calls of the usual size may be made; empty for no limit. */
    OptionalLong callsLeft() {
        long fewest = budget.callsLeft().orElse(Long.MAX_VALUE);
        if (budget.microsLeft().isPresent()) {
            long dearest = byModel.values().stream()
                    .flatMap(tariff -> tariff.price().stream())
                    .mapToLong(price -> limited(price.of(USUAL_CALL, settings.batch())))
                    .max()
                    .orElse(0);
            fewest =
                    dearest == 0 ? fewest : Math.min(fewest, budget.microsLeft().getAsLong() / dearest);
        }
        return fewest == Long.MAX_VALUE ? OptionalLong.empty() : OptionalLong.of(fewest);
    }

    /**
     * Opens the budget once all models are admitted.
     *
     * @return why the limit of money can't be kept, each with the fix; none if it can, or if there is none
     */
    List<Problem> open() {
        if (settings.maxCost().isEmpty()) {
            return List.of();
        }
        List<Problem> problems = new ArrayList<>();
        NavigableSet<String> currencies = new TreeSet<>();
        byModel.forEach(
                (model, tariff) -> tariff.price()
                        .ifPresentOrElse(
                                price -> Optional.of(price.currency())
                                        .filter(code -> !code.isEmpty())
                                        .ifPresent(currencies::add),
                                () -> problems.add(
                                        new Problem(
                                                "nobody knows what the model '" + model.name()
                                                        + "' costs, so no limit can be kept",
                                                "--max-cost",
                                                "name its price in lectern.yaml: models: { NAME: { model: SPEC, input_cost: 0.25, output_cost: 2 } }"))));
        currencies.addAll(before.micros().keySet());
        Cost most = settings.maxCost().get();
        String currency = most.currency().isEmpty() && currencies.size() == 1 ? currencies.first() : most.currency();
        if (currency.isEmpty() && currencies.size() > 1) {
            problems.add(new Problem(
                    "the models are paid in several currencies (" + String.join(", ", currencies) + ")",
                    "--max-cost",
                    "say which the limit is in: --max-cost " + most.amount().toPlainString() + currencies.last()));
        }
        for (String other : currencies) {
            if (!currency.isEmpty() && prices.in(new Cost(1, other), currency).isEmpty()) {
                problems.add(new Problem(
                        "the limit is in " + currency + ", but a model is paid in " + other,
                        "--max-cost",
                        "give the rate in US dollars in the file that lectern.yaml names under 'prices': rates: { "
                                + (currency.equals("USD") ? other : currency) + ": 0.14 }"));
            }
        }
        if (problems.isEmpty()) {
            long spent = before.micros().entrySet().stream()
                    .mapToLong(entry -> prices.in(new Cost(entry.getValue(), entry.getKey()), currency)
                            .orElse(Cost.NOTHING)
                            .micros())
                    .sum();
            budget = new Budget(
                    settings.maxCalls(), Optional.of(new Cost(most.micros(), currency)), before.calls(), spent);
        }
        return problems;
    }
}
