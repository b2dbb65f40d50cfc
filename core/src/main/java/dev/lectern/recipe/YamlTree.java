package dev.lectern.recipe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.lectern.check.Problem;
import dev.lectern.check.ProblemsException;
import java.io.StringReader;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** YAML as a JSON tree that still knows the line of every node, so that each mistake can be pointed at. No types are created from it. */
public final class YamlTree {
    private final String file;
    private final IdentityHashMap<JsonNode, String> places = new IdentityHashMap<>();
    private final JsonNode root;

    private YamlTree(String file, String text) {
        this.file = file;
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(20);
        Node node = new Yaml(options).compose(new StringReader(text));
        this.root = node == null ? JsonNodeFactory.instance.objectNode() : convert(node);
    }

    /** @throws ProblemsException if it is no YAML, with the line */
    public static YamlTree read(String file, String text) {
        try {
            return new YamlTree(file, text);
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            throw new ProblemsException(
                    "not valid YAML: " + e.getProblem(),
                    file + ", line " + line,
                    "check indentation, quotes and colons there");
        }
    }

    public JsonNode root() {
        return root;
    }

    /** "file, line n" of a node of this tree, or where it was {@link #typed}; the file alone for any other. */
    public String where(JsonNode node) {
        return places.getOrDefault(node, file);
    }

    /** A node that came from elsewhere; true, false and null are the same node everywhere and have no place. */
    void typed(JsonNode node, String where) {
        if (!node.isBoolean() && !node.isNull()) {
            places.put(node, where);
        }
    }

    public Problem problem(String what, JsonNode node, String fix) {
        return new Problem(what, where(node), fix);
    }

    private JsonNode convert(Node node) {
        JsonNode converted = switch (node) {
            case MappingNode mapping -> object(mapping);
            case SequenceNode sequence -> array(sequence.getValue());
            case ScalarNode scalar -> scalar(scalar);
            default -> throw new IllegalStateException("no such YAML node: " + node);
        };
        places.put(converted, file + ", line " + (node.getStartMark().getLine() + 1));
        return converted;
    }

    private ObjectNode object(MappingNode mapping) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (NodeTuple tuple : mapping.getValue()) {
            String key = ((ScalarNode) tuple.getKeyNode()).getValue();
            JsonNode value = convert(tuple.getValueNode());
            object.set(key, value);
        }
        return object;
    }

    private ArrayNode array(List<Node> nodes) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        nodes.forEach(n -> array.add(convert(n)));
        return array;
    }

    /** Numbers and texts are new nodes each time, so that identity finds their line; true and null have their parent's. */
    private static JsonNode scalar(ScalarNode scalar) {
        String value = scalar.getValue();
        if (scalar.getTag().equals(Tag.INT)) {
            try {
                return LongNode.valueOf(Long.decode(value.replace("_", "")));
            } catch (NumberFormatException e) {
                return new TextNode(value);
            }
        }
        if (scalar.getTag().equals(Tag.FLOAT)) {
            return DoubleNode.valueOf(Double.parseDouble(value));
        }
        if (scalar.getTag().equals(Tag.BOOL)) {
            return BooleanNode.valueOf(List.of("true", "yes", "on").contains(value.toLowerCase(Locale.ROOT)));
        }
        return scalar.getTag().equals(Tag.NULL) ? NullNode.getInstance() : new TextNode(value);
    }
}
