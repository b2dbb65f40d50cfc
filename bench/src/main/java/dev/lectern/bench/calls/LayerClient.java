package dev.lectern.bench.calls;

import dev.lectern.model.ChatModel;
import dev.lectern.model.ChatRequest;
import dev.lectern.model.ModelException;
import dev.lectern.model.ModelSettings;
import dev.lectern.model.ReplyStore;
import dev.lectern.model.ReplyStoreProvider;
import dev.lectern.model.call.Models;
import dev.lectern.text.Hash;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;

/** Lectern's whole layer as a build uses it: from virtual threads, every reply kept on disk before it is told of. */
final class LayerClient implements Load {
    private final Path folder;

    private final boolean json;

    /**
     * @param folder where replies are kept; what is there already is not asked again
     * @param json whether answers are asked for in JSON, so that broken JSON is seen to be broken
     */
    LayerClient(Path folder, boolean json) {
        this.folder = folder;
        this.json = json;
    }

    /** @param inFlight 0 leaves it to adaptive control */
    @Override
    public Answers run(String baseUrl, int calls, int inFlight) throws Exception {
        Files.createDirectories(folder);
        ModelSettings settings = ModelSettings.of(Map.of()).withBaseUrl(baseUrl);
        settings = inFlight > 0 ? settings.withConcurrency(inFlight) : settings;
        AtomicInteger answered = new AtomicInteger();
        AtomicInteger limit = new AtomicInteger();
        try (ReplyStore store = store(folder);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Models models = Models.open(
                    new TreeMap<>(Map.of("writer", List.of("openai:test-model"))), settings, store, Clock.systemUTC());
            models.probe();
            ChatModel model = models.of("writer").getFirst();
            Questions questions = new Questions();
            AtomicLongArray hashes = new AtomicLongArray(calls);
            Semaphore waiting = new Semaphore(models.mostWaiting());
            for (int i = 0; i < calls; i++) {
                int n = i;
                waiting.acquire();
                threads.execute(() -> {
                    try {
                        ChatRequest request = json ? questions.inJson(n) : questions.question(n);
                        hashes.set(n, Hash.rank(model.chat(request).text()));
                        // Where nothing is asked just now there is no limit to read.
                        if (answered.incrementAndGet() % 64 == 0) {
                            int now = models.limit();
                            limit.updateAndGet(before -> now > 0 ? now : before);
                        }
                    } catch (ModelException e) {
                        Complaints.add(e);
                    } finally {
                        waiting.release();
                    }
                });
            }
            waiting.acquire(models.mostWaiting());
            Complaints.print();
            System.err.println("retried " + models.meter().counts().retriedFor());
            if (store.count("chat") < answered.get()) {
                throw new IllegalStateException("answers were told of and not kept");
            }
            return new Answers(answered.get(), Hash.id(hashes.toString()), limit.get());
        }
    }

    private static ReplyStore store(Path folder) {
        return ServiceLoader.load(ReplyStoreProvider.class)
                .findFirst()
                .orElseThrow()
                .open(folder.resolve(ReplyStoreProvider.FILE));
    }
}
