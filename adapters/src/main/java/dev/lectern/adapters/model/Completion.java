package dev.lectern.adapters.model;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lectern.model.ChatReply;
import dev.lectern.model.ModelException;
import dev.lectern.model.Refusal;
import dev.lectern.model.Usage;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What the body of a chat completion says. Parsed once; asked for each thing. */
final class Completion implements Dialect.Heard {
    /** Reasoning that stands in the answer itself. Some servers swallow the opening tag, and a cut answer lacks the closing one. */
    private static final Pattern THINK =
            Pattern.compile("^\\s*(?:<think>(.*?)(?:</think>|\\z)|(.*?)</think>)\\s*", Pattern.DOTALL);

    private final String body;
    private final JsonNode tree;
    private final JsonNode message;

    Completion(String body) {
        this.body = body;
        this.tree = Bodies.tree(body);
        this.message = tree.path("choices").path(0).path("message");
    }

    @Override
    public boolean isReply() {
        return message.isObject()
                && (message.has("content")
                        || message.has("refusal")
                        || message.path("tool_calls").isArray());
    }

    @Override
    public Optional<String> model() {
        return Optional.of(tree.path("model").asText("")).filter(name -> !name.isBlank());
    }

    @Override
    public ChatReply read(String answeredBy) {
        String finish = finish();
        Usage usage = usage();
        String refusal = text(message.path("refusal"));
        if (!refusal.isBlank()) {
            throw new ModelException(Refusal.POLICY, "the model refuses: " + refusal, body, usage);
        } else if (finish.equals("content_filter") || finish.equals("sensitive")) {
            throw new ModelException(Refusal.POLICY, "stopped by the provider's content filter", body, usage);
        }
        String content = text(message.path("content"));
        String reasoning = reasoning();
        // Only where there is such a tag, for the pattern looks through the whole text; within JSON it is the answer's.
        boolean tagged = content.contains("think>") && !content.stripLeading().startsWith("{");
        Matcher think = THINK.matcher(content);
        if (tagged && think.find()) {
            String thought = Optional.ofNullable(think.group(1)).orElseGet(() -> think.group(2));
            reasoning = reasoning.isEmpty() ? thought.strip() : reasoning;
            content = content.substring(think.end());
        }
        return new ChatReply("", toolAnswer().orElse(content), reasoning, finish, usage, answeredBy, body);
    }

    /** Why it stopped. A call of our own tool is an answer that ended as it should. */
    private String finish() {
        String finish = tree.path("choices").path(0).path("finish_reason").asText("stop");
        return switch (finish) {
            case "tool_calls", "function_call", "null", "" -> "stop";
            default -> finish;
        };
    }

    /** The parameters with which the model called the tool that takes its answer. */
    private Optional<String> toolAnswer() {
        JsonNode calls = message.path("tool_calls");
        return StreamSupport.stream(calls.spliterator(), false)
                .map(call -> call.path("function").path("arguments"))
                .map(arguments -> arguments.isTextual() ? arguments.textValue() : arguments.toString())
                .filter(arguments -> !arguments.isBlank())
                .findFirst();
    }

    private Usage usage() {
        JsonNode usage = tree.path("usage");
        long cached = Math.max(
                usage.path("prompt_tokens_details").path("cached_tokens").asLong(0),
                usage.path("prompt_cache_hit_tokens").asLong(0));
        return new Usage(
                usage.path("prompt_tokens").asLong(0),
                usage.path("completion_tokens").asLong(0),
                cached);
    }

    /** From the first of the places where servers put it. */
    private String reasoning() {
        return Stream.of(
                        text(message.path("reasoning_content")),
                        text(message.path("reasoning")),
                        thoughts(message.path("reasoning_details")).strip(),
                        thoughts(message.path("content")).strip())
                .filter(thought -> !thought.isBlank())
                .findFirst()
                .orElse("");
    }

    /** A string, or the texts of a list of parts; parts that think are not said. */
    static String text(JsonNode content) {
        return content.isArray()
                ? parts(content)
                        .filter(part -> !isThought(part))
                        .map(part -> part.isTextual()
                                ? part.asText()
                                : part.path("text").asText(""))
                        .collect(Collectors.joining())
                : content.isTextual() ? content.textValue() : "";
    }

    /** The texts of the parts that think. */
    static String thoughts(JsonNode content) {
        return parts(content)
                .filter(Completion::isThought)
                .flatMap(part -> Stream.of("thinking", "reasoning", "text").map(part::path))
                .map(Completion::text)
                .collect(Collectors.joining());
    }

    private static boolean isThought(JsonNode part) {
        String type = part.path("type").asText("");
        return type.contains("thinking") || type.startsWith("reasoning");
    }

    private static Stream<JsonNode> parts(JsonNode content) {
        return StreamSupport.stream(content.spliterator(), false).filter(part -> content.isArray());
    }
}
