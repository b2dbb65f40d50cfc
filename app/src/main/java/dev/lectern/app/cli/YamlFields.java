package dev.lectern.app.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Reads nodes of a YAML file as plain values, each with the line where it stands. */
final class YamlFields {
    private YamlFields() {}

    /**
     * A field of a mapping.
     *
     * @param key in snake_case
     * @param written the key as it stands there
     */
    record Field(String key, String written, Node value, int line) {
        Optional<String> text() {
            return YamlFields.text(value);
        }
    }

    static List<Field> of(MappingNode mapping) {
        List<Field> fields = new ArrayList<>();
        for (NodeTuple tuple : mapping.getValue()) {
            String key = key(tuple);
            fields.add(new Field(key.replace('-', '_'), key, tuple.getValueNode(), line(tuple.getKeyNode())));
        }
        return fields;
    }

    /** The key as it is written. */
    static String key(NodeTuple tuple) {
        return tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
    }

    static int line(Node node) {
        return node.getStartMark() == null ? 1 : node.getStartMark().getLine() + 1;
    }

    /** A scalar's text; empty for anything else, and where nothing is written. */
    static Optional<String> text(Node node) {
        return node instanceof ScalarNode scalar && !scalar.getTag().equals(Tag.NULL)
                ? Optional.of(scalar.getValue())
                : Optional.empty();
    }

    /** One text or a list of texts. */
    static List<String> texts(Node node) {
        return node instanceof SequenceNode list
                ? list.getValue().stream().flatMap(item -> text(item).stream()).toList()
                : text(node).stream().toList();
    }

    /** Numbers, truth, text, lists and maps. */
    static Object value(Node node) {
        return switch (node) {
            case SequenceNode list ->
                list.getValue().stream().map(YamlFields::value).toList();
            case MappingNode map -> {
                Map<String, Object> values = new LinkedHashMap<>();
                map.getValue().forEach(tuple -> values.put(key(tuple), value(tuple.getValueNode())));
                yield values;
            }
            case ScalarNode scalar -> scalar(scalar);
            default -> "";
        };
    }

    private static Object scalar(ScalarNode scalar) {
        String text = scalar.getValue();
        try {
            if (scalar.getTag().equals(Tag.INT)) {
                return Long.valueOf(text.replace("_", ""));
            } else if (scalar.getTag().equals(Tag.FLOAT)) {
                return Double.valueOf(text.replace("_", ""));
            }
        } catch (NumberFormatException e) {
            return text; // hexadecimal and the like: nothing that a model takes
        }
        return scalar.getTag().equals(Tag.BOOL)
                ? (Object) List.of("true", "yes", "on").contains(text.toLowerCase(Locale.ROOT))
                : text;
    }
}
