package dev.lectern.model.call;

import dev.lectern.check.Problem;
import dev.lectern.check.ProblemsException;
import dev.lectern.model.ChatModel;
import dev.lectern.model.Embedder;
import dev.lectern.model.ModelId;
import dev.lectern.model.ModelSettings;
import dev.lectern.model.Parameters;
import dev.lectern.model.ReplyStore;
import dev.lectern.model.Reranker;
import dev.lectern.redact.Redactor;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Which models do the work of which role, each behind what is kept, hidden and tried again for it. */
final class Bindings {
    private final SortedMap<String, List<ChatModel>> chats = new TreeMap<>();
    private final SortedMap<String, List<ModelId>> standIns = new TreeMap<>();
    private final Map<List<ModelId>, ChatModel> chains = new HashMap<>();
    private final ModelSettings settings;
    private final Routes routes;
    private final CallMeter meter;
    private final ReplyStore store;
    private final Clock clock;
    private final Optional<Redactor> redactor;
    private Optional<Embedder> embedder = Optional.empty();
    private Optional<Reranker> reranker = Optional.empty();
    private Optional<RewardModel> reward = Optional.empty();

    Bindings(
            ModelSettings settings,
            Routes routes,
            CallMeter meter,
            ReplyStore store,
            Clock clock,
            Optional<Redactor> redactor) {
        this.settings = settings;
        this.routes = routes;
        this.meter = meter;
        this.store = store;
        this.clock = clock;
        this.redactor = redactor;
    }

    /**
     * Does no call.
     *
     * @param names specs, or names that the project gave to models; several for roles that take several
     * @return what is wrong with them
     */
    List<Problem> bind(String role, List<String> names) {
        List<Problem> problems = new ArrayList<>();
        List<ChatModel> bound = new ArrayList<>();
        for (String name : names) {
            try {
                switch (role) {
                    case Models.EMBEDDER -> embedder = Optional.of(embedder(name, "--" + Models.EMBEDDER));
                    case Models.RERANKER -> reranker = Optional.of(reranker(name));
                    case Models.REWARD -> bound.add(rewarding(name));
                    default -> bound.add(chat(role, name));
                }
            } catch (ProblemsException e) {
                problems.addAll(e.problems());
            }
        }
        if (!role.equals(Models.EMBEDDER) && !role.equals(Models.RERANKER)) {
            chats.put(role, List.copyOf(bound));
        }
        return problems;
    }

    private ChatModel chat(String role, String name) {
        Route first = routes.to(name, "model '" + name + "'");
        List<Route> all = new ArrayList<>(List.of(first));
        first.setup()
                .fallback()
                .forEach(next -> all.add(routes.to(next, "fallback '" + next + "' of model '" + name + "'")));
        SortedMap<String, Object> parameters =
                new TreeMap<>(Parameters.checked(first.setup().parameters(), "models." + name));
        parameters.putAll(Parameters.checked(
                settings.roleParameters().getOrDefault(role, Collections.emptySortedMap()), "roles." + role));
        all.forEach(route -> route.expect(parameters));
        all.stream().skip(1).forEach(next -> standsIn(next.id(), role));
        ChatModel durable = chains.computeIfAbsent(
                all.stream().map(Route::id).toList(),
                ids -> new DurableModel(
                        first.id(), new FallbackAsker(List.copyOf(all)), store, routes.readers(first), meter, clock));
        ChatModel model = parameters.isEmpty() ? durable : new ParameterModel(durable, parameters);
        return redactor.<ChatModel>map(hider -> new RedactedModel(model, hider)).orElse(model);
    }

    private void standsIn(ModelId model, String role) {
        List<ModelId> known = standIns.computeIfAbsent(role, r -> new ArrayList<>());
        if (!known.contains(model)) {
            known.add(model);
        }
    }

    private ChatModel rewarding(String name) {
        RewardModel model = new RewardModel(routes.rewarding(name, "--reward"), store, meter, clock, redactor);
        reward = Optional.of(model);
        return model;
    }

    private Reranker reranker(String name) {
        Embedders.Way way = routes.reranking(name, "--rerank");
        UnaryOperator<String> hidden =
                text -> redactor.map(hider -> hider.hiding(text)).orElse(text);
        return new KeptScores(new Keeping(Reranker.KEPT, way.id(), store, clock), way.tries(), hidden);
    }

    /** As {@link Models#embedder(String, String)}. */
    Embedder embedder(String name, String where) {
        return new Embedders(store, clock, routes::embeddings, redactor).named(name, where);
    }

    List<ChatModel> of(String role) {
        return chats.getOrDefault(role, List.of());
    }

    Optional<Embedder> embedder() {
        return embedder;
    }

    Optional<Reranker> reranker() {
        return reranker;
    }

    Optional<RewardModel> reward() {
        return reward;
    }

    SortedMap<String, List<ModelId>> roles() {
        SortedMap<String, List<ModelId>> roles = new TreeMap<>();
        chats.forEach((role, models) ->
                roles.put(role, models.stream().map(ChatModel::id).toList()));
        embedder.ifPresent(model -> roles.put(Models.EMBEDDER, List.of(model.id())));
        reranker.ifPresent(model -> roles.put(Models.RERANKER, List.of(model.id())));
        return roles;
    }

    SortedMap<String, List<ModelId>> standIns() {
        return Collections.unmodifiableSortedMap(standIns);
    }

    /** Each model that chats, with its stand-ins. */
    Set<List<ModelId>> chains() {
        return Collections.unmodifiableSet(chains.keySet());
    }
}
