package dev.lectern.adapters.model;

import dev.lectern.adapters.wire.HttpAnswer;
import dev.lectern.adapters.wire.Intake;
import dev.lectern.model.BatchClient;
import dev.lectern.model.ChatReply;
import dev.lectern.model.ChatRequest;
import dev.lectern.model.Landings;
import dev.lectern.model.Manner;
import dev.lectern.model.ModelId;
import dev.lectern.model.TryAgain;
import dev.lectern.model.UnfitManner;
import dev.lectern.model.WireReply;
import java.util.Optional;
import java.util.TreeMap;

/** A model behind an HTTP address. One call is one HTTP request; the calling thread waits, so use a virtual one. */
final class WireModel extends OverLane {
    private final Dialect dialect;
    private final Manner preset;
    private final Optional<BatchClient> batch;

    WireModel(ModelId id, Lane lane, Dialect dialect, Manner preset, Optional<BatchClient> batch) {
        super(id, lane);
        this.dialect = dialect;
        this.preset = preset;
        this.batch = batch;
    }

    @Override
    public Manner preset() {
        return preset;
    }

    @Override
    public Optional<BatchClient> batch() {
        return batch;
    }

    @Override
    public WireReply ask(ChatRequest request, Manner manner) {
        return ask(request, manner, Landings.NONE);
    }

    @Override
    public WireReply ask(ChatRequest request, Manner manner, Landings landings) {
        String asked = dialect.write(id.name(), request, manner);
        String path = dialect.path(id.name());
        HttpAnswer answer = dialect.streams(request, manner)
                ? streamed(path, asked, landings)
                : lane.post(path, asked, Intake.whole(), landings);
        if (answer.status() != 200) {
            throw fault(answer, request, manner);
        }
        Dialect.Heard heard = dialect.hear(answer.body());
        if (!heard.isReply()) {
            throw lane.faults().ofBody(answer);
        }
        return new WireReply(heard.read(heard.model().orElse(id.name())), Limits.headroom(answer));
    }

    @Override
    public ChatReply read(String body, String answeredBy) {
        return dialect.hear(body).read(answeredBy);
    }

    /** The reply put together from its pieces, as if it had come in one. */
    private HttpAnswer streamed(String path, String asked, Landings landings) {
        StreamedCompletion pieces = new StreamedCompletion();
        Intake intake = Intake.events(pieces);
        HttpAnswer answer;
        try {
            answer = lane.post(path, asked, intake, landings);
        } catch (TryAgain e) {
            if (!intake.streams() || !pieces.isWhole()) {
                throw e;
            }
            // All was said; only the connection did not end as it should.
            return new HttpAnswer(200, new TreeMap<>(), pieces.body());
        }
        if (!intake.streams()) {
            return answer;
        } else if (!pieces.isWhole() && !pieces.isError()) {
            throw lane.faults().ofCutStream(pieces.body());
        }
        return new HttpAnswer(200, answer.headers(), pieces.body());
    }

    /** Templates that can't take a request make some servers fall over with a 500. */
    private RuntimeException fault(HttpAnswer answer, ChatRequest request, Manner manner) {
        int status = answer.status();
        boolean complains = status == 400 || status == 422 || status == 500;
        // Understood as it came: a stand-in for a key, such as x, may be part of any word.
        return Optional.of(answer.body())
                .filter(words -> complains)
                .flatMap(words -> Complaint.quirk(words, request, manner))
                .<RuntimeException>map(quirk -> new UnfitManner(
                        quirk, Bodies.excerpt(lane.access().key().hide(answer.body()))))
                .orElseGet(() -> lane.faults().ofStatus(answer));
    }
}
