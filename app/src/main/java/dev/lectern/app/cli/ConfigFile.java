package dev.lectern.app.cli;

import dev.lectern.app.words.Words;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A {@code lectern.yaml}: the options of a project, each key an option's name in kebab-case or snake_case, and
 * {@code sources} for the documents. Paths in it are relative to the file.
 *
 * @param sources the documents; the file's own folder if it names none
 */
record ConfigFile(Path file, List<String> sources, Map<Option, Given> given, Project project) {
    static final String NAME = "lectern.yaml";

    /** Names that other tools use for an option of ours. */
    private static final Map<String, Option> HABITS = Map.of(
            "output_dir", Option.OUTPUT,
            "num_pairs", Option.SAMPLES,
            "max_concurrent_requests", Option.CONCURRENCY,
            "concurrency_limit", Option.CONCURRENCY,
            "max_workers", Option.CONCURRENCY);

    ConfigFile {
        sources = List.copyOf(sources);
        given = Map.copyOf(given);
    }

    /** Reads the file and notes what is wrong with it. */
    static ConfigFile read(Path file, Problems problems) {
        return new Reader(file, problems).read();
    }

    /** One reading of one file. */
    private static final class Reader {
        private final Path file;
        private final Problems problems;
        private final Words words;
        private final List<String> sources = new ArrayList<>();
        private final Map<Option, Given> given = new EnumMap<>(Option.class);
        private final ConfigPlace place;
        private final ConfigModels models;

        Reader(Path file, Problems problems) {
            this.file = file;
            this.problems = problems;
            this.words = problems.words();
            this.place = new ConfigPlace(file, problems);
            this.models = new ConfigModels(place);
        }

        ConfigFile read() {
            root().ifPresent(this::keys);
            if (sources.isEmpty()) {
                sources.add(folder().toString());
            }
            models.bound().forEach(given::putIfAbsent);
            return new ConfigFile(file, sources, given, models.project());
        }

        private Path folder() {
            return Objects.requireNonNull(file.toAbsolutePath().normalize().getParent(), "a file lies in a folder");
        }

        private Optional<MappingNode> root() {
            try {
                LoaderOptions options = new LoaderOptions();
                options.setAllowDuplicateKeys(false);
                Node node = new Yaml(options).compose(new StringReader(Files.readString(file)));
                if (node == null) {
                    return Optional.empty();
                }
                if (node instanceof MappingNode mapping) {
                    return Optional.of(mapping);
                }
                problems.add(words.say("config.not-a-map"), file.toString(), words.say("config.not-a-map.fix"));
            } catch (MalformedInputException e) {
                problems.add(words.say("config.encoding"), file.toString(), words.say("config.encoding.fix"));
            } catch (IOException e) {
                problems.add(words.say("config.unreadable"), file.toString(), words.say("config.unreadable.fix"));
            } catch (MarkedYAMLException e) {
                int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
                problems.add(words.say("config.broken", e.getProblem()), at(line), words.say("config.broken.fix"));
            } catch (YAMLException e) {
                problems.add(
                        words.say("config.broken", String.valueOf(e.getMessage())),
                        file.toString(),
                        words.say("config.broken.fix"));
            }
            return Optional.empty();
        }

        private void keys(MappingNode root) {
            for (YamlFields.Field field : YamlFields.of(root)) {
                String key = field.written();
                if (key.equals("sources") || key.equals("source")) {
                    values(field.value(), "").forEach(source -> sources.add(resolved(source)));
                    continue;
                }
                if (place.refusesKey(key, field.line()) || models.take(field)) {
                    continue;
                }
                Optional<Option> option = Option.ofKey(key).or(() -> Optional.ofNullable(HABITS.get(key)));
                if (option.isEmpty() || option.get() == Option.CONFIG || option.get() == Option.HELP) {
                    place.unknown("config.unknown", field, known());
                    continue;
                }
                take(option.get(), field.value(), field.line());
            }
        }

        private void take(Option option, Node value, int line) {
            List<String> values = values(value, option == Option.SET ? "." : "=");
            boolean path = option == Option.OUTPUT
                    || option == Option.SEEDS
                    || option == Option.FACTS
                    || option == Option.TOOLS
                    || option == Option.FRAMES
                    || (option == Option.RECIPE && values.toString().contains(".y"));
            List<String> typed = path ? values.stream().map(this::resolved).toList() : values;
            boolean many =
                    option.repeatable() || option == Option.TASKS || option == Option.SPLIT || option == Option.FORMATS;
            if (typed.size() > 1 && !many) {
                problems.add(words.say("config.one", option.key()), at(line), "");
            } else if (!typed.isEmpty()) {
                given.put(option, new Given(typed, at(line) + ", " + option.key()));
            }
        }

        /** A value as it would be typed: a map {@code {a: 1}} as {@code a=1}, and in {@code set} as {@code stage.field=1}. */
        private List<String> values(Node node, String join) {
            return switch (node) {
                case ScalarNode scalar -> scalar.getTag().equals(Tag.NULL) ? List.of() : List.of(scalar.getValue());
                case SequenceNode list ->
                    list.getValue().stream()
                            .flatMap(item -> values(item, join).stream())
                            .toList();
                case MappingNode map ->
                    map.getValue().stream()
                            .flatMap(tuple -> pairs(tuple, join).stream())
                            .toList();
                default -> List.of();
            };
        }

        private List<String> pairs(NodeTuple tuple, String join) {
            String key = YamlFields.key(tuple);
            Node value = tuple.getValueNode();
            if (join.equals(".") && value instanceof MappingNode stage) {
                return stage.getValue().stream()
                        .map(field -> key + "." + YamlFields.key(field) + "=" + inline(field.getValueNode()))
                        .toList();
            }
            return List.of(key + "=" + inline(value));
        }

        /** A value on one line: a list keeps its brackets, or a list of one would be read as its element. */
        private static String inline(Node node) {
            return switch (node) {
                case SequenceNode list ->
                    list.getValue().stream().map(Reader::inline).collect(Collectors.joining(", ", "[", "]"));
                case MappingNode map ->
                    map.getValue().stream()
                            .map(tuple -> YamlFields.key(tuple) + ": " + inline(tuple.getValueNode()))
                            .collect(Collectors.joining(", ", "{", "}"));
                case ScalarNode scalar -> scalar.getValue();
                default -> "";
            };
        }

        private String resolved(String path) {
            Path there = Path.of(path);
            return there.isAbsolute()
                    ? path
                    : folder().resolve(there).normalize().toString();
        }

        private String at(int line) {
            return place.at(line);
        }

        private static List<String> known() {
            List<String> known = new ArrayList<>(List.of("sources"));
            known.addAll(ConfigModels.keys());
            Arrays.stream(Option.values())
                    .filter(option ->
                            option != Option.CONFIG && option != Option.HELP && option.group() != Option.Group.OWN)
                    .filter(Option::available)
                    .map(option -> option.key().replace('-', '_'))
                    .forEach(known::add);
            return known;
        }
    }
}
