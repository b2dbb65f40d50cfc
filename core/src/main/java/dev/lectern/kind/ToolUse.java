package dev.lectern.kind;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lectern.sample.Evidence;
import dev.lectern.sample.Sample;
import dev.lectern.sample.Turn;
import dev.lectern.text.claim.Support;
import dev.lectern.tool.Fit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A request that tools serve, or that none of those at hand serves: calls name tools that there are, with arguments that fit and that
 * somebody gave; each has its result, and the answer says what the results say.
 */
record ToolUse() implements TaskKind {
    private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)?");

    @Override
    public String name() {
        return "tool-use";
    }

    @Override
    public boolean needsQuotes() {
        return false;
    }

    @Override
    public boolean needsTools() {
        return true;
    }

    @Override
    public boolean mayDecline(Sample sample) {
        return shape(sample).equals("none");
    }

    @Override
    public AnswerForm form() {
        return new CallAnswer();
    }

    private static String shape(Sample sample) {
        return sample.tags().getOrDefault(Offer.TAG, "single");
    }

    @Override
    public Optional<String> fault(Sample sample, List<String> passages) {
        List<Turn> turns = sample.messages();
        Turn last = turns.getLast();
        if (!last.role().equals("assistant")
                || !last.toolCalls().isEmpty()
                || last.content().isBlank()) {
            return Optional.of("no answer behind the calls");
        }
        return shapeFault(sample).or(() -> callFault(sample)).or(() -> {
            boolean invented = !mayDecline(sample)
                    && sources(sample, turns.size() - 1).number(last.content()).isPresent();
            return invented ? Optional.of("answer holds what no tool gave") : Optional.empty();
        });
    }

    private static Optional<String> shapeFault(Sample sample) {
        List<Integer> calls = sample.messages().stream()
                .map(turn -> turn.toolCalls().size())
                .filter(n -> n > 0)
                .toList();
        int most = calls.stream().mapToInt(n -> n).max().orElse(0);
        return switch (shape(sample)) {
            case "none" -> {
                if (!calls.isEmpty()) {
                    yield Optional.of("calls a tool though none serves");
                }
                yield Honesty.admits(sample.answer()) ? Optional.empty() : Optional.of("claims what no tool gave");
            }
            case "parallel" -> most > 1 ? Optional.empty() : Optional.of("no calls side by side");
            case "steps" -> calls.size() > 1 ? Optional.empty() : Optional.of("no calls one after another");
            default -> calls.size() == 1 && most == 1 ? Optional.empty() : Optional.of("not one call");
        };
    }

    private static Optional<String> callFault(Sample sample) {
        Map<String, JsonNode> tools = new HashMap<>();
        sample.tools()
                .forEach(tool ->
                        tools.put(Offer.name(tool), tool.path("function").path("parameters")));
        List<String> open = new ArrayList<>();
        List<Turn> turns = sample.messages();
        for (int i = 0; i < turns.size(); i++) {
            Turn turn = turns.get(i);
            boolean speaks = !turn.role().equals("tool");
            if (speaks && !open.isEmpty()) {
                return Optional.of("a call without a result");
            } else if (!speaks && !open.remove(turn.toolCallId().orElse(""))) {
                return Optional.of("a result without a call");
            } else if (!speaks && turn.content().isBlank()) {
                return Optional.of("an empty result");
            }
            for (JsonNode call : turn.toolCalls()) {
                JsonNode schema = tools.get(call.path("function").path("name").asText());
                JsonNode arguments = call.path("function").path("arguments");
                if (schema == null) {
                    return Optional.of("calls a tool that is not there");
                } else if (!arguments.isObject()
                        || Fit.problem(schema, arguments).isPresent()) {
                    return Optional.of("arguments do not fit the tool");
                } else if (inventsNumber(schema, arguments, known(sample, i))) {
                    return Optional.of("an argument that nobody gave");
                }
                open.add(call.path("id").asText());
            }
        }
        return Optional.empty();
    }

    /** Numbers from two on: what stands for "the first" or "one" is nobody's invention. */
    private static boolean inventsNumber(JsonNode schema, JsonNode value, String known) {
        if (value.isObject()) {
            return value.properties().stream()
                    .anyMatch(field ->
                            inventsNumber(schema.path("properties").path(field.getKey()), field.getValue(), known));
        } else if (value.isArray()) {
            for (JsonNode item : value) {
                if (inventsNumber(schema.path("items"), item, known)) {
                    return true;
                }
            }
            return false;
        }
        boolean offered = (schema.has("default") && schema.path("default").equals(value))
                || schema.has("enum")
                || schema.has("const");
        return value.isNumber()
                && !offered
                && value.decimalValue().abs().compareTo(BigDecimal.ONE) > 0
                && Support.of(List.of(known), List.of()).number(value.asText()).isPresent()
                && !contains(known, value.asText());
    }

    private static boolean contains(String text, String number) {
        Matcher matcher = NUMBER.matcher(text);
        while (matcher.find()) {
            if (new BigDecimal(matcher.group()).compareTo(new BigDecimal(number).abs()) == 0) {
                return true;
            }
        }
        return false;
    }

    private static String known(Sample sample, int before) {
        StringBuilder known = new StringBuilder();
        sample.messages().subList(0, before).stream()
                .filter(turn -> !turn.role().equals("assistant"))
                .forEach(turn -> known.append(turn.content()).append('\n'));
        return known.toString();
    }

    private static Support sources(Sample sample, int before) {
        List<String> quotes = new ArrayList<>(List.of(known(sample, before)));
        sample.evidence().stream().map(Evidence::quote).forEach(quotes::add);
        sample.messages().stream()
                .flatMap(turn -> turn.toolCalls().stream())
                .map(call -> call.path("function").path("arguments").toString())
                .forEach(quotes::add);
        return Support.of(quotes, List.of());
    }
}
