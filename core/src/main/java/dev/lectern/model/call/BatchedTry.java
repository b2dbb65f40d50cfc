package dev.lectern.model.call;

import dev.lectern.check.Problem;
import dev.lectern.model.BatchClient.Line;
import dev.lectern.model.BatchClient.Result;
import dev.lectern.model.CallKey;
import dev.lectern.model.ChatRequest;
import dev.lectern.model.Fault;
import dev.lectern.model.Headroom;
import dev.lectern.model.Manner;
import dev.lectern.model.ModelClient;
import dev.lectern.model.ModelException;
import dev.lectern.model.TryAgain;
import dev.lectern.model.Usage;
import dev.lectern.model.WireReply;
import dev.lectern.model.batch.BatchDesk;
import dev.lectern.text.Hash;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;

/** One try that goes through a batch instead of over the wire on its own, and waits for hours where need be. */
final class BatchedTry implements Try {
    private final ModelClient client;
    private final BatchDesk desk;
    private final Time time;
    private final AtomicBoolean tended = new AtomicBoolean();

    BatchedTry(ModelClient client, BatchDesk desk, Time time) {
        this.client = client;
        this.desk = desk;
        this.time = time;
    }

    @Override
    public WireReply ask(ChatRequest request, Manner manner, Bill bill) {
        // In another manner or draw it is another line: a batch must not bring the old one again.
        String key = bill.named(Hash.sha256(CallKey.of(client.id(), request).asked(), manner.toString()));
        CompletableFuture<Result> coming = desk.join(new Line(key, request, manner), time.nanos());
        tend();
        try {
            return read(coming.get());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ModelException(
                    ModelException.Kind.UNREACHABLE, "interrupted while a batch was on its way; it goes on", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException why) {
                throw why;
            } else if (e.getCause() instanceof Error why) {
                throw why;
            }
            throw new IllegalStateException("the batch broke", e.getCause());
        }
    }

    private WireReply read(Result result) {
        if (result.status() == 200 && result.body().isPresent()) {
            return new WireReply(client.read(result.body().get(), client.id().name()), Headroom.UNSAID);
        }
        int status = result.status();
        String said = result.error().isEmpty() ? "status " + status : result.error();
        boolean passing = status < 400 || status == 408 || status == 409 || status == 429 || status >= 500;
        if (passing) {
            throw new TryAgain(
                    new Problem("a line of the batch brought nothing: " + said, client.lane()),
                    Fault.SERVER,
                    Optional.empty());
        }
        throw new ModelException(result.why(), said, result.body().orElse(said), Usage.NONE);
    }

    /** One thread looks after the desk as long as there is anything on it. */
    private void tend() {
        if (tended.compareAndSet(false, true)) {
            Thread.ofVirtual().name("batches").start(this::lookAfter);
        }
    }

    private void lookAfter() {
        try {
            Optional<Long> next = desk.step(time.nanos());
            while (next.isPresent()) {
                time.sleep(Math.max(0, next.get() - time.nanos()));
                next = desk.step(time.nanos());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            tended.set(false);
        }
        if (desk.standing().total() > 0) {
            // Somebody joined while this was about to end.
            tend();
        }
    }
}
