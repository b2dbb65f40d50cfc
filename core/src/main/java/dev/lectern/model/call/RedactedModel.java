package dev.lectern.model.call;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lectern.model.ChatMessage;
import dev.lectern.model.ChatModel;
import dev.lectern.model.ChatReply;
import dev.lectern.model.ChatRequest;
import dev.lectern.model.ModelException;
import dev.lectern.model.ModelId;
import dev.lectern.model.Refusal;
import dev.lectern.redact.Hiding;
import dev.lectern.redact.Redactor;
import dev.lectern.text.Han;
import dev.lectern.text.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Lets no personal data out: every request goes on with placeholders, and is kept so; its answer comes back with what they stand for.
 * What a placeholder stands for is known to this call alone. Stands before all that keeps or sends, so nothing goes around it.
 */
final class RedactedModel implements ChatModel {
    private static final String NOTE_EN =
            "Marks in brackets such as [EMAIL_1] or [NAME_2] stand for data that is not shown. Copy a mark exactly where you need it, and "
                    + "invent none.";
    private static final String NOTE_ZH = "方括号中的标记（如 [EMAIL_1]、[NAME_2]）代表未显示的信息。需要时请原样照抄标记，不要编造新的标记。";

    private final ChatModel model;
    private final Redactor redactor;

    RedactedModel(ChatModel model, Redactor redactor) {
        this.model = model;
        this.redactor = redactor;
    }

    @Override
    public ModelId id() {
        return model.id();
    }

    @Override
    public ChatReply chat(ChatRequest request) {
        Hiding hiding = redactor.hiding();
        ChatRequest hidden = hidden(request, hiding);
        List<ChatMessage> messages = hidden.messages();
        if (request.schema().isPresent()) {
            String schema = Json.line(request.schema().get());
            String clean = hiding.hide(schema);
            hidden = clean.equals(schema) ? hidden : hidden.withSchema(Json.read(clean, JsonNode.class));
        }
        if (hiding.isEmpty()) {
            return model.chat(request);
        }
        ChatReply reply = model.chat(hidden.withMessages(noted(messages)));
        Optional<String> unknown = hiding.unknown(reply.text());
        if (unknown.isPresent()) {
            throw new ModelException(
                            Refusal.MALFORMED,
                            "the reply holds a placeholder that stands for nothing: " + unknown.get(),
                            reply.body(),
                            reply.usage())
                    .of(List.of(reply.key()));
        }
        return new ChatReply(
                reply.key(),
                hiding.restore(reply.text()),
                hiding.restore(reply.reasoning()),
                reply.finish(),
                reply.usage(),
                reply.answeredBy(),
                reply.body());
    }

    /** The request with placeholders in its messages; those that it brings with it stand for nothing of ours. */
    static ChatRequest hidden(ChatRequest request, Hiding hiding) {
        request.messages().forEach(message -> hiding.besides(message.content()));
        return request.withMessages(request.messages().stream()
                .map(message -> new ChatMessage(message.role(), hiding.hide(message.content())))
                .toList());
    }

    /** The messages with a word on what the marks are, in the first of them. */
    private static List<ChatMessage> noted(List<ChatMessage> messages) {
        ChatMessage first = messages.getFirst();
        String note = Han.count(first.content()) > 0 ? NOTE_ZH : NOTE_EN;
        List<ChatMessage> noted = new ArrayList<>(messages);
        noted.set(0, new ChatMessage(first.role(), first.content() + "\n\n" + note));
        return noted;
    }
}
