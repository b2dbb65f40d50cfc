package dev.lectern.recipe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lectern.check.Nearest;
import dev.lectern.check.Problem;
import dev.lectern.check.ProblemsException;
import dev.lectern.stage.Draw;
import dev.lectern.stage.Named;
import dev.lectern.stage.Stage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a recipe from YAML and writes it back with everything spelt out. */
public final class RecipeFile {
    /** What tells stages of one kind apart, instead of a number: {@code require: { score: reward, as: reward }} is {@code require-reward}. */
    static final String AS = "as";

    /** How often the stages run; settings are laid over it as over a stage. */
    public static final String ROUNDS = "rounds";

    private static final Set<String> KEYS = Set.of("name", "about", "draw", ROUNDS, "each", "then");

    private final YamlTree tree;
    private final Catalog catalog;
    private final Map<String, Map<String, JsonNode>> overrides = new LinkedHashMap<>();
    private final Set<String> overridden = new LinkedHashSet<>();
    private final Map<String, Integer> seen = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    private RecipeFile(YamlTree tree, Catalog catalog, List<Setting> set) {
        this.tree = tree;
        this.catalog = catalog;
        for (Setting setting : set) {
            overrides
                    .computeIfAbsent(setting.stage(), s -> new LinkedHashMap<>())
                    .put(setting.field(), setting.value());
        }
    }

    /**
     * @param file the file's name, for messages
     * @param set settings laid over the file's, as {@code --set stage.field=value} gives them
     * @throws ProblemsException with everything that is wrong in it
     */
    public static Recipe read(String file, String yaml, List<Setting> set, Catalog catalog) {
        RecipeFile reader = new RecipeFile(YamlTree.read(file, yaml), catalog, set);
        Optional<Recipe> recipe = reader.recipe();
        if (recipe.isEmpty() || !reader.problems.isEmpty()) {
            throw new ProblemsException(reader.problems);
        }
        return recipe.get();
    }

    private Optional<Recipe> recipe() {
        if (!(tree.root() instanceof ObjectNode root)) {
            problems.add(
                    tree.problem("a recipe is names with values", tree.root(), "begin with name: …, draw: …, each: …"));
            return Optional.empty();
        }
        root.properties().forEach(field -> {
            if (!KEYS.contains(field.getKey())) {
                problems.add(tree.problem(
                        "a recipe has no '" + field.getKey() + "'",
                        field.getValue(),
                        Nearest.hint(field.getKey(), KEYS)));
            }
        });
        Optional<Named<Draw<?>>> draw = draw(root);
        List<Named<Stage>> each = stages(root, "each");
        if (each.isEmpty() && problems.isEmpty()) {
            problems.add(tree.problem("the recipe has no stages", root, "add each: [ … ]"));
        }
        List<Named<Stage>> then = stages(root, "then");
        Repeat rounds = rounds(root);
        overrides.forEach((stage, fields) -> {
            if (!overridden.contains(stage)) {
                problems.add(new Problem(
                        "this recipe has no stage '" + stage + "'",
                        "--set " + stage + "." + fields.keySet().iterator().next(),
                        Nearest.hint(stage, seen.keySet())));
            }
        });
        return draw.map(d -> new Recipe(
                root.path("name").asText("unnamed"), root.path("about").asText(""), d, each, rounds, then));
    }

    private Optional<Named<Draw<?>>> draw(ObjectNode root) {
        JsonNode node = root.path("draw");
        if (node.isMissingNode()) {
            problems.add(tree.problem("the recipe has no draw", root, "add draw: all-passages"));
            return Optional.empty();
        }
        return entry(node).flatMap(e -> {
            Optional<Class<? extends Draw<?>>> type = catalog.draw(e.key);
            if (type.isEmpty()) {
                problems.add(tree.problem(
                        "there is no draw '" + e.key + "'", node, Nearest.hint(e.key, catalog.drawNames())));
            }
            return type.flatMap(t -> bind(t, e)).map(d -> new Named<Draw<?>>(e.name, d));
        });
    }

    private List<Named<Stage>> stages(ObjectNode root, String list) {
        List<Named<Stage>> stages = new ArrayList<>();
        for (JsonNode node : root.path(list)) {
            entry(node).ifPresent(e -> {
                Optional<Class<? extends Stage>> type = catalog.stage(e.key);
                if (type.isEmpty()) {
                    problems.add(tree.problem(
                            "there is no stage '" + e.key + "'", node, Nearest.hint(e.key, catalog.stageNames())));
                }
                type.flatMap(t -> bind(t, e)).ifPresent(s -> stages.add(new Named<>(e.name, s)));
            });
        }
        return stages;
    }

    private Repeat rounds(ObjectNode root) {
        JsonNode node = root.path(ROUNDS);
        Map<String, JsonNode> over = overrides.getOrDefault(ROUNDS, Map.of());
        overridden.add(ROUNDS);
        if (node.isMissingNode() && over.isEmpty()) {
            return Repeat.ONCE;
        }
        if (!node.isMissingNode() && !node.isObject()) {
            problems.add(
                    tree.problem("rounds are names with values, not " + node, node, "write rounds: { at-most: 200 }"));
            return Repeat.ONCE;
        }
        ObjectNode given = node instanceof ObjectNode written ? written : RecordBinder.empty();
        lay(ROUNDS, over, given);
        RepeatSettings settings = RecordBinder.bind(RepeatSettings.class, given, ROUNDS, tree, problems)
                .orElse(new RepeatSettings());
        return new Repeat(settings.atMost(), settings.accepted());
    }

    /** The key, its unique name and its settings, from {@code - stage} or {@code - stage: {…}}. */
    private record Entry(String key, String name, ObjectNode settings, JsonNode at) {}

    private Optional<Entry> entry(JsonNode node) {
        String key;
        JsonNode given;
        if (node.isTextual()) {
            key = node.asText();
            given = RecordBinder.empty();
        } else if (node.isObject() && node.size() == 1) {
            var field = node.properties().iterator().next();
            key = field.getKey();
            given = field.getValue().isNull() ? RecordBinder.empty() : field.getValue();
        } else {
            problems.add(tree.problem("expected one stage, as '- name' or '- name: { … }'", node, ""));
            return Optional.empty();
        }
        if (!(given instanceof ObjectNode settings)) {
            problems.add(tree.problem(
                    "settings of '" + key + "' must be names with values", node, "write " + key + ": { name: value }"));
            return Optional.empty();
        }
        JsonNode as = settings.remove(AS);
        if (as != null) {
            String name = key + "-" + as.asText();
            boolean plain = as.isTextual() && as.asText().matches("[a-z][a-z0-9-]*");
            if (!plain || seen.putIfAbsent(name, 1) != null) {
                problems.add(tree.problem(
                        "'" + as.asText() + "' cannot name a second '" + key + "'",
                        node,
                        "write a word in small letters that no other stage has: " + AS + ": quality"));
            }
            return Optional.of(new Entry(key, name, settings, node));
        }
        int n = seen.merge(key, 1, Integer::sum);
        return Optional.of(new Entry(key, n == 1 ? key : key + "-" + n, settings, node));
    }

    private <T> Optional<T> bind(Class<? extends T> type, Entry entry) {
        ObjectNode settings = entry.settings;
        Map<String, JsonNode> over = overrides.getOrDefault(entry.name, Map.of());
        overridden.add(entry.name);
        lay(entry.name, over, settings);
        return RecordBinder.bind(type, settings, entry.name, tree, problems).map(t -> (T) t);
    }

    /** What was typed stands before what the file says, and is named where it is wrong. */
    private void lay(String owner, Map<String, JsonNode> over, ObjectNode settings) {
        over.forEach((name, value) -> {
            settings.remove(name.replace('-', '_'));
            settings.set(name.replace('_', '-'), value);
            tree.typed(value, "--set " + owner + "." + name);
            tree.typed(settings, tree.where(settings) + ", with --set " + owner + "." + name);
        });
    }

    /** The YAML form of {@code rounds}. */
    record RepeatSettings(int atMost, int accepted) {
        public RepeatSettings() {
            this(1, 0);
        }

        public RepeatSettings {
            if (atMost < 1 || accepted < 0) {
                throw new IllegalArgumentException("at-most must be 1 or more, accepted 0 or more");
            }
        }
    }
}
