package dev.lectern.adapters.model;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lectern.adapters.wire.HttpAnswer;
import dev.lectern.check.Problem;
import dev.lectern.model.BodyReader;
import dev.lectern.model.ChatReply;
import dev.lectern.model.ChatRequest;
import dev.lectern.model.Manner;
import dev.lectern.model.ModelException;
import dev.lectern.model.ModelId;
import dev.lectern.model.Usage;
import dev.lectern.model.WireReply;
import dev.lectern.text.Json;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A reward model behind an address, in whichever of the {@link RewardForm}s its server speaks; found out by the first call. A reply's text is
 * the number, or empty if the server gave none; then its body is what it gave.
 */
final class RewardClient extends OverLane {
    /** What servers say to a path or a body that they don't know. */
    private static final Set<Integer> NOT_SO = Set.of(400, 404, 405, 415, 422, 501);

    private final String version;
    private final List<RewardForm> forms;
    private volatile Optional<RewardForm> spoken = Optional.empty();

    /**
     * @param lane to the address without its version and the path of a form
     * @param version as in {@code /v1}, below which chats are
     * @param path of a form, where the user gave one; else empty text, and all are tried
     */
    RewardClient(ModelId id, Lane lane, String version, String path) {
        super(id, lane);
        this.version = version;
        this.forms = Arrays.stream(RewardForm.values())
                .filter(form -> path.isEmpty() || form.path().equals(path))
                .toList();
    }

    @Override
    public WireReply ask(ChatRequest request, Manner manner) {
        Optional<RewardForm> known = spoken;
        if (known.isPresent()) {
            return read(known.get(), post(known.get(), request));
        }
        Optional<HttpAnswer> refusal = Optional.empty();
        for (RewardForm form : forms) {
            HttpAnswer answer = post(form, request);
            if (answer.status() == 200 && form.read(Bodies.tree(answer.body())).isPresent()) {
                spoken = Optional.of(form);
                return read(form, answer);
            } else if (answer.status() == 200 && forms.size() == 1) {
                return read(form, answer);
            } else if (answer.status() != 200 && !NOT_SO.contains(answer.status())) {
                throw lane.faults().ofStatus(answer);
            }
            boolean tells = answer.status() != 404 && answer.status() != 405;
            refusal = refusal.isPresent() || !tells ? refusal : Optional.of(answer);
        }
        throw unspoken(refusal);
    }

    private HttpAnswer post(RewardForm form, ChatRequest request) {
        String path = form == RewardForm.CHAT ? version + form.path() : form.path();
        return lane.post(path, Json.line(form.body(id.name(), request.messages())));
    }

    private WireReply read(RewardForm form, HttpAnswer answer) {
        if (answer.status() != 200) {
            throw lane.faults().ofStatus(answer);
        }
        JsonNode body = Bodies.tree(answer.body());
        String number = form.read(body).map(Object::toString).orElse("");
        long tokens = Math.max(
                body.path("usage").path("prompt_tokens").asLong(0),
                body.path("meta_info").path("prompt_tokens").asLong(0));
        String model = body.path("model").asText(id.name());
        String kept = number.isEmpty() ? answer.body() : number;
        return new WireReply(
                new ChatReply("", number, "", "stop", new Usage(tokens, 0, 0), model, kept), Limits.headroom(answer));
    }

    /** @param refusal the first answer that says more than that the path is not there */
    private ModelException unspoken(Optional<HttpAnswer> refusal) {
        String said = refusal.map(
                        answer -> ": " + Bodies.excerpt(lane.access().key().hide(answer.body())))
                .orElse("");
        String asked = forms.stream().map(RewardForm::path).distinct().collect(Collectors.joining(", "));
        return new ModelException(
                ModelException.Kind.UNREACHABLE,
                new Problem(
                        "no reward model answers there (asked at " + asked + ")" + said,
                        "model '" + id.name() + "' at " + id.base(),
                        "give the address of its endpoint, such as http://host:8000/classify#NAME"),
                new IllegalStateException("no form of asking is understood"));
    }

    /** Bodies are numbers already. */
    @Override
    public ChatReply read(String body, String answeredBy) {
        return BodyReader.PLAIN.read(body, answeredBy);
    }
}
