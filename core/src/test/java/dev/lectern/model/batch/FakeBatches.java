package dev.lectern.model.batch;

import dev.lectern.check.Problem;
import dev.lectern.model.BatchClient;
import dev.lectern.model.BatchClient.Line;
import dev.lectern.model.BatchClient.Result;
import dev.lectern.model.ChatMessage;
import dev.lectern.model.ChatRequest;
import dev.lectern.model.Fault;
import dev.lectern.model.Manner;
import dev.lectern.model.ModelException;
import dev.lectern.model.ModelId;
import dev.lectern.model.ReplyForm;
import dev.lectern.model.ReplyStore;
import dev.lectern.model.TryAgain;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Numbers its batches; each ends when the test says so. */
final class FakeBatches implements BatchClient {
    static final BatchDesk.Pauses PAUSES = new BatchDesk.Pauses(10, 100, 1_000, 5_000);

    private static final ModelId ID = new ModelId("fake", "here", "patient");

    final Map<String, List<String>> batches = new LinkedHashMap<>();
    private final List<String> ended = new ArrayList<>();
    private final List<String> expired = new ArrayList<>();
    int submitted;
    boolean down;
    boolean keepsResults;
    Optional<ModelException> no = Optional.empty();
    Optional<Error> error = Optional.empty();
    String said = "";

    /** A desk for these batches, some days after the first. */
    BatchDesk desk(int daysLater, ReplyStore store) {
        Clock clock =
                Clock.fixed(Instant.parse("2026-01-02T03:04:05Z").plusSeconds(86_400L * daysLater), ZoneOffset.UTC);
        return new BatchDesk(this, ID, store, PAUSES, clock);
    }

    static List<CompletableFuture<Result>> join(BatchDesk desk, long now, String... lines) {
        List<CompletableFuture<Result>> coming = new ArrayList<>();
        for (String line : lines) {
            ChatRequest request = ChatRequest.of(List.of(ChatMessage.user(line)));
            coming.add(desk.join(new Line(line, request, Manner.of(ReplyForm.TEXT)), now));
        }
        return coming;
    }

    void end(String batch) {
        ended.add(batch);
    }

    void expire(String line) {
        expired.add(line);
    }

    void forgetAll() {
        batches.clear();
    }

    private void look() {
        error.ifPresent(e -> {
            throw e;
        });
        if (down) {
            throw new TryAgain(new Problem("nobody answers", ""), Fault.CONNECTION, Optional.empty());
        }
    }

    @Override
    public String submit(List<Line> lines) {
        look();
        no.ifPresent(e -> {
            throw e;
        });
        String id = Integer.toString(++submitted);
        batches.put(id, lines.stream().map(Line::key).toList());
        return id;
    }

    @Override
    public State poll(String batch) {
        look();
        if (!batches.containsKey(batch)) {
            throw new ModelException(ModelException.Kind.UNREACHABLE, "no such batch", "");
        }
        return new State(
                ended.contains(batch), 0, batches.getOrDefault(batch, List.of()).size(), said);
    }

    @Override
    public List<Result> results(String batch) {
        if (keepsResults) {
            throw new TryAgain(new Problem("the server has a fault", ""), Fault.SERVER, Optional.empty());
        }
        return batches.getOrDefault(batch, List.of()).stream()
                .filter(line -> !expired.contains(line))
                .map(line -> new Result(line, 200, Optional.of("answer to " + line), ""))
                .toList();
    }
}
