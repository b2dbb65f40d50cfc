package dev.lectern.adapters.read;

import dev.lectern.corpus.DocumentBuilder;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/** The YAML head of a page, taken off its text: title, licence and whatever else it says of itself. */
record FrontMatter(SortedMap<String, String> fields, String rest) {

    static FrontMatter of(String source) {
        String body = source.startsWith("\ufeff") ? source.substring(1) : source;
        String[] marks = body.startsWith("+++\n") ? new String[] {"+++", ""} : new String[] {"---", "..."};
        if (!body.startsWith(marks[0] + "\n")) {
            return new FrontMatter(new TreeMap<>(), body);
        }
        int from = marks[0].length() + 1;
        for (int at = from; at < body.length(); ) {
            int end = body.indexOf('\n', at);
            int stop = end < 0 ? body.length() : end;
            String line = body.substring(at, stop).stripTrailing();
            if (line.equals(marks[0]) || (line.equals(marks[1]) && !line.isEmpty())) {
                String rest = body.substring(Math.min(stop + 1, body.length()));
                return new FrontMatter(fields(body.substring(from, at)), rest);
            }
            at = stop + 1;
        }
        return new FrontMatter(new TreeMap<>(), body);
    }

    void tell(DocumentBuilder document) {
        fields.forEach(document::detail);
        for (String key : new String[] {"licence", "license"}) {
            if (fields.containsKey(key)) {
                document.licence(fields.get(key));
            }
        }
    }

    /** A head that is no YAML is still no text; it only says nothing. */
    private static SortedMap<String, String> fields(String yaml) {
        SortedMap<String, String> fields = new TreeMap<>();
        try {
            if (reader().load(yaml) instanceof Map<?, ?> map) {
                map.forEach((key, value) -> {
                    String words = words(value);
                    if (!words.isBlank()) {
                        fields.put(String.valueOf(key).toLowerCase(Locale.ROOT), words);
                    }
                });
            }
        } catch (YAMLException e) {
            fields.clear();
        }
        return fields;
    }

    private static String words(Object value) {
        return switch (value) {
            case String s -> s.strip();
            case Collection<?> list ->
                list.stream()
                        .filter(String.class::isInstance)
                        .map(String::valueOf)
                        .collect(Collectors.joining(", "));
            case null, default -> "";
        };
    }

    /** Everything is text: a date or a version stays as it was written. */
    private static Yaml reader() {
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(10);
        options.setNestingDepthLimit(20);
        DumperOptions dumper = new DumperOptions();
        return new Yaml(new SafeConstructor(options), new Representer(dumper), dumper, options, new Resolver() {
            @Override
            protected void addImplicitResolvers() {
                addImplicitResolver(Tag.MERGE, MERGE, "<");
            }
        });
    }
}
