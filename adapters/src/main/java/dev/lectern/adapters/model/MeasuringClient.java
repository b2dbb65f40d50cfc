package dev.lectern.adapters.model;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lectern.adapters.wire.HttpAnswer;
import dev.lectern.model.BodyReader;
import dev.lectern.model.ChatMessage;
import dev.lectern.model.ChatReply;
import dev.lectern.model.ChatRequest;
import dev.lectern.model.Manner;
import dev.lectern.model.ModelId;
import dev.lectern.model.Usage;
import dev.lectern.model.WireReply;
import dev.lectern.text.Json;
import java.util.List;
import java.util.Map;

/** A model behind an address that does not chat: the messages of a request are texts, and its reply has a line for each figure. */
final class MeasuringClient extends OverLane {
    private final Measure measure;
    /** Which of the ways to ask this server takes. */
    private volatile int way;

    MeasuringClient(ModelId id, Lane lane, Measure measure) {
        super(id, lane);
        this.measure = measure;
    }

    @Override
    public WireReply ask(ChatRequest request, Manner manner) {
        List<String> messages =
                request.messages().stream().map(ChatMessage::content).toList();
        HttpAnswer answer = answer(measure.ways(id.name(), messages));
        if (answer.status() != 200) {
            throw lane.faults().ofStatus(answer);
        }
        JsonNode body = Bodies.tree(answer.body());
        String lines = measure.read(body, messages)
                .orElseThrow(() -> lane.faults()
                        .ofBody(
                                answer,
                                "the server answers with something that is no list of " + measure.found() + ": "));
        String model = body.path("model").asText(id.name());
        return new WireReply(
                new ChatReply("", "", "", "stop", usage(body.path("usage")), model, lines), Limits.headroom(answer));
    }

    /** The first way that the server does not call unfit; if it likes none, what it says of the one that is customary. */
    private HttpAnswer answer(List<Map<String, Object>> ways) {
        int from = way;
        HttpAnswer first = post(ways.get(from));
        HttpAnswer answer = first;
        for (int next = from + 1; unfit(answer) && next < ways.size(); next++) {
            answer = post(ways.get(next));
            if (answer.status() == 200) {
                way = next;
            }
        }
        return answer.status() == 200 ? answer : first;
    }

    private static boolean unfit(HttpAnswer answer) {
        return answer.status() == 400 || answer.status() == 422;
    }

    private HttpAnswer post(Map<String, Object> body) {
        return lane.post(
                lane.access().address().base().endsWith(measure.path()) ? "" : measure.path(), Json.line(body));
    }

    /** Some count tokens of the texts, some only all of them. */
    private static Usage usage(JsonNode said) {
        return new Usage(
                Math.max(
                        said.path("prompt_tokens").asLong(0),
                        said.path("total_tokens").asLong(0)),
                0,
                0);
    }

    /** Bodies are figures already. */
    @Override
    public ChatReply read(String body, String answeredBy) {
        return BodyReader.PLAIN.read(body, answeredBy);
    }
}
