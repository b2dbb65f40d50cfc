package dev.lectern.recipe;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import dev.lectern.check.Nearest;
import dev.lectern.check.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Makes a record of settings. The shortest public constructor names what must be given; what it fills in are the
 * defaults, and given settings are laid over them. Setting names are kebab-case; snake_case is taken too.
 */
final class RecordBinder {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .withCoercionConfig(
                    LogicalType.Textual,
                    c -> c.setCoercion(CoercionInputShape.Integer, CoercionAction.TryConvert)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.TryConvert))
            .build();

    private RecordBinder() {}

    /** The record's fields as a tree, everything spelt out. */
    static JsonNode settings(Object record) {
        return MAPPER.valueToTree(record);
    }

    /** The settings a record has, and their defaults where it has any; for lists. */
    static Map<String, Optional<JsonNode>> describe(Class<?> type) {
        Map<String, Optional<JsonNode>> fields = new LinkedHashMap<>();
        Optional<JsonNode> defaults = required(type).isEmpty()
                ? Optional.of(settings(construct(shortest(type), List.of())))
                : Optional.empty();
        for (RecordComponent component : type.getRecordComponents()) {
            String name = kebab(component.getName());
            fields.put(name, required(type).contains(name) ? Optional.empty() : defaults.map(d -> d.path(name)));
        }
        return fields;
    }

    static List<String> required(Class<?> type) {
        return Arrays.stream(shortest(type).getParameters())
                .map(p -> kebab(p.getName()))
                .toList();
    }

    /**
     * @param given the settings, as an object; problems are added, none thrown
     * @return empty if there was a problem
     */
    static <T> Optional<T> bind(
            Class<T> type, ObjectNode given, String owner, YamlTree tree, Collection<Problem> problems) {
        int before = problems.size();
        Map<String, RecordComponent> components = new LinkedHashMap<>();
        for (RecordComponent c : type.getRecordComponents()) {
            components.put(kebab(c.getName()), c);
        }
        Map<String, Object> values = new LinkedHashMap<>();
        given.properties().forEach(field -> {
            String name = field.getKey().replace('_', '-');
            RecordComponent component = components.get(name);
            if (component == null) {
                String hint = components.isEmpty() ? "it has no settings" : Nearest.hint(name, components.keySet());
                problems.add(tree.problem(
                        "'" + owner + "' has no setting '" + field.getKey() + "'", field.getValue(), hint));
            } else {
                read(component, field.getValue())
                        .ifPresentOrElse(
                                v -> values.put(name, v),
                                () -> problems.add(tree.problem(
                                        owner + "." + name + " must be " + expected(component) + ", not "
                                                + field.getValue(),
                                        field.getValue(),
                                        "")));
            }
        });
        for (String name : required(type)) {
            if (!values.containsKey(name) && !given.has(name)) {
                problems.add(
                        tree.problem("'" + owner + "' needs the setting '" + name + "'", given, "add " + name + ": …"));
            }
        }
        return problems.size() > before
                ? Optional.empty()
                : make(type, components, values, owner, given, tree, problems);
    }

    private static <T> Optional<T> make(
            Class<T> type,
            Map<String, RecordComponent> components,
            Map<String, Object> values,
            String owner,
            JsonNode at,
            YamlTree tree,
            Collection<Problem> problems) {
        try {
            T defaults = construct(
                    shortest(type), required(type).stream().map(values::get).toList());
            List<Object> all = new ArrayList<>();
            for (var c : components.entrySet()) {
                Object value = values.get(c.getKey());
                all.add(value != null ? value : c.getValue().getAccessor().invoke(defaults));
            }
            return Optional.of(construct(canonical(type), all));
        } catch (IllegalArgumentException e) {
            problems.add(tree.problem("'" + owner + "': " + e.getMessage(), at, ""));
            return Optional.empty();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + type, e);
        }
    }

    private static Optional<Object> read(RecordComponent component, JsonNode node) {
        try {
            Object value = MAPPER.readerFor(MAPPER.constructType(component.getGenericType()))
                    .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .readValue(MAPPER.treeAsTokens(node));
            return Optional.ofNullable(value);
        } catch (JsonProcessingException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String expected(RecordComponent component) {
        Class<?> type = component.getType();
        if (type == int.class || type == long.class) {
            return "a whole number";
        } else if (type == double.class) {
            return "a number";
        } else if (type == boolean.class) {
            return "true or false";
        } else if (type == String.class) {
            return "a word";
        } else if (List.class.isAssignableFrom(type)) {
            return "a list";
        } else if (Map.class.isAssignableFrom(type)) {
            return "names with values, {name: value}";
        }
        return type.isEnum()
                ? "one of "
                        + Arrays.stream(type.getEnumConstants())
                                .map(e -> e.toString().toLowerCase(Locale.ROOT))
                                .toList()
                : "a " + kebab(type.getSimpleName());
    }

    @SuppressWarnings("unchecked")
    private static <T> Constructor<T> shortest(Class<T> type) {
        return (Constructor<T>) Arrays.stream(type.getConstructors())
                .min(Comparator.comparingInt(Constructor::getParameterCount))
                .orElseThrow(() -> new IllegalStateException(type + " has no public constructor"));
    }

    private static <T> Constructor<T> canonical(Class<T> type) throws NoSuchMethodException {
        return type.getDeclaredConstructor(Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new));
    }

    private static <T> T construct(Constructor<T> constructor, List<?> values) {
        try {
            return constructor.newInstance(values.toArray());
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException bad) {
                throw bad;
            }
            throw new IllegalStateException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make " + constructor, e);
        }
    }

    static String kebab(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }

    static ObjectNode empty() {
        return JsonNodeFactory.instance.objectNode();
    }
}
