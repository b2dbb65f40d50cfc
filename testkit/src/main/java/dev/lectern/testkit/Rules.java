package dev.lectern.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lectern.model.ChatMessage;
import dev.lectern.prompt.Fenced;
import dev.lectern.testkit.rule.JudgeRule;
import dev.lectern.text.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A model's mind, by rule: reads the passages out of the prompt and replies with sensible JSON and literal quotes. A function of the
 * messages and the seed. {@code slips} is the share of replies with a mistake that real models make: a wrong quote, an invented number, "according to
 * the passage", no answer.
 *
 * @param spoilt for a kind of task the share of its answers that are such as the kind's check must not let through; for {@link #OFF_SCALE}
 *     the share of ratings that are 11 out of 5, for {@link #OFF_SCALE_ONCE} of those that are so until the model is shown what is wrong
 */
public record Rules(long seed, double slips, Map<String, Double> spoilt) {
    public static final String OFF_SCALE = "off-scale";
    public static final String OFF_SCALE_ONCE = "off-scale-once";

    /** Characters of the echo: some 150 tokens. */
    private static final int ECHO = 600;

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    public Rules {
        spoilt = Map.copyOf(spoilt);
    }

    public Rules(long seed, double slips) {
        this(seed, slips, Map.of());
    }

    /** Without a slip. */
    public static Rules sensible() {
        return new Rules(1, 0);
    }

    /** What the model says to these messages. */
    public String reply(List<ChatMessage> messages) {
        return reply(messages, Optional.empty());
    }

    /** The same where the reply should fit a schema. A request to mend a reply is answered as the one before it should have been. */
    public String reply(List<ChatMessage> messages, Optional<JsonNode> schema) {
        String system = messages.getFirst().content();
        String user = task(messages);
        if (system.contains("two instructions ask for the same") || system.contains("两条指令的要求是否相同")) {
            return "{\"supported\":true,\"unsupported\":[],\"reason\":\"\"}";
        } else if (system.contains("\"instructions\"")) {
            return Json.line(new AskRule(luck()).reply(user));
        } else if (system.contains("belongs in a dataset") || system.contains("是否属于某个")) {
            boolean outside = GoalRule.outside(user, PassageReader.fenced(user));
            return "{\"supported\":" + !outside + ",\"unsupported\":[],\"reason\":\"what it is about\"}";
        } else if (JudgeRule.asked(system)) {
            String judged = JudgeRule.reply(system, user, PassageReader.fenced(user));
            return offScale(messages, user) ? JudgeRule.elevenOutOfFive(judged) : judged;
        } else if (FollowUpRule.asked(system)) {
            return Json.line(FollowUpRule.reply(PassageReader.fenced(user)));
        } else if (system.contains("\"pairs\"")) {
            return Json.line(pairs(user));
        } else if (system.contains("\"response\"") || system.contains("\"turns\"")) {
            return Json.line(
                    new Shapes(spoilt.keySet()).dress(system, user, answers().reply(user)));
        } else if (user.contains("\"ready\"")) {
            return "{\"ready\":true}";
        }
        Optional<ObjectNode> searching = SearchRules.reply(system, user);
        if (searching.isPresent()) {
            return Json.line(searching.get());
        }
        String echo = "You said: " + user.substring(0, Math.min(ECHO, user.length()));
        return schema.map(wanted -> Json.line(SchemaFiller.fill(wanted, echo))).orElse(echo);
    }

    private boolean offScale(List<ChatMessage> messages, String user) {
        boolean shown = messages.stream().anyMatch(message -> message.role().equals("assistant"));
        double chance = luck().chance("off-scale", user);
        double always = Optional.ofNullable(spoilt.get(OFF_SCALE)).orElse(0.0);
        double once = Optional.ofNullable(spoilt.get(OFF_SCALE_ONCE)).orElse(0.0);
        return chance < always || (!shown && chance < always + once);
    }

    /** What the user said last before the model replied, or last of all if it hasn't. */
    private static String task(List<ChatMessage> messages) {
        String task = messages.getFirst().content();
        for (ChatMessage message : messages) {
            if (message.role().equals("assistant")) {
                break;
            }
            task = message.content();
        }
        return task;
    }

    /** Each instruction of {@link AskRule} with the sentence that it was made of as answer and quote. */
    private ObjectNode pairs(String user) {
        ObjectNode reply = JSON.objectNode();
        ArrayNode pairs = reply.putArray("pairs");
        String passage = PassageReader.fenced(user).getFirst();
        for (JsonNode asked : new AskRule(luck()).reply(user).path("instructions")) {
            ObjectNode said = answers()
                    .reply(Fenced.text(passage) + "\n"
                            + Fenced.text(asked.path("instruction").asText()));
            if (said.path("response").isTextual()) {
                pairs.addObject()
                        .put("instruction", asked.path("instruction").asText())
                        .put("response", said.path("response").asText())
                        .put(
                                "quote",
                                said.path("citations").path(0).path("quote").asText())
                        .put("task", asked.path("task").asText());
            }
        }
        return reply;
    }

    private AnswerRule answers() {
        return new AnswerRule(luck(), slips, spoilt);
    }

    private Luck luck() {
        return new Luck(seed);
    }
}
