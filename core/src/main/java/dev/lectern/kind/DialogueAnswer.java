package dev.lectern.kind;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.lectern.prompt.AnswerReply;
import dev.lectern.prompt.ReplySchemas;
import dev.lectern.sample.Sample;
import dev.lectern.sample.Turn;
import dev.lectern.text.Hash;
import dev.lectern.text.Json;
import dev.lectern.text.JsonRepair;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A whole conversation that begins with the question, each of the assistant's turns with its citations. How long it is and what turn it
 * takes (a correction, a doubt, a wish for more) is drawn by the question's words.
 */
record DialogueAnswer() implements AnswerForm {
    private static final JsonNode SCHEMA = ReplySchemas.turns();
    private static final List<String> TURNS_EN = List.of(
            "the user asks for more about something that the assistant named",
            "the user corrects something in an earlier message of their own, and the assistant answers what was meant",
            "the user doubts an answer, and the assistant shows what it rests on",
            "the user narrows the question down to a case of their own",
            "the user asks how two things that came up differ, or how they belong together");
    private static final List<String> TURNS_ZH = List.of(
            "用户就助手提到的某一点继续追问",
            "用户更正自己前面说过的话，助手按更正后的意思回答",
            "用户对某个回答提出疑问，助手说明依据的事实",
            "用户把问题缩小到自己的具体情形",
            "用户询问前面提到的两样东西有什么区别或联系");

    @Override
    public String prompt() {
        return "answer-from-evidence/turns";
    }

    @Override
    public JsonNode schema() {
        return SCHEMA;
    }

    @Override
    public Map<String, String> more(Sample asked) {
        List<String> ways = asked.language().startsWith("zh") ? TURNS_ZH : TURNS_EN;
        return Map.of(
                "exchanges",
                Integer.toString(2 + pick(3, "exchanges", asked)),
                "way",
                ways.get(pick(ways.size(), "way", asked)));
    }

    private static int pick(int n, String what, Sample asked) {
        return (int) Long.remainderUnsigned(Hash.rank("dialogue", what, asked.instruction()), n);
    }

    @Override
    public Optional<Answer> read(String reply, Sample asked) {
        Optional<JsonRepair.Found> found = JsonRepair.find(reply).filter(f -> !f.cut());
        return found.map(JsonRepair.Found::json)
                .map(json -> json.isArray() ? json : json.path("turns"))
                .filter(JsonNode::isArray)
                .map(turns -> read(turns, asked));
    }

    private static Answer read(JsonNode said, Sample asked) {
        if (said.isEmpty()) {
            return Answer.silent("no conversation");
        }
        List<Turn> turns = new ArrayList<>();
        List<AnswerReply.Citation> citations = new ArrayList<>();
        ArrayNode standalone = Json.mapper().createArrayNode();
        ArrayNode cited = Json.mapper().createArrayNode();
        if (!said.get(0).path("role").asText("").equals("user")) {
            turns.addAll(asked.messages());
        }
        for (JsonNode turn : said) {
            String role = turn.path("role").asText("").strip();
            String content = turn.path("content").asText("").strip();
            // The question was screened and compared with others as it stands; it stays so.
            turns.add(new Turn(role, turns.isEmpty() ? asked.instruction() : content));
            List<AnswerReply.Citation> proof = AnswerReply.citations(turn.path("citations"));
            citations.addAll(proof);
            if (role.equals("assistant")) {
                ArrayNode quotes = cited.addArray();
                proof.forEach(citation -> quotes.add(citation.quote()));
            }
            if (role.equals("user") && turns.size() > 1) {
                String whole = turn.path("standalone").asText("").strip();
                standalone.add(whole.isEmpty() || whole.equals("null") ? content : whole);
            }
        }
        SortedMap<String, JsonNode> extra = new TreeMap<>();
        if (!standalone.isEmpty()) {
            extra.put(Exchanges.STANDALONE, standalone);
            extra.put(Exchanges.CITED, cited);
        }
        return new Answer(turns, citations, Optional.empty(), extra);
    }
}
