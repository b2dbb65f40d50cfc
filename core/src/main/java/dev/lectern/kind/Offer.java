package dev.lectern.kind;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lectern.sample.Sample;
import dev.lectern.text.Chance;
import dev.lectern.text.Json;
import dev.lectern.tool.Toolbox;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which tools a row has, and what calls it is to show: one, several at once, one after another, or none, because the one that would serve
 * is not among them. Drawn by what the passage says.
 *
 * @param shape {@code single}, {@code parallel}, {@code steps} or {@code none}
 * @param wanted the tools that the request is to be about
 * @param shown the tools that the assistant has, in the order of the file
 */
public record Offer(String shape, List<JsonNode> wanted, List<JsonNode> shown) {
    /** The tag that says what calls a row shows. */
    static final String TAG = "calls";

    private static final List<String> SHAPES =
            List.of("single", "single", "single", "single", "parallel", "parallel", "steps", "steps", "none", "none");
    private static final int MOST_SHOWN = 5;

    public Offer {
        wanted = List.copyOf(wanted);
        shown = List.copyOf(shown);
    }

    /** @param tools all there are, one at least */
    static Offer draw(List<JsonNode> tools, String about, Chance chance) {
        List<JsonNode> ranked = tools.stream()
                .sorted(Comparator.comparingLong((JsonNode tool) -> chance.rank(about + "\n" + name(tool)))
                        .thenComparing(Offer::name))
                .toList();
        String drawn = SHAPES.get(chance.pick(SHAPES.size(), about, "calls"));
        String shape = tools.size() > 1 || drawn.equals("parallel") ? drawn : "single";
        int wanted = shape.equals("steps") ? 2 : 1;
        List<JsonNode> near = ranked.subList(0, Math.min(ranked.size(), MOST_SHOWN));
        List<JsonNode> shown = new ArrayList<>(shape.equals("none") ? near.subList(1, near.size()) : near);
        shown.sort(Comparator.comparingInt(tools::indexOf));
        return new Offer(shape, ranked.subList(0, wanted), shown);
    }

    /** The offer for what is said, if there are tools at all. */
    public static Optional<Offer> of(Toolbox toolbox, String about, Chance chance) {
        return toolbox.tools().isEmpty() ? Optional.empty() : Optional.of(draw(toolbox.tools(), about, chance));
    }

    /** The row with its tools, if its kind has a use for them. */
    public Sample on(Sample asked) {
        return TaskKinds.orQa(asked.task()).needsTools()
                ? asked.withTools(shown).withTag(TAG, shape)
                : asked;
    }

    static String name(JsonNode tool) {
        return tool.path("function").path("name").asText();
    }

    /** As a prompt shows them: one JSON object a line. */
    static String lines(List<JsonNode> tools) {
        return tools.stream().map(Json::line).collect(Collectors.joining("\n"));
    }

    /** For whoever writes the request: what it is to call for. */
    public String told(boolean chinese) {
        String names = wanted.stream().map(Offer::name).collect(Collectors.joining(chinese ? "、" : " and "));
        String how = switch (shape) {
            case "parallel" ->
                chinese
                        ? "要把 " + names + " 调用两次以上才能完成，而且各次互不依赖（例如两个对象、两个日期）"
                        : names
                                + " has to be called twice or more for it, each call on its own (two objects, two dates)";
            case "steps" ->
                chinese
                        ? "要先调用其中一个，再用它的结果调用另一个：" + names
                        : "one of them has to be called with what the other gave: " + names;
            default -> chinese ? "要调用一次 " + names + " 才能完成" : names + " has to be called once for it";
        };
        return how + "\n" + lines(wanted);
    }
}
