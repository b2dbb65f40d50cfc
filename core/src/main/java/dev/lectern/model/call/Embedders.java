package dev.lectern.model.call;

import dev.lectern.check.ProblemsException;
import dev.lectern.model.Embedder;
import dev.lectern.model.EmbedderProvider;
import dev.lectern.model.ModelId;
import dev.lectern.model.ModelSettings;
import dev.lectern.model.ReplyStore;
import dev.lectern.redact.Redactor;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.function.BiFunction;

/** Finds the embedder that a user names, and sees to it that each vector is made once. */
public final class Embedders {
    /** Chooses by the language of each text. */
    private static final String AUTO = "auto";

    private static final String ENGLISH = "minilm";
    private static final String CHINESE = "bge-zh";

    private final ReplyStore store;
    private final Clock clock;
    private final BiFunction<String, String, Way> ways;
    private final Optional<Redactor> redactor;

    /** How to ask a model behind an address. */
    record Way(ModelId id, Try tries) {}

    /**
     * @param ways finds a model behind an address by its name and what named it
     * @param redactor hides personal data from models behind addresses; those in process get texts as they are
     */
    Embedders(ReplyStore store, Clock clock, BiFunction<String, String, Way> ways, Optional<Redactor> redactor) {
        this.redactor = redactor;
        this.store = store;
        this.clock = clock;
        this.ways = ways;
    }

    /**
     * One by itself; for one that shares the budget of a run, {@link Models#embedder}. Does no call.
     *
     * @param spec minilm, bge-en, bge-zh, auto, or a model behind an address: {@code openai:text-embedding-3-small}
     * @throws ProblemsException if it is none, cannot run here, or its key is missing
     */
    public static Embedder open(String spec, ModelSettings settings, ReplyStore store, Clock clock) {
        return Models.open(new TreeMap<>(), settings, store, clock).embedder(spec, "embedder '" + spec + "'");
    }

    Embedder named(String name, String where) {
        if (name.equals(AUTO)) {
            return new LanguageEmbedder(inProcess(ENGLISH, where), inProcess(CHINESE, where));
        } else if (providers().containsKey(name)) {
            return inProcess(name, where);
        }
        Way way = ways.apply(name, where);
        Embedder kept = new KeptEmbedder(way.id(), OptionalInt.empty(), new AskedVectors(way.tries()), store, clock);
        return redactor.<Embedder>map(hider -> new RewordedEmbedder(kept, hider::hiding))
                .orElse(kept);
    }

    private Embedder inProcess(String name, String where) {
        Embedder model = Optional.ofNullable(providers().get(name))
                .orElseThrow(() -> new ProblemsException(
                        "the embedder '" + name + "' is not on the class path", where, "add lectern-adapters to it"))
                .open(name, where);
        Embedder kept = new KeptEmbedder(
                model.id(), OptionalInt.of(model.dimensions()), (texts, bill) -> model.embed(texts), store, clock);
        return new RewordedEmbedder(kept, model::asRead);
    }

    private static Map<String, EmbedderProvider> providers() {
        Map<String, EmbedderProvider> providers = new TreeMap<>();
        ServiceLoader.load(EmbedderProvider.class)
                .forEach(provider -> provider.names().forEach(name -> providers.put(name, provider)));
        return providers;
    }
}
