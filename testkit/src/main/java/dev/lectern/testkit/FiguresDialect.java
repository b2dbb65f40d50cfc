package dev.lectern.testkit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lectern.testkit.http.Request;
import dev.lectern.text.Json;
import java.util.List;

/** Models that find figures of texts and say nothing: a list of them in one body, with keys and errors as OpenAI has them. */
abstract class FiguresDialect implements Dialect {
    private final Dialect openAi = new OpenAiDialect();

    /** Adds what was found. */
    abstract void find(Asked asked, ArrayNode data);

    @Override
    public final String key(Request request) {
        return openAi.key(request);
    }

    @Override
    public final String whole(Asked asked, Said said, Habits habits) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("object", "list");
        find(asked, body.putArray("data"));
        body.put("model", asked.model());
        body.putObject("usage").put("prompt_tokens", said.promptTokens()).put("total_tokens", said.promptTokens());
        return Json.line(body);
    }

    @Override
    public final List<String> events(Asked asked, Said said, Habits habits) {
        throw new IllegalStateException("figures are not streamed");
    }

    @Override
    public final String error(int status, String message, String code) {
        return openAi.error(status, message, code);
    }
}
