package dev.lectern.model.call;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lectern.model.ChatReply;
import dev.lectern.model.ChatRequest;
import dev.lectern.model.Parameters;
import dev.lectern.model.ReplyForm;
import dev.lectern.text.JsonFit;
import dev.lectern.text.JsonRepair;
import java.util.Optional;

/** Whether a reply is what was asked for. Says nothing of whether it is right. */
sealed interface ReplyCheck {
    /** It is. */
    record Usable() implements ReplyCheck {}

    /**
     * It is not, although the model had its say.
     *
     * @param why what the model is told when it is shown its reply
     */
    record Malformed(String why) implements ReplyCheck {}

    /**
     * It ends for length.
     *
     * @param early before the limit that was asked for: a fault of the server's, which another try may not meet
     */
    record CutOff(boolean early) implements ReplyCheck {}

    /**
     * @param request as it went over the wire, with the limit on tokens that held for it
     * @param form what the server was made to keep to: JSON that must be mended first is a fault where the server promises JSON
     */
    static ReplyCheck of(ChatRequest request, ChatReply reply, ReplyForm form) {
        boolean cut = reply.finish().equals("length");
        Optional<String> wrong = request.schema()
                .map(schema -> wrong(schema, reply.text(), form))
                .orElseGet(() -> plain(reply.text(), cut));
        if (wrong.isEmpty()) {
            return new Usable();
        }
        return cut ? new CutOff(early(request, reply)) : new Malformed(wrong.get());
    }

    /** How many whole list items the reply holds that are worth keeping; 0 for none. */
    static int wholeItems(ChatRequest request, ChatReply reply) {
        Optional<JsonRepair.Found> found = JsonRepair.find(reply.text());
        if (request.schema().isEmpty() || found.isEmpty()) {
            return 0;
        }
        JsonNode schema = request.schema().get();
        boolean cut = found.get().cut() || reply.finish().equals("length");
        if (cut && !JsonFit.isList(schema)) {
            return 0;
        }
        return JsonFit.whole(schema, found.get().json()).map(ReplyCheck::items).orElse(0);
    }

    private static Optional<String> wrong(JsonNode schema, String text, ReplyForm form) {
        Optional<JsonRepair.Found> found = JsonRepair.find(text);
        if (found.isEmpty()) {
            return Optional.of(text.isBlank() ? "the reply is empty" : "the reply holds no JSON that can be read");
        } else if (found.get().cut()) {
            return Optional.of("the JSON ends before it is whole");
        } else if (found.get().mended() && form != ReplyForm.TEXT) {
            return Optional.of(JsonFit.problem(schema, found.get().json()).orElse("the reply is not valid JSON"));
        }
        return JsonFit.problem(schema, found.get().json());
    }

    private static Optional<String> plain(String text, boolean cut) {
        return cut ? Optional.of("cut") : text.isBlank() ? Optional.of("the reply is empty") : Optional.empty();
    }

    /** Where the server counts no tokens, its word is taken. */
    private static boolean early(ChatRequest request, ChatReply reply) {
        long said = reply.usage().output();
        return Parameters.maxTokens(request.parameters())
                .map(limit -> said > 0 && reply.usage().guessed() == 0 && said < limit)
                .orElse(false);
    }

    /** All items of all lists at the first level; something that has none counts as one. */
    private static int items(JsonNode json) {
        int items = 0;
        for (JsonNode field : json) {
            items += field.isArray() ? field.size() : 0;
        }
        return Math.max(1, items);
    }
}
