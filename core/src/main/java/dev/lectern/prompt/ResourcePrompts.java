package dev.lectern.prompt;

import dev.lectern.check.Nearest;
import dev.lectern.check.Problem;
import dev.lectern.check.ProblemsException;
import dev.lectern.text.Hash;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The prompts that ship, under {@code prompts/<stage>/<name>/<language>.md}, and a project's own that stand in their place under the
 * same path. All of a project's prompts are checked when the library is opened.
 */
public final class ResourcePrompts implements PromptLibrary {
    /** The languages that every prompt is written in; others use the first. */
    public static final List<String> LANGUAGES = List.of("en", "zh");

    private static final String USER = "\n---user---\n";
    private static final Pattern PLACE = Pattern.compile("\\{\\{([^{}]*)\\}\\}");

    private final Optional<Path> project;
    private final Map<String, String> texts = new ConcurrentHashMap<>();

    private ResourcePrompts(Optional<Path> project) {
        this.project = project;
    }

    /** The prompts that ship and nothing else. */
    public static ResourcePrompts shipped() {
        return new ResourcePrompts(Optional.empty());
    }

    /**
     * @param folder a project's prompts; need not exist
     * @throws ProblemsException if one of them lacks a place, has one too many, or stands where no prompt is
     */
    public static ResourcePrompts over(Path folder) {
        if (!Files.isDirectory(folder)) {
            return shipped();
        }
        List<Problem> problems = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .forEach(file -> check(folder, file, problems));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + folder, e);
        }
        if (!problems.isEmpty()) {
            throw new ProblemsException(problems);
        }
        return new ResourcePrompts(Optional.of(folder));
    }

    /** The names of all prompts that ship, such as {@code ask-from-evidence/qa}. */
    public static SortedSet<String> names() {
        return new TreeSet<>(resource("index.txt").lines().toList());
    }

    @Override
    public Prompt prompt(String name, String language) {
        String spoken = language.startsWith("zh") ? "zh" : "en";
        String text = text(name, spoken);
        int user = text.indexOf(USER);
        return user < 0
                ? new Prompt(name, spoken, "", text)
                : new Prompt(name, spoken, text.substring(0, user), text.substring(user + USER.length()));
    }

    @Override
    public String digest(String name) {
        return Hash.sha256(
                LANGUAGES.stream().map(language -> text(name, language)).toArray(String[]::new));
    }

    private String text(String name, String language) {
        return texts.computeIfAbsent(
                name + "/" + language + ".md",
                path -> project.map(folder -> folder.resolve(path))
                        .filter(Files::isRegularFile)
                        .map(ResourcePrompts::file)
                        .filter(text -> !text.isEmpty())
                        .orElseGet(() -> resource(path)));
    }

    private static void check(Path folder, Path file, List<Problem> problems) {
        String path = folder.relativize(file).toString().replace('\\', '/');
        int slash = path.lastIndexOf('/');
        String name = slash < 0 ? "" : path.substring(0, slash);
        String language = path.substring(slash + 1, path.length() - ".md".length());
        if (!names().contains(name) || !LANGUAGES.contains(language)) {
            TreeSet<String> known = new TreeSet<>();
            names().forEach(n -> LANGUAGES.forEach(l -> known.add(n + "/" + l + ".md")));
            problems.add(new Problem(
                    "no prompt has this name, so nothing would use it", file.toString(), Nearest.hint(path, known)));
            return;
        }
        if (file(file).isEmpty()) {
            // A shell makes the file first that a prompt is about to be printed into; until then the one that ships
            // holds.
            return;
        }
        SortedSet<String> wanted = places(resource(path));
        SortedSet<String> given = places(file(file));
        for (String place : wanted) {
            if (!given.contains(place)) {
                problems.add(new Problem(
                        "the place {{" + place + "}} is missing",
                        file.toString(),
                        "write {{" + place + "}} where it goes"));
            }
        }
        for (String place : given) {
            if (!wanted.contains(place)) {
                problems.add(new Problem(
                        "nothing fills the place {{" + place + "}}",
                        file.toString(),
                        "this prompt has: {{" + String.join("}}, {{", wanted) + "}}"));
            }
        }
    }

    private static SortedSet<String> places(String text) {
        SortedSet<String> places = new TreeSet<>();
        Matcher matcher = PLACE.matcher(text);
        while (matcher.find()) {
            places.add(matcher.group(1));
        }
        return places;
    }

    private static String file(Path file) {
        try {
            return tidy(Files.readString(file));
        } catch (IOException e) {
            throw new ProblemsException(
                    "cannot be read: " + e.getMessage(), file.toString(), "save it as a UTF-8 text file");
        }
    }

    private static String resource(String path) {
        try (InputStream in = ResourcePrompts.class.getResourceAsStream("/prompts/" + path)) {
            if (in == null) {
                throw new IllegalArgumentException("no prompt ships as " + path);
            }
            return tidy(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the prompt " + path, e);
        }
    }

    /** Line ends and a byte order mark are the editor's, not the prompt's. */
    private static String tidy(String text) {
        return text.replace("\uFEFF", "").replace("\r\n", "\n").strip();
    }
}
