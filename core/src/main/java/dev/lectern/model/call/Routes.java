package dev.lectern.model.call;

import dev.lectern.check.Problem;
import dev.lectern.check.ProblemsException;
import dev.lectern.model.BodyReader;
import dev.lectern.model.ModelClient;
import dev.lectern.model.ModelId;
import dev.lectern.model.ModelProvider;
import dev.lectern.model.ModelSettings;
import dev.lectern.model.ModelSetup;
import dev.lectern.model.ModelSpec;
import dev.lectern.model.ModelToOpen;
import dev.lectern.model.ReplyStore;
import dev.lectern.model.batch.BatchDesk;
import dev.lectern.model.limit.AdaptiveLimit;
import dev.lectern.model.limit.Pace;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Lays the ways to models: from what a user names to clients behind lanes, limits, tries and the till. A model named twice has one way. */
final class Routes {
    /** What adaptive control may rise to where nobody names a limit, and where it begins. */
    static final int MOST_IN_FLIGHT = 2048;

    private static final int FIRST_IN_FLIGHT = 16;

    /** A batch may take a day each time; there the number of tries is the bound. */
    static final Duration PATIENCE_WITH_BATCHES = Duration.ofDays(30);

    private final Map<ModelId, Route> routes = new TreeMap<>(ModelId.ORDER);
    private final List<BatchDesk> desks = new ArrayList<>();
    private final ModelSettings settings;
    private final Map<String, ModelProvider> providers;
    private final Gate gate;
    private final Till till;
    private final CallMeter meter;
    private final ReplyStore store;
    private final Clock clock;

    Routes(
            ModelSettings settings,
            Map<String, ModelProvider> providers,
            Gate gate,
            Till till,
            CallMeter meter,
            ReplyStore store,
            Clock clock) {
        this.settings = settings;
        this.providers = providers;
        this.gate = gate;
        this.till = till;
        this.meter = meter;
        this.store = store;
        this.clock = clock;
    }

    /** The chat models that were named so far. */
    Map<ModelId, Route> all() {
        return Collections.unmodifiableMap(routes);
    }

    /** @param name a spec, or a name that the project gave to a model */
    Route to(String name, String where) {
        Opened opened = opened(name, where, ModelProvider::open);
        return routes.computeIfAbsent(opened.id(), id -> to(opened.clients, opened.setup));
    }

    /** A model with what it costs noted: the clients of all its endpoints, and how it was set up. */
    private record Opened(List<ModelClient> clients, ModelSetup setup) {
        ModelId id() {
            return clients.getFirst().id();
        }
    }

    private Opened opened(
            String name, String where, BiFunction<ModelProvider, ModelToOpen, List<ModelClient>> opening) {
        ModelSetup setup = setup(name);
        ModelSpec spec = ModelSpec.parse(setup.spec(), where, new TreeSet<>(providers.keySet()));
        String pool = setup.endpoints().size() > 1 ? name : "";
        ModelProvider provider =
                Optional.ofNullable(providers.get(spec.provider())).orElseThrow();
        List<ModelClient> clients = opening.apply(provider, new ModelToOpen(spec, pool, setup, settings, where));
        till.admit(clients, spec.provider(), setup, where);
        return new Opened(clients, setup);
    }

    Route to(List<ModelClient> clients, ModelSetup setup) {
        Try direct = tries(clients, setup);
        Try calls = settings.batch() ? batched(clients) : direct;
        return new Route(clients, setup, direct, calls, till::bounded, new Lessons(store, clock), meter);
    }

    private Try tries(List<ModelClient> clients, ModelSetup setup) {
        List<Lane> lanes = clients.stream().map(client -> lane(client, setup)).toList();
        Try limited = new LimitedTry(gate, gate.add(new Lanes(lanes, setup.concurrency())));
        return new RetryingTry(limited, settings.firstPause(), settings.patience(), meter, Time.REAL);
    }

    /** Through the first of the ways that has a batch interface: what is handed in there must be fetched there. */
    private Try batched(List<ModelClient> clients) {
        ModelClient client = clients.stream()
                .filter(c -> c.batch().isPresent())
                .findFirst()
                .orElseThrow(() -> new ProblemsException(
                        "the model '" + clients.getFirst().id().name() + "' has no batch interface",
                        "--batch",
                        "leave --batch out, or use a model of openai or anthropic"));
        BatchDesk desk = new BatchDesk(
                client.batch().orElseThrow(),
                client.id(),
                store,
                BatchDesk.Pauses.of(settings.firstPause(), settings.patience()),
                clock);
        desks.add(desk);
        Try lines = till.over(client, new BatchedTry(client, desk, Time.REAL));
        return new RetryingTry(lines, settings.firstPause(), PATIENCE_WITH_BATCHES, meter, Time.REAL);
    }

    /** The model's own client for its replies; those of stand-ins are read by their provider, set up or not. */
    Function<String, BodyReader> readers(Route first) {
        return provider -> provider.equals(first.id().provider())
                ? first.client()
                : Optional.ofNullable(providers.get(provider))
                        .map(ModelProvider::reader)
                        .orElse(first.client());
    }

    /** Tries at a model that scores texts; an address alone is one, as most servers of that kind hold one model. */
    Embedders.Way reranking(String name, String where) {
        return way(named(name, "reranker"), where, ModelProvider::openReranker);
    }

    /** Tries at a model that gives conversations a number; an address alone is one here too. */
    Embedders.Way rewarding(String name, String where) {
        return way(named(name, "reward"), where, ModelProvider::openReward);
    }

    private static String named(String name, String otherwise) {
        boolean bare = (name.startsWith("http://") || name.startsWith("https://")) && name.indexOf('#') < 0;
        return bare ? name + "#" + otherwise : name;
    }

    /** Tries at a model that makes vectors, paid from the same till as all others. */
    Embedders.Way embeddings(String name, String where) {
        if (!setup(name).spec().contains(":")) {
            throw new ProblemsException(
                    "'" + name + "' is no embedder",
                    where,
                    "write minilm, bge-en, bge-zh, auto, or PROVIDER:NAME such as openai:text-embedding-3-small");
        }
        return way(name, where, ModelProvider::openEmbedder);
    }

    private Embedders.Way way(
            String name, String where, BiFunction<ModelProvider, ModelToOpen, List<ModelClient>> opening) {
        Opened opened = opened(name, where, opening);
        List<Problem> problems = till.open();
        if (!problems.isEmpty()) {
            throw new ProblemsException(problems);
        }
        return new Embedders.Way(opened.id(), tries(opened.clients, opened.setup));
    }

    private ModelSetup setup(String name) {
        return Optional.ofNullable(settings.setups().get(name)).orElseGet(() -> ModelSetup.of(name));
    }

    /** How many lines of batches are through, of how many that are on their way; both 0 without batches. */
    Models.BatchStanding batches() {
        long done = 0;
        long total = 0;
        for (BatchDesk desk : desks) {
            done += desk.standing().done();
            total += desk.standing().total();
        }
        return new Models.BatchStanding(done, total);
    }

    private Lane lane(ModelClient client, ModelSetup setup) {
        OptionalInt named = setup.concurrency().isPresent() ? setup.concurrency() : settings.concurrency();
        return new Lane(
                client.lane(),
                till.over(client),
                new AdaptiveLimit(named.orElse(FIRST_IN_FLIGHT), named.orElse(MOST_IN_FLIGHT)),
                new Pace(setup.requestsPerMinute(), setup.tokensPerMinute()));
    }
}
