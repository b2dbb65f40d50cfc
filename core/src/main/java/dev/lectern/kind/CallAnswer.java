package dev.lectern.kind;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lectern.prompt.AnswerReply;
import dev.lectern.prompt.ReplySchemas;
import dev.lectern.sample.Sample;
import dev.lectern.sample.Turn;
import dev.lectern.text.Json;
import dev.lectern.text.JsonRepair;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Calls with their results, and the answer behind them. */
record CallAnswer() implements AnswerForm {
    private static final JsonNode SCHEMA = ReplySchemas.calls();
    private static final Map<String, String> EN = Map.of(
            "single", "The assistant makes one call, gets its result, and answers.",
            "parallel",
                    "The assistant makes the calls side by side in one turn, for none needs what another gives; each result is a turn, in the order of the calls; then it answers.",
            "steps",
                    "The assistant makes one call, gets its result, makes the next call with what it gave, gets that result, and answers.",
            "none",
                    "None of the tools serves the request. The assistant calls none; it says in one or two sentences what it can't do with what it has, and what it could do instead or who could help.");
    private static final Map<String, String> ZH = Map.of(
            "single", "助手调用一次工具，得到结果，然后回答。",
            "parallel", "助手在同一轮里并列调用，因为各次调用互不依赖；每个结果各占一轮，顺序与调用相同；然后回答。",
            "steps", "助手先调用一次，得到结果，再用其中的内容进行下一次调用，得到结果，然后回答。",
            "none", "没有一个工具适合这个请求。助手不调用任何工具，用一两句话说明凭现有的工具做不到什么，以及可以改做什么或找谁帮忙。");

    @Override
    public String prompt() {
        return "answer-from-evidence/calls";
    }

    @Override
    public JsonNode schema() {
        return SCHEMA;
    }

    @Override
    public Map<String, String> more(Sample asked) {
        boolean chinese = asked.language().startsWith("zh");
        String shape = asked.tags().getOrDefault(Offer.TAG, "single");
        return new TreeMap<>(
                Map.of("tools", Offer.lines(asked.tools()), "shape", (chinese ? ZH : EN).getOrDefault(shape, "")));
    }

    @Override
    public Optional<Answer> read(String reply, Sample asked) {
        return JsonRepair.find(reply)
                .filter(found -> !found.cut())
                .map(found ->
                        found.json().isArray() ? found.json() : found.json().path("turns"))
                .filter(JsonNode::isArray)
                .map(turns -> turns.isEmpty() ? Answer.silent("no conversation") : read(turns, asked));
    }

    private static Answer read(JsonNode said, Sample asked) {
        List<Turn> turns = new ArrayList<>(asked.messages());
        List<AnswerReply.Citation> citations = new ArrayList<>();
        Deque<JsonNode> open = new ArrayDeque<>();
        int calls = 0;
        for (JsonNode turn : said) {
            String role = turn.path("role").asText("").strip();
            JsonNode content = turn.path("content");
            String text = content.isContainerNode()
                    ? Json.line(content)
                    : content.asText("").strip();
            citations.addAll(AnswerReply.citations(turn.path("citations")));
            if (role.equals("user")) {
                continue;
            } else if (role.equals("tool")) {
                JsonNode call = open.isEmpty() ? Json.mapper().missingNode() : open.removeFirst();
                turns.add(result(text, call));
                continue;
            }
            List<JsonNode> made = new ArrayList<>();
            for (JsonNode call : turn.path("tool_calls")) {
                made.add(call("call_" + ++calls, call));
            }
            open.addAll(made);
            // Layouts keep what is said apart from what is called; words beside a call announce it and say nothing.
            turns.add(new Turn(
                    "assistant",
                    made.isEmpty() ? text : "",
                    Optional.empty(),
                    made,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty()));
        }
        return Answer.of(turns, citations);
    }

    private static Turn result(String text, JsonNode call) {
        return new Turn(
                "tool",
                text,
                Optional.empty(),
                List.of(),
                Optional.of(call.path("id").asText("")).filter(id -> !id.isEmpty()),
                Optional.of(call.path("function").path("name").asText("")).filter(name -> !name.isEmpty()),
                Optional.empty());
    }

    /** Arguments come as JSON in text or, from models that don't heed the schema, as an object. */
    private static JsonNode call(String id, JsonNode said) {
        JsonNode function = said.has("function") ? said.path("function") : said;
        JsonNode arguments = function.path("arguments");
        JsonNode object = arguments.isTextual()
                ? JsonRepair.find(arguments.asText())
                        .map(JsonRepair.Found::json)
                        .orElse(arguments)
                : arguments;
        boolean none = object.isNull()
                || object.isMissingNode()
                || (object.isTextual()
                        && object.asText().replaceAll("[{}\\s]", "").isEmpty());
        ObjectNode call = Json.mapper().createObjectNode().put("id", id).put("type", "function");
        call.putObject("function")
                .put("name", function.path("name").asText("").strip())
                .set("arguments", none ? Json.mapper().createObjectNode() : object);
        return call;
    }
}
