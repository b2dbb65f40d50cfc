package dev.lectern.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lectern.testkit.http.Request;
import dev.lectern.testkit.rule.RewardRule;
import dev.lectern.text.Json;
import java.util.List;
import java.util.Optional;

/** Rewards of conversations, as vLLM writes them at {@code /pooling} and {@code /classify}. */
final class RewardDialect implements Dialect {
    private final OpenAiDialect openAi = new OpenAiDialect();

    @Override
    public String key(Request request) {
        return openAi.key(request);
    }

    @Override
    public Asked asked(Request request, JsonNode body) {
        return OpenAiDialect.asked(body);
    }

    @Override
    public Optional<Refusal> unfit(Asked asked) {
        return asked.messages().isEmpty()
                ? Optional.of(new Refusal(400, "messages: Field required", "BadRequestError"))
                : Optional.empty();
    }

    @Override
    public String whole(Asked asked, Said said, Habits habits) {
        double reward = RewardRule.reward(asked.messages());
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("object", "list");
        ObjectNode one = body.putArray("data").addObject().put("index", 0).put("object", "pooling");
        one.putArray("data").add(reward);
        one.put("label", "LABEL_0").put("num_classes", 1).putArray("probs").add(reward);
        body.put("model", asked.model());
        body.putObject("usage").put("prompt_tokens", said.promptTokens()).put("total_tokens", said.promptTokens());
        return Json.line(body);
    }

    @Override
    public List<String> events(Asked asked, Said said, Habits habits) {
        throw new IllegalStateException("rewards are not streamed");
    }

    @Override
    public String error(int status, String message, String code) {
        return openAi.error(status, message, code);
    }
}
