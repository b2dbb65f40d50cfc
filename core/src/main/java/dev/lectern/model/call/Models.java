package dev.lectern.model.call;

import dev.lectern.check.Problem;
import dev.lectern.check.ProblemsException;
import dev.lectern.model.ChatModel;
import dev.lectern.model.ChatReply;
import dev.lectern.model.ChatRequest;
import dev.lectern.model.Embedder;
import dev.lectern.model.Manner;
import dev.lectern.model.MemoryReplyStore;
import dev.lectern.model.ModelClient;
import dev.lectern.model.ModelId;
import dev.lectern.model.ModelProvider;
import dev.lectern.model.ModelSettings;
import dev.lectern.model.ModelSetup;
import dev.lectern.model.ReplyForm;
import dev.lectern.model.ReplyStore;
import dev.lectern.model.Reranker;
import dev.lectern.model.Spent;
import dev.lectern.model.price.Prices;
import dev.lectern.model.price.Tariff;
import dev.lectern.redact.Redactor;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.ServiceLoader;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The models of a run, bound to their roles. All calls go the same way: kept replies first, then stand-ins, then the form of the
 * answer, then tries, then limits, then the budget, then the wire. Call {@link #probe} before the first paid stage.
 */
public final class Models {
    /** Samples that may wait for batches at once. */
    private static final int MOST_IN_BATCHES = 20_000;

    /** Where the budget allows n calls, n / this many samples are begun at once, so that no more of it than that is left half-way. */
    private static final int UNFINISHED_SHARE = 16;

    /** The roles that do not chat. */
    public static final String EMBEDDER = "embedder";

    public static final String RERANKER = "reranker";

    /** The role that gives conversations a number; asked like a chat model, but not for words. */
    public static final String REWARD = "reward";

    private final CallMeter meter = new CallMeter();
    private final ModelSettings settings;
    private final Gate gate;
    private final Till till;
    private final Routes routes;
    private final ReplyStore store;
    private final Clock clock;
    private final Optional<Redactor> redactor;
    private final Bindings bindings;

    /** What is known of a model once it was probed; for the manifest. */
    public record Facts(ModelId id, Manner manner) {
        public ReplyForm form() {
            return manner.form();
        }
    }

    private Models(ModelSettings settings, ReplyStore store, Clock clock, Map<String, ModelProvider> providers) {
        this.settings = settings;
        this.store = store;
        this.clock = clock;
        this.redactor = settings.redaction().map(Redactor::new);
        this.gate = new Gate(settings.concurrency(), Time.REAL);
        this.till = new Till(settings, store, meter);
        this.routes = new Routes(settings, providers, gate, till, meter, store, clock);
        this.bindings = new Bindings(settings, routes, meter, store, clock, redactor);
    }

    /** No model at all: recipes that need none. */
    public static Models none() {
        return new Models(ModelSettings.of(Map.of()), new MemoryReplyStore(), Clock.systemUTC(), Map.of());
    }

    /** One model with tries and limits, and nothing kept or probed: asked in the manner of its preset. */
    public static ChatModel direct(ModelClient client, ModelSettings settings) {
        Models models = new Models(settings, new MemoryReplyStore(), Clock.systemUTC(), Map.of());
        Route route =
                models.routes.to(List.of(client), ModelSetup.of(client.id().name()));
        route.probed(client.preset().form());
        return new ChatModel() {
            @Override
            public ModelId id() {
                return client.id();
            }

            @Override
            public ChatReply chat(ChatRequest request) {
                try (Bill bill = new Bill()) {
                    return route.ask(request, bill);
                }
            }
        };
    }

    /**
     * Opens the models that are named for each role, with the providers on the class path. Does no call.
     *
     * @param roles what the user named, by role; several for roles such as {@code voters}
     * @throws ProblemsException with all that is wrong with the names, addresses and keys
     */
    public static Models open(
            SortedMap<String, List<String>> roles, ModelSettings settings, ReplyStore store, Clock clock) {
        Map<String, ModelProvider> providers = new TreeMap<>();
        ServiceLoader.load(ModelProvider.class)
                .forEach(provider -> provider.names().forEach(name -> providers.put(name, provider)));
        return open(roles, settings, store, clock, providers);
    }

    /** The same with providers of one's own choice, by the name before the colon. */
    public static Models open(
            SortedMap<String, List<String>> roles,
            ModelSettings settings,
            ReplyStore store,
            Clock clock,
            Map<String, ModelProvider> providers) {
        Models models = new Models(settings, store, clock, providers);
        List<Problem> problems = new ArrayList<>();
        roles.forEach((role, names) -> models.bindings.bind(role, names).stream()
                .filter(problem -> !problems.contains(problem))
                .forEach(problems::add));
        problems.addAll(models.till.open());
        if (!problems.isEmpty()) {
            throw new ProblemsException(problems);
        }
        return models;
    }

    /** The models bound to the role in the order they were named; none if it is not bound. */
    public List<ChatModel> of(String role) {
        return bindings.of(role);
    }

    /** What is bound to the role {@link #EMBEDDER}. */
    public Optional<Embedder> embedder() {
        return bindings.embedder();
    }

    /** What is bound to the role {@link #RERANKER}. */
    public Optional<Reranker> reranker() {
        return bindings.reranker();
    }

    /** The roles that are bound. */
    public SortedMap<String, List<ModelId>> roles() {
        return bindings.roles();
    }

    /** The models that stand in for those of a role; roles without any are not among them. */
    public SortedMap<String, List<ModelId>> standIns() {
        return bindings.standIns();
    }

    /**
     * Asks each model what it can do, unless the run folder knows already. Later calls cost nothing.
     *
     * @return what is known; a model is missing if the budget does not even allow for asking it, or if only its stand-in is there
     * @throws ProblemsException if a model can't be reached, nor any of its stand-ins: wrong key, address or name
     */
    public List<Facts> probe() {
        List<Facts> facts = new ArrayList<>();
        Map<ModelId, List<Problem>> missing = new HashMap<>();
        routes.all().forEach((id, route) -> {
            try {
                new ModelProbe(store, meter, clock).find(route).ifPresentOrElse(route::probed, route::assumed);
                route.known().ifPresent(manner -> facts.add(new Facts(id, manner)));
            } catch (ProblemsException e) {
                route.missing(e.problems().getFirst());
                missing.put(id, e.problems());
            }
        });
        List<Problem> problems = new ArrayList<>(bindings.chains().stream()
                .filter(chain -> missing.keySet().containsAll(chain))
                .flatMap(List::stream)
                .flatMap(id -> missing.getOrDefault(id, List.of()).stream())
                .distinct()
                .toList());
        bindings.reward().ifPresent(model -> problems.addAll(model.probe()));
        if (!problems.isEmpty()) {
            throw new ProblemsException(problems);
        }
        return facts;
    }

    /** Takes every model as its preset describes it, so that what would be asked can be counted without asking what it can do. */
    public void unprobed() {
        routes.all()
                .values()
                .forEach(route -> route.probed(route.client().preset().form()));
    }

    public CallMeter meter() {
        return meter;
    }

    /** How many samples may wait for their calls at once: enough that calls never wait for samples. */
    public int mostWaiting() {
        return settings.batch() ? MOST_IN_BATCHES : 2 * settings.concurrency().orElse(Routes.MOST_IN_FLIGHT);
    }

    /**
     * The same for samples that ask several times before they are finished. Under a budget they are so few that most of it goes into
     * finished ones, not into the first call of very many.
     */
    public int mostUnfinished() {
        OptionalLong left = till.callsLeft();
        return left.isPresent() ? Math.clamp(left.getAsLong() / UNFINISHED_SHARE, 1, mostWaiting()) : mostWaiting();
    }

    /** How many calls of the usual size the budget still allows; empty for no limit. */
    public OptionalLong callsLeft() {
        return till.callsLeft();
    }

    /** Lets only a part of what is left of the budget be taken from now on: {@code 1} for all of it. */
    public void share(double ofWhatIsLeft) {
        till.budget().share(ofWhatIsLeft);
    }

    /**
     * Takes one call from the budget for what is bought of others than models, a search.
     *
     * @throws ModelException {@link ModelException.Kind#BUDGET} if none is left
     */
    public void takeCall() {
        till.budget().take(0);
        till.budget().settle(0, 0);
    }

    /** What hides personal data in this run; whoever sends text out by other ways must use it too. Empty where nothing is to be hidden. */
    public Optional<Redactor> redactor() {
        return redactor;
    }

    /** What calls of each model cost, and who counts their tokens where the provider does not say. */
    public SortedMap<ModelId, Tariff> tariffs() {
        return till.tariffs();
    }

    /** The prices that hold in this run. */
    public Prices prices() {
        return till.prices();
    }

    /** What the run folder has spent, all invocations together. */
    public Spent spent() {
        return till.spent();
    }

    /** What it had spent before this invocation. */
    public Spent spentBefore() {
        return till.before();
    }

    /** How many calls adaptive control would let through now, over all models. */
    public int limit() {
        return gate.limit();
    }

    /** How many ways to a model are not asked just now: they told us to wait, or they don't take the key. */
    public int lanesPaused() {
        return gate.paused();
    }

    /** The ways to a model that are given up as it stands. */
    public List<GivenUp> givenUp() {
        return gate.out();
    }

    /**
     * Opens an embedder within the limits and the budget of this run. Call it before the first paid call.
     *
     * @param name minilm, bge-en, bge-zh, auto, a spec such as {@code openai:text-embedding-3-small}, or a name that the project gave to one
     * @param where the option or setting that named it
     * @throws ProblemsException if it is none, cannot run here, or its key is missing
     */
    public Embedder embedder(String name, String where) {
        return bindings.embedder(name, where);
    }

    /** How many lines of batches are through, of how many that are on their way; both 0 without batches. */
    public BatchStanding batches() {
        return routes.batches();
    }

    /** @param done lines that are through, of {@code total} that are on their way */
    public record BatchStanding(long done, long total) {}
}
