package dev.lectern.recipe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.lectern.check.ProblemsException;

/** A setting given outside the recipe's file: {@code stage.field=value}; the value is read as YAML. */
public record Setting(String stage, String field, JsonNode value) {
    /** @throws ProblemsException if the text has another form */
    public static Setting parse(String text) {
        int equals = text.indexOf('=');
        int dot = equals < 0 ? -1 : text.lastIndexOf('.', equals);
        if (dot <= 0 || dot + 1 == equals) {
            throw new ProblemsException(
                    "'" + text + "' is no setting",
                    "--set",
                    "write --set stage.field=value, as in --set require.at-least=0.9");
        }
        String value = text.substring(equals + 1);
        JsonNode node = value.isBlank()
                ? new TextNode(value)
                : YamlTree.read("--set " + text, value).root();
        return new Setting(text.substring(0, dot), text.substring(dot + 1, equals), node);
    }
}
