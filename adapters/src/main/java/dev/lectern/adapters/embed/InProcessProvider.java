package dev.lectern.adapters.embed;

import ai.onnxruntime.OrtException;
import dev.lectern.check.Problem;
import dev.lectern.check.ProblemsException;
import dev.lectern.model.Embedder;
import dev.lectern.model.EmbedderProvider;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** The embedders that ship. A model is loaded when it is first opened, and stays as long as the process. */
public final class InProcessProvider implements EmbedderProvider {
    private static final Map<InProcessModel, Embedder> LOADED = new ConcurrentHashMap<>();

    @Override
    public Set<String> names() {
        return Arrays.stream(InProcessModel.values()).map(InProcessModel::spec).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Embedder open(String name, String where) {
        InProcessModel model = Arrays.stream(InProcessModel.values())
                .filter(each -> each.spec().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name));
        return LOADED.computeIfAbsent(model, each -> load(each, where));
    }

    private static Embedder load(InProcessModel model, String where) {
        // The tokenizer's library lies in its jar; it would look for a faster one on the network and for a graphics
        // card.
        System.getProperties().putIfAbsent("ai.djl.offline", "true");
        System.getProperties().putIfAbsent("RUST_FLAVOR", "cpu");
        try {
            return OnnxEmbedder.load(model, Threads.ALL);
        } catch (OrtException | IOException | RuntimeException | LinkageError e) {
            throw unfit(model, where, e);
        }
    }

    /** What to say where the model cannot be loaded. */
    static ProblemsException unfit(InProcessModel model, String where, Throwable why) {
        Throwable cause = why;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        Problem problem = new Problem(
                "the embedding model '" + model.spec() + "' cannot run on this machine: " + cause,
                where,
                "use one behind an address, such as openai:text-embedding-3-small");
        ProblemsException unfit = new ProblemsException(List.of(problem));
        unfit.initCause(why);
        return unfit;
    }

    /** As many as there are processors, all models together. They end when there is nothing to do. */
    private static final class Threads {
        private static final Executor ALL = threads(Runtime.getRuntime().availableProcessors());

        private static Executor threads(int count) {
            ThreadPoolExecutor threads = new ThreadPoolExecutor(
                    count,
                    count,
                    1,
                    TimeUnit.SECONDS,
                    new LinkedBlockingQueue<>(),
                    task -> Thread.ofPlatform().daemon().name("embedder").unstarted(task));
            threads.allowCoreThreadTimeOut(true);
            return threads;
        }
    }
}
