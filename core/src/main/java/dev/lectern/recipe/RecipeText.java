package dev.lectern.recipe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lectern.stage.Named;
import dev.lectern.stage.Stage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/** A recipe as YAML with every setting spelt out: what {@code run/recipe.yaml} keeps, and what fingerprints are taken of. */
public final class RecipeText {
    private RecipeText() {}

    public static String of(Recipe recipe) {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("name", recipe.name());
        if (!recipe.about().isEmpty()) {
            root.put("about", recipe.about());
        }
        root.put("draw", entry(recipe.draw().name(), recipe.draw().what()));
        if (!recipe.rounds().equals(Repeat.ONCE)) {
            Map<String, Object> rounds = new LinkedHashMap<>();
            rounds.put("at-most", recipe.rounds().atMost());
            rounds.put("accepted", recipe.rounds().accepted());
            root.put("rounds", rounds);
        }
        root.put("each", entries(recipe.each()));
        if (!recipe.then().isEmpty()) {
            root.put("then", entries(recipe.then()));
        }
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setWidth(120);
        return new Yaml(options).dump(root);
    }

    /** The settings of one stage as canonical JSON. */
    public static String settings(Object stage) {
        return RecordBinder.settings(stage).toString();
    }

    private static List<Object> entries(List<Named<Stage>> stages) {
        List<Object> list = new ArrayList<>();
        stages.forEach(s -> list.add(entry(s.name(), s.what())));
        return list;
    }

    /** The number or the word that makes a second stage of a kind unique is not part of its key. */
    private static Object entry(String name, Object what) {
        JsonNode settings = RecordBinder.settings(what);
        String key = name.replaceFirst("-\\d+$", "");
        String kind = RecordBinder.kebab(what.getClass().getSimpleName());
        if (!key.equals(kind) && key.startsWith(kind + "-") && settings instanceof ObjectNode fields) {
            fields.put(RecipeFile.AS, key.substring(kind.length() + 1));
            key = kind;
        }
        return settings.isEmpty() ? key : Map.of(key, plain(settings));
    }

    private static Object plain(JsonNode node) {
        if (node.isObject()) {
            Map<String, Object> map = new LinkedHashMap<>();
            node.properties().forEach(f -> map.put(f.getKey(), plain(f.getValue())));
            return map;
        } else if (node.isArray()) {
            List<Object> list = new ArrayList<>();
            node.forEach(n -> list.add(plain(n)));
            return list;
        } else if (node.isIntegralNumber()) {
            return node.asLong();
        } else if (node.isNumber()) {
            return node.asDouble();
        }
        return node.isBoolean() ? (Object) node.asBoolean() : node.asText();
    }
}
