package dev.lectern.stage.extract.zh;

import dev.lectern.stage.extract.page.Lexicon;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Chinese wordings of a question: templates of a file, filled so that it reads as one sentence. */
final class Phrasing {
    private static final Map<String, List<String>> TEMPLATES = read();
    private static final Pattern HOLE = Pattern.compile(" ?\\{([A-Z])\\} ?");

    private Phrasing() {}

    private static Map<String, List<String>> read() {
        Map<String, List<String>> templates = new HashMap<>();
        for (String line : Lexicon.lines("zh/phrasings.txt")) {
            int colon = line.indexOf(": ");
            templates
                    .computeIfAbsent(line.substring(0, colon), key -> new ArrayList<>())
                    .add(line.substring(colon + 2));
        }
        return new LinkedHashMap<>(templates);
    }

    /**
     * All wordings of a kind, with its names put in.
     *
     * @param kind {@code how}, {@code define} …
     * @param named the names that the question needs, as {@link Scope#beside} gives them
     * @param holes what the template's other holes take, by letter
     */
    static List<String> of(Scope scope, String kind, String named, Map<String, String> holes) {
        String suffix = named.isEmpty() ? "-n" : scope.isProduct(named) ? "-p" : "-t";
        List<String> templates = Stream.of(suffix, "-p", "-t", "-n")
                .map(s -> TEMPLATES.getOrDefault(kind + s, List.of()))
                .filter(list -> !list.isEmpty())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no phrasing for " + kind));
        Map<String, String> all = new HashMap<>(holes);
        all.put("S", named);
        return templates.stream()
                .filter(t -> fits(t, holes.getOrDefault("V", "")))
                .map(t -> fill(scope, t, all))
                .distinct()
                .toList();
    }

    /** "Vue 里在模板中…" stacks two places: a task that names a place takes the wordings without one. */
    private static boolean fits(String template, String task) {
        boolean place = task.startsWith("在") || task.startsWith("从") || task.startsWith("於") || task.startsWith("于");
        return !place || !(template.contains("里") || template.contains(" 中") || template.contains("在 {S}"));
    }

    private static String fill(Scope scope, String template, Map<String, String> holes) {
        List<String> parts = new ArrayList<>();
        Matcher hole = HOLE.matcher(template);
        int at = 0;
        while (hole.find()) {
            parts.add(ours(scope, template.substring(at, hole.start())));
            parts.add(holes.getOrDefault(hole.group(1), ""));
            at = hole.end();
        }
        parts.add(ours(scope, template.substring(at)));
        return join(scope.spaced(), parts.toArray(new String[0]));
    }

    private static String ours(Scope scope, String words) {
        return scope.traditional() ? Script.traditional(words) : words;
    }

    static String join(boolean spaced, String... parts) {
        StringBuilder text = new StringBuilder();
        for (String part : parts) {
            String next = part.strip();
            if (next.isEmpty()) {
                continue;
            }
            if (!text.isEmpty()) {
                char left = text.charAt(text.length() - 1);
                char right = next.charAt(0);
                boolean meet = (Script.han(left) && Script.latin(right)) || (Script.latin(left) && Script.han(right));
                boolean words = Script.latin(left) && Script.latin(right);
                text.append((meet && spaced) || words ? " " : "");
            }
            text.append(next);
        }
        return text.toString();
    }
}
