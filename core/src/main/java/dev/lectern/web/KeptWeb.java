package dev.lectern.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.lectern.corpus.Document;
import dev.lectern.corpus.GrowingCorpus;
import dev.lectern.model.CallKey;
import dev.lectern.model.Cost;
import dev.lectern.model.ModelException;
import dev.lectern.model.Reply;
import dev.lectern.model.ReplyStore;
import dev.lectern.model.Usage;
import dev.lectern.text.Json;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Nothing is searched or fetched twice: what came is kept before anybody sees it, and whoever wants what is just on its way waits for
 * it. Pages that were read join the corpus.
 */
public final class KeptWeb implements Web {
    public static final String SEARCH = "search";
    public static final String PAGE = "page";

    private final Optional<SearchEngine> engine;
    private final WebProvider provider;
    private final WebProvider.Pages pages;
    private final ReplyStore store;
    private final GrowingCorpus corpus;
    private final Clock clock;
    private final Runnable allowed;
    private final WebTally tally = new WebTally();
    private final Map<String, CompletableFuture<List<WebHit>>> searches = new ConcurrentHashMap<>();
    private final Map<String, CompletableFuture<WebPage>> reads = new ConcurrentHashMap<>();

    /** How a page is kept: what came, or why nothing did. */
    private record KeptPage(
            @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<Fetched.Page> page,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<String> refused) {}

    /**
     * The way to the web of one run.
     *
     * @param engine empty where none was named: then pages can be read, and nothing searched
     * @param allowed takes one call from the budget, or throws where none is left: asked before each search that goes out
     */
    public KeptWeb(
            Optional<SearchEngine> engine,
            WebProvider provider,
            WebProvider.Pages pages,
            ReplyStore store,
            GrowingCorpus corpus,
            Clock clock,
            Runnable allowed) {
        this.allowed = allowed;
        this.engine = engine;
        this.provider = provider;
        this.pages = pages;
        this.store = store;
        this.corpus = corpus;
        this.clock = clock;
    }

    public WebTally tally() {
        return tally;
    }

    @Override
    public boolean searches() {
        return engine.isPresent();
    }

    @Override
    public List<WebHit> search(String query, int page) {
        SearchEngine asked = engine.orElseThrow(() -> new IllegalStateException("no search engine"));
        CallKey key = CallKey.of(
                Map.of("kind", SEARCH, "provider", asked.name(), "base", asked.base(), "query", query, "page", page));
        return once(searches, key.hash(), () -> {
            Optional<Reply> kept = store.find(key.hash());
            tally.searched(kept.isPresent());
            String answer = kept.map(Reply::answer).orElseGet(() -> {
                allowed.run();
                long began = clock.millis();
                String came = asked.ask(query, page);
                return keep(key, SEARCH, came, asked.name(), began).answer();
            });
            return asked.hits(answer);
        });
    }

    @Override
    public WebPage read(String url, WebManners manners) {
        WebPage seen = once(reads, url, () -> {
            Optional<Reply> kept = store.find(pageKey(url).hash())
                    .or(() -> store.find(noKey(url, manners).hash()));
            WebPage page =
                    kept.isPresent() ? page(Json.read(kept.get().answer(), KeptPage.class)) : fetched(url, manners);
            tally.read(page, kept.isPresent());
            return page;
        });
        if (seen instanceof WebPage.Unreached) {
            // Whoever comes later may have better luck.
            reads.remove(url);
        }
        // Kept where another list of hosts held, it may have led to a host that this one skips.
        return seen instanceof WebPage.Read read
                ? manners.against(URI.create(read.document().uri()))
                        .<WebPage>map(WebPage.Refused::new)
                        .orElse(seen)
                : seen;
    }

    @Override
    public void forgo(String url, WebManners manners, String why) {
        kept(noKey(url, manners), new KeptPage(Optional.empty(), Optional.of(why)), clock.millis());
    }

    private static CallKey pageKey(String url) {
        return CallKey.of(Map.of("kind", PAGE, "url", url));
    }

    /** A no holds for as long as the same may be fetched. */
    private static CallKey noKey(String url, WebManners manners) {
        return CallKey.of(Map.of(
                "kind", PAGE,
                "url", url,
                "allow", manners.allowHosts(),
                "skip", manners.skipHosts(),
                "private", manners.privateHosts(),
                "bytes", manners.mostBytes()));
    }

    private WebPage fetched(String url, WebManners manners) {
        long began = clock.millis();
        return switch (pages.fetch(url, manners)) {
            case Fetched.Unreached nobody -> new WebPage.Unreached(nobody.why());
            case Fetched.Refused no ->
                page(kept(noKey(url, manners), new KeptPage(Optional.empty(), Optional.of(no.why())), began));
            case Fetched.Page page ->
                page(kept(pageKey(url), new KeptPage(Optional.of(page), Optional.empty()), began));
        };
    }

    private KeptPage kept(CallKey key, KeptPage page, long began) {
        String from = page.page().map(Fetched.Page::url).orElse("");
        return Json.read(keep(key, PAGE, Json.line(page), from, began).answer(), KeptPage.class);
    }

    private WebPage page(KeptPage kept) {
        if (kept.refused().isPresent()) {
            return new WebPage.Refused(kept.refused().get());
        }
        Optional<Document> document = kept.page().flatMap(provider::document);
        document.ifPresent(corpus::add);
        return document.<WebPage>map(WebPage.Read::new).orElseGet(() -> new WebPage.Refused("no text on the page"));
    }

    /** Engines charge by the search, so a search counts as one call, however often it was tried; pages cost nothing and count as none. */
    private Reply keep(CallKey key, String kind, String answer, String by, long began) {
        try {
            return store.put(Reply.to(
                    key,
                    kind,
                    answer,
                    by,
                    Usage.NONE,
                    Cost.NOTHING,
                    kind.equals(SEARCH) ? 1 : 0,
                    clock.millis() - began,
                    clock.instant()));
        } catch (UncheckedIOException e) {
            throw new ModelException(
                    ModelException.Kind.UNREACHABLE, "the store of replies fails: " + e.getMessage(), e);
        }
    }

    /** Whoever comes first does it, the others wait for what comes of it; what failed is tried anew by who comes next. */
    private static <T> T once(Map<String, CompletableFuture<T>> flights, String key, Supplier<T> work) {
        CompletableFuture<T> own = new CompletableFuture<>();
        CompletableFuture<T> first = flights.putIfAbsent(key, own);
        if (first == null) {
            try {
                own.complete(work.get());
            } catch (RuntimeException e) {
                flights.remove(key);
                own.completeExceptionally(e);
                throw e;
            }
            return own.join();
        }
        try {
            return first.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException why ? why : e;
        }
    }
}
