package dev.lectern.stage.answer;

import dev.lectern.kind.Exchanges.Exchange;
import dev.lectern.model.ChatRequest;
import dev.lectern.prompt.AnswerReply;
import dev.lectern.prompt.Fenced;
import dev.lectern.sample.Evidence;
import dev.lectern.stage.Tools;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A follow-up that is to be answered.
 *
 * @param before the conversation so far
 * @param evidence whole passages, in the order of the text
 */
record FollowUp(String language, List<Exchange> before, Exchange next, List<Evidence> evidence) {
    static final String PROMPT = "answer-follow-ups/turn";

    ChatRequest request(Tools tools) {
        List<Fenced.Shown> shown = evidence.stream()
                .map(e -> new Fenced.Shown(tools.corpus().passage(e.passage()).headings(), e.quote()))
                .toList();
        boolean chinese = language.startsWith("zh");
        String user = chinese ? "用户：" : "User: ";
        String assistant = chinese ? "助手：" : "Assistant: ";
        String conversation = before.stream()
                .map(exchange -> user + exchange.user().content() + "\n" + assistant
                        + exchange.answer().content())
                .collect(Collectors.joining("\n"));
        Map<String, String> values = Map.of(
                "passages", Fenced.passages(shown, language),
                "conversation", Fenced.text(conversation),
                "message", Fenced.text(next.user().content()),
                "question", Fenced.text(next.standalone()));
        return ChatRequest.of(tools.prompts().prompt(PROMPT, language).fill(values))
                .withSchema(AnswerReply.SCHEMA);
    }
}
