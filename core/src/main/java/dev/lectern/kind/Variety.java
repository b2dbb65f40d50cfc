package dev.lectern.kind;

import dev.lectern.prompt.PromptLibrary;
import dev.lectern.text.Chance;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How instructions and answers differ from one another: axes with values, of which each instruction draws one. What a value means in
 * words stands in the prompts {@code variety/AXIS}, one line a value: name and weight, words for whoever asks, words for whoever answers.
 * The draw is a function of what the passage says, and the values go with the sample as tags under the axes' names.
 */
public final class Variety {
    /** The axes, in the order they are told to a model. */
    public static final List<String> AXES =
            List.of("question-type", "phrasing", "length", "audience", "difficulty", "form");

    private static final String ASK = "variety/ask";
    private static final String ANSWER = "variety/answer";
    /** Weights are drawn to this many parts. */
    private static final int FINE = 1 << 20;

    private Variety() {}

    /** One value of an axis; the words may be empty. */
    private record Value(String name, int weight, String asking, String answering) {}

    /** Names of the prompts that say it in words. */
    public static List<String> prompts() {
        List<String> prompts =
                new ArrayList<>(AXES.stream().map(Variety::prompt).toList());
        prompts.add(ASK);
        prompts.add(ANSWER);
        prompts.add(Frame.PROMPT);
        return prompts;
    }

    /** @throws IllegalArgumentException for an axis that there is none of */
    public static List<String> checked(List<String> axes) {
        axes.stream().filter(axis -> !AXES.contains(axis)).findFirst().ifPresent(axis -> {
            throw new IllegalArgumentException("variety has no '" + axis + "'; known: " + String.join(", ", AXES));
        });
        return List.copyOf(axes);
    }

    /**
     * Draws a value for each axis that the kind knows.
     *
     * @param text what the passage says
     * @param place which of the passage's instructions it is for
     */
    public static SortedMap<String, String> draw(
            TaskKind kind, List<String> axes, PromptLibrary prompts, Chance chance, String text, int place) {
        SortedMap<String, String> drawn = new TreeMap<>();
        for (String axis : AXES) {
            if (axes.contains(axis) && kind.axes().contains(axis)) {
                // Weights are those of the English file, so that a language draws as the other does.
                List<Value> values = values(prompts, axis, "en");
                int all = values.stream().mapToInt(Value::weight).sum();
                int point = chance.pick(all, text, axis + " " + place);
                for (Value value : values) {
                    point -= value.weight;
                    if (point < 0) {
                        drawn.put(axis, value.name);
                        break;
                    }
                }
            }
        }
        // Nobody types thirty words into a search box.
        drawn.computeIfPresent("length", (axis, value) -> "brief".equals(drawn.get("phrasing")) ? "short" : value);
        return drawn;
    }

    /** Draws one of the frames that suit the kind by their weights, and puts it over what was drawn. */
    public static void frame(
            List<Frame> frames, String task, SortedMap<String, String> drawn, Chance chance, String text, int place) {
        List<Frame> suiting = frames.stream().filter(frame -> frame.suits(task)).toList();
        double left =
                suiting.stream().mapToDouble(Frame::weight).sum() * chance.pick(FINE, text, "frame " + place) / FINE;
        for (Frame frame : suiting) {
            left -= frame.weight();
            if (left < 0) {
                frame.over(drawn);
                return;
            }
        }
    }

    /**
     * What a model that asks is told of so many instructions; empty if there is nothing to tell of any.
     *
     * @param frames those that may have been drawn
     */
    public static String asking(
            List<Map.Entry<String, SortedMap<String, String>>> drawn,
            List<Frame> frames,
            PromptLibrary prompts,
            String language) {
        List<String> lines = new ArrayList<>();
        boolean something = false;
        for (Map.Entry<String, SortedMap<String, String>> each : drawn) {
            List<String> words = new ArrayList<>(words(each.getValue(), prompts, language, true));
            String framed = each.getValue().getOrDefault(Frame.TAG, "");
            frames.stream()
                    .filter(frame -> frame.id().equals(framed))
                    .forEach(frame -> words.addAll(frame.asking(prompts, language)));
            something |= !words.isEmpty();
            String said = words.isEmpty() ? "–" : String.join(language.startsWith("zh") ? "；" : "; ", words);
            lines.add((lines.size() + 1) + ". \"" + each.getKey() + "\": " + said);
        }
        return something ? told(ASK, lines, prompts, language) : "";
    }

    /** What a model that answers is told; empty if there is nothing to tell. */
    public static String answering(Map<String, String> tags, PromptLibrary prompts, String language) {
        List<String> lines = Stream.concat(
                        words(tags, prompts, language, false).stream(),
                        Optional.ofNullable(tags.get(Frame.ANSWER)).stream())
                .map(words -> "- " + words)
                .toList();
        return lines.isEmpty() ? "" : told(ANSWER, lines, prompts, language);
    }

    private static String told(String prompt, List<String> lines, PromptLibrary prompts, String language) {
        return prompts.prompt(prompt, language)
                .fill(Map.of("lines", String.join("\n", lines)))
                .getLast()
                .content();
    }

    private static List<String> words(
            Map<String, String> drawn, PromptLibrary prompts, String language, boolean asking) {
        List<String> words = new ArrayList<>();
        for (String axis : AXES) {
            String name = drawn.getOrDefault(axis, "");
            values(prompts, axis, language).stream()
                    .filter(value -> value.name.equals(name))
                    .map(value -> asking ? value.asking : value.answering)
                    .filter(said -> !said.isEmpty())
                    .forEach(words::add);
        }
        return words;
    }

    private static String prompt(String axis) {
        return "variety/" + axis;
    }

    private static List<Value> values(PromptLibrary prompts, String axis, String language) {
        return prompts.prompt(prompt(axis), language)
                .user()
                .lines()
                .filter(line -> !line.isBlank())
                .map(line -> value(axis, line))
                .collect(Collectors.toList());
    }

    private static Value value(String axis, String line) {
        String[] parts = line.split("\\|", -1);
        String[] head = parts[0].strip().split("\\s+", -1);
        if (parts.length != 3 || head.length != 2 || !head[1].matches("\\d{1,4}")) {
            throw new IllegalArgumentException("the prompt variety/" + axis + " has the line '" + line
                    + "'; wanted: name weight | words for asking | words for answering");
        }
        return new Value(head[0], Integer.parseInt(head[1]), parts[1].strip(), parts[2].strip());
    }
}
