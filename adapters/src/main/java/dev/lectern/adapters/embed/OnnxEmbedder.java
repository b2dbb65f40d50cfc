package dev.lectern.adapters.embed;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.lectern.learn.Vectors;
import dev.lectern.model.Embedder;
import dev.lectern.model.ModelId;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * Runs a model on one text at a time, each by one thread: quantised models give a text other last digits among others than alone, and
 * so a vector depends on its text only. Several texts are worked on at once by several threads. Safe for many threads.
 */
final class OnnxEmbedder implements Embedder {
    /** What the models were made for; longer texts are cut there. */
    private static final String MOST_TOKENS = "512";

    private final InProcessModel model;
    private final HuggingFaceTokenizer tokenizer;
    private final OrtSession session;
    private final Executor threads;

    private OnnxEmbedder(InProcessModel model, HuggingFaceTokenizer tokenizer, OrtSession session, Executor threads) {
        this.model = model;
        this.tokenizer = tokenizer;
        this.session = session;
        this.threads = threads;
    }

    /** @throws LinkageError if there are no native libraries for this machine */
    static OnnxEmbedder load(InProcessModel model, Executor threads) throws IOException, OrtException {
        Map<String, String> cut = Map.of(
                "truncation", "true", "padding", "false", "maxLength", MOST_TOKENS, "modelMaxLength", MOST_TOKENS);
        try (InputStream words = file(model.file() + "-tokenizer.json");
                InputStream weights = file(model.file() + ".onnx");
                OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            HuggingFaceTokenizer tokenizer = HuggingFaceTokenizer.newInstance(words, cut);
            OrtSession session = OrtEnvironment.getEnvironment().createSession(weights.readAllBytes(), options);
            return new OnnxEmbedder(model, tokenizer, session, threads);
        }
    }

    private static InputStream file(String name) throws IOException {
        return Optional.ofNullable(OnnxEmbedder.class.getResourceAsStream("/" + name))
                .orElseThrow(() -> new FileNotFoundException(name + " is not on the class path"));
    }

    @Override
    public ModelId id() {
        return new ModelId("in-process", "", model.file() + "/one-by-one");
    }

    @Override
    public int dimensions() {
        return model.dimensions();
    }

    @Override
    public String asRead(String text) {
        return model.asRead(text);
    }

    @Override
    public List<float[]> embed(List<String> texts) {
        List<CompletableFuture<float[]>> vectors = texts.stream()
                .map(text -> CompletableFuture.supplyAsync(() -> embed(text), threads))
                .toList();
        return vectors.stream().map(CompletableFuture::join).toList();
    }

    private float[] embed(String text) {
        Encoding tokens = tokenizer.encode(asRead(text));
        long[] shape = {1, tokens.getIds().length};
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OnnxTensor ids = OnnxTensor.createTensor(environment, LongBuffer.wrap(tokens.getIds()), shape);
                OnnxTensor mask =
                        OnnxTensor.createTensor(environment, LongBuffer.wrap(tokens.getAttentionMask()), shape);
                OnnxTensor types = OnnxTensor.createTensor(environment, LongBuffer.wrap(tokens.getTypeIds()), shape);
                OrtSession.Result result =
                        session.run(Map.of("input_ids", ids, "attention_mask", mask, "token_type_ids", types))) {
            // The result closes its tensors itself.
            FloatBuffer numbers = ((OnnxTensor) result.get(0)).getFloatBuffer();
            float[] all = new float[numbers.remaining()];
            numbers.get(all);
            return Vectors.unit(model.pooled(all));
        } catch (OrtException e) {
            throw new IllegalStateException("the embedding model " + model.file() + " broke", e);
        }
    }
}
