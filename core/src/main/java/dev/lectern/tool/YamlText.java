package dev.lectern.tool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.StringReader;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** YAML as JSON, in the order of the file; {@code on} and {@code no} are words, as people mean them. */
final class YamlText {
    private static final int MOST_NODES = 500_000;
    private static final int DEEPEST = 100;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private int nodes;

    private YamlText() {}

    /** @throws YAMLException if it is no YAML, or grows beyond measure where its aliases are written out */
    static JsonNode read(String text, int mostCharacters) {
        LoaderOptions options = new LoaderOptions();
        options.setNestingDepthLimit(DEEPEST);
        options.setCodePointLimit(mostCharacters);
        Node root = new Yaml(options).compose(new StringReader(text));
        return root == null ? JSON.missingNode() : new YamlText().json(root, 0);
    }

    private JsonNode json(Node node, int depth) {
        if (++nodes > MOST_NODES || depth > DEEPEST) {
            throw new YAMLException("its aliases make it too large");
        }
        return switch (node) {
            case MappingNode mapping -> {
                ObjectNode object = JSON.objectNode();
                for (NodeTuple field : mapping.getValue()) {
                    String key = field.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
                    object.set(key, json(field.getValueNode(), depth + 1));
                }
                yield object;
            }
            case SequenceNode sequence -> {
                ArrayNode array = JSON.arrayNode();
                for (Node item : sequence.getValue()) {
                    array.add(json(item, depth + 1));
                }
                yield array;
            }
            case ScalarNode scalar -> scalar(scalar);
            default -> JSON.missingNode();
        };
    }

    private static JsonNode scalar(ScalarNode scalar) {
        String value = scalar.getValue();
        if (scalar.getTag().equals(Tag.NULL)) {
            return JSON.nullNode();
        } else if (scalar.getTag().equals(Tag.BOOL) && value.matches("(?i)true|false")) {
            return JSON.booleanNode(Boolean.parseBoolean(value));
        } else if (scalar.getTag().equals(Tag.INT) && value.matches("[-+]?\\d{1,400}")) {
            return JSON.numberNode(new BigInteger(value));
        } else if (scalar.getTag().equals(Tag.FLOAT)
                && value.matches("[-+]?\\d{1,400}(?:\\.\\d{0,400})?(?:[eE][-+]?\\d{1,3})?")) {
            return JSON.numberNode(new BigDecimal(value));
        }
        return JSON.textNode(value);
    }
}
