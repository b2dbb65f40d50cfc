package dev.lectern.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lectern.testkit.http.Request;
import dev.lectern.testkit.rule.RewardRule;
import java.util.Optional;

/** Rewards of conversations, as vLLM writes them at {@code /pooling} and {@code /classify}. */
final class RewardDialect extends FiguresDialect {
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
    void find(Asked asked, ArrayNode data) {
        double reward = RewardRule.reward(asked.messages());
        ObjectNode one = data.addObject().put("index", 0).put("object", "pooling");
        one.putArray("data").add(reward);
        one.put("label", "LABEL_0").put("num_classes", 1).putArray("probs").add(reward);
    }
}
