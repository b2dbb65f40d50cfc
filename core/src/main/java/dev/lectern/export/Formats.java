package dev.lectern.export;

import dev.lectern.check.Nearest;
import dev.lectern.check.Problem;
import dev.lectern.check.ProblemsException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/** The layouts there are, by name: the built-in ones first, then those that others bring as services. */
public final class Formats {
    /** What is written when nobody asks for anything else. */
    public static final List<String> DEFAULT = List.of("openai", "sharegpt");

    private Formats() {}

    public static Map<String, Format> all() {
        Map<String, Format> formats = new LinkedHashMap<>();
        Stream.concat(
                        Stream.of(new OpenAi(), new ShareGpt(), new Alpaca(), new Dpo()),
                        ServiceLoader.load(Format.class).stream().map(ServiceLoader.Provider::get))
                .forEach(format -> formats.putIfAbsent(format.name(), format));
        return formats;
    }

    /** The formats of these names, each once, in the order given. @throws ProblemsException naming every unknown one */
    public static List<Format> named(List<String> names) {
        Map<String, Format> all = all();
        List<Problem> problems = new ArrayList<>();
        List<Format> formats = new ArrayList<>();
        for (String name : names.stream().distinct().toList()) {
            Format format = all.get(name);
            if (format != null) {
                formats.add(format);
            } else {
                problems.add(new Problem(
                        "there is no format '" + name + "'", "--formats", Nearest.hint(name, all.keySet())));
            }
        }
        if (names.isEmpty()) {
            problems.add(new Problem("no format is named", "--formats", Nearest.hint("", all.keySet())));
        }
        if (!problems.isEmpty()) {
            throw new ProblemsException(problems);
        }
        return formats;
    }
}
