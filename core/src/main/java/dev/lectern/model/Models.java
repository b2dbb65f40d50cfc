package dev.lectern.model;

import dev.lectern.check.Problem;
import dev.lectern.check.ProblemsException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The models of a run, bound to their roles. All calls go the same way: kept replies first, then the budget, then tries, then the
 * limit on calls in flight, then the wire. Call {@link #probe} before the first paid stage.
 */
public final class Models {
    private final SortedMap<String, List<ChatModel>> byRole = new TreeMap<>();
    private final Map<ModelId, ModelClient> clients = new TreeMap<>(ModelId.ORDER);
    private final Map<ModelId, ChatModel> chains = new TreeMap<>(ModelId.ORDER);
    private final Map<ModelId, ReplyForm> forms = new ConcurrentHashMap<>();
    private final CallMeter meter = new CallMeter();
    private final ModelSettings settings;
    private final Semaphore permits;
    private final Budget budget;
    private final ReplyStore store;
    private final Clock clock;

    /** What is known of a model once it was probed; for the manifest. */
    public record Facts(ModelId id, ReplyForm form) {}

    private Models(ModelSettings settings, ReplyStore store, Clock clock) {
        this.settings = settings;
        this.store = store;
        this.clock = clock;
        this.permits = new Semaphore(settings.concurrency(), true);
        this.budget = Budget.over(store, settings.maxCalls());
    }

    /** No model at all: recipes that need none. */
    public static Models none() {
        return new Models(ModelSettings.of(Map.of()), new MemoryReplyStore(), Clock.systemUTC());
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
        Models models = new Models(settings, store, clock);
        List<Problem> problems = new ArrayList<>();
        TreeSet<String> known = new TreeSet<>(providers.keySet());
        roles.forEach((role, specs) -> {
            List<ChatModel> bound = new ArrayList<>();
            for (String text : specs) {
                String where = "model '" + text + "'";
                try {
                    ModelSpec spec = ModelSpec.parse(text, where, known);
                    ModelProvider provider =
                            Optional.ofNullable(providers.get(spec.provider())).orElseThrow();
                    bound.add(models.chain(provider.open(spec, settings, where)));
                } catch (ProblemsException e) {
                    e.problems().stream().filter(p -> !problems.contains(p)).forEach(problems::add);
                }
            }
            models.byRole.put(role, List.copyOf(bound));
        });
        if (!problems.isEmpty()) {
            throw new ProblemsException(problems);
        }
        return models;
    }

    /** The models bound to the role in the order they were named; none if it is not bound. */
    public List<ChatModel> of(String role) {
        return byRole.getOrDefault(role, List.of());
    }

    /** The roles that are bound. */
    public SortedMap<String, List<ModelId>> roles() {
        SortedMap<String, List<ModelId>> roles = new TreeMap<>();
        byRole.forEach((role, models) ->
                roles.put(role, models.stream().map(ChatModel::id).toList()));
        return roles;
    }

    /**
     * Asks each model what it can do, unless the run folder knows already. Later calls cost nothing.
     *
     * @return what is known; a model is missing if the budget does not even allow for asking it
     * @throws ProblemsException if a model can't be reached: wrong key, address or name
     */
    public List<Facts> probe() {
        List<Facts> facts = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        clients.forEach((id, client) -> {
            try {
                Function<ReplyForm, ChatModel> wire = form -> wire(client, () -> form);
                Optional<ReplyForm> form = new ModelProbe(store, budget, meter, clock).find(id, wire, client);
                form.ifPresent(best -> {
                    forms.put(id, best);
                    facts.add(new Facts(id, best));
                });
            } catch (ProblemsException e) {
                problems.addAll(e.problems());
            }
        });
        if (!problems.isEmpty()) {
            throw new ProblemsException(problems);
        }
        return facts;
    }

    public CallMeter meter() {
        return meter;
    }

    private ChatModel chain(ModelClient client) {
        ModelClient first = clients.computeIfAbsent(client.id(), id -> client);
        return chains.computeIfAbsent(
                client.id(),
                id -> new DurableModel(
                        new BudgetedModel(wire(first, () -> form(id)), budget), store, first, meter, clock));
    }

    private ReplyForm form(ModelId id) {
        return Optional.ofNullable(forms.get(id))
                .orElseThrow(() -> new IllegalStateException("model " + id.name() + " was not probed"));
    }

    private ChatModel wire(ModelClient client, Supplier<ReplyForm> form) {
        ChatModel one = new ChatModel() {
            @Override
            public ModelId id() {
                return client.id();
            }

            @Override
            public ChatReply chat(ChatRequest request) {
                return client.ask(request, form.get());
            }
        };
        return new RetryingModel(new LimitedModel(new MeteredModel(one, meter), permits), settings.firstPause(), meter);
    }
}
