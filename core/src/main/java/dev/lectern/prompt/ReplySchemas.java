package dev.lectern.prompt;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

/** Schemas of replies that have more to them than an answer with citations. */
public final class ReplySchemas {
    private static final String CITATIONS = """
            {"type":"array","items":{"type":"object","additionalProperties":false,
              "required":["passage","quote"],"properties":{
                "passage":{"type":"integer"},"quote":{"type":"string"}}}}
            """;

    private ReplySchemas() {}

    /** That of an answer, with a text before it. */
    public static JsonNode answerWith(String first) {
        ObjectNode schema = AnswerReply.SCHEMA.deepCopy();
        ObjectNode properties = schema.objectNode();
        properties.putObject(first).putArray("type").add("string").add("null");
        properties.setAll((ObjectNode) schema.path("properties"));
        schema.set("properties", properties);
        ((ArrayNode) schema.path("required")).insert(1, TextNode.valueOf(first));
        return schema;
    }

    /** {@code {"turns":[{"role","content","citations"}]}}. */
    public static JsonNode turns() {
        return Schemas.read("""
                {"type":"object","additionalProperties":false,"required":["turns"],"properties":{
                  "turns":{"type":"array","items":{"type":"object","additionalProperties":false,
                    "required":["role","content","standalone","citations"],"properties":{
                      "role":{"type":"string","enum":["user","assistant"]},
                      "content":{"type":"string"},
                      "standalone":{"type":["string","null"]},
                      "citations":%s}}}}}
                """.formatted(CITATIONS));
    }

    /** {@code {"turns":[{"role","content","tool_calls":[{"name","arguments"}],"citations"}]}}; arguments and results are JSON as text, for theirs is no schema of ours. */
    public static JsonNode calls() {
        return Schemas.read("""
                {"type":"object","additionalProperties":false,"required":["turns"],"properties":{
                  "turns":{"type":"array","items":{"type":"object","additionalProperties":false,
                    "required":["role","content","tool_calls","citations"],"properties":{
                      "role":{"type":"string","enum":["assistant","tool"]},
                      "content":{"type":["string","null"]},
                      "tool_calls":{"type":"array","items":{"type":"object","additionalProperties":false,
                        "required":["name","arguments"],"properties":{
                          "name":{"type":"string"},"arguments":{"type":["string","null"]}}}},
                      "citations":%s}}}}}
                """.formatted(CITATIONS));
    }
}
