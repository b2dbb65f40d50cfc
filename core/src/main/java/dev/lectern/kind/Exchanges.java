package dev.lectern.kind;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.lectern.sample.Sample;
import dev.lectern.sample.Turn;
import dev.lectern.text.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A conversation as exchanges: what the user said, the same as a question of its own, the answer, and the quotes that the answer rests on.
 * The first exchange begins with the instruction.
 */
public record Exchanges(List<Exchange> all) {
    /** In {@code extra}: each follow-up as a question that is understood without the conversation. */
    public static final String STANDALONE = "standalone";

    /** In {@code extra}: for each answer of the assistant the quotes that it claims, until the follow-ups were looked up. */
    public static final String CITED = "cited";

    public Exchanges {
        all = List.copyOf(all);
    }

    /**
     * One turn of the user and its answer.
     *
     * @param standalone what is asked, names and all; for a correction, what was meant
     */
    public record Exchange(Turn user, String standalone, Turn answer, List<String> quotes) {
        public Exchange {
            quotes = List.copyOf(quotes);
        }
    }

    /** Empty unless the row is a conversation of which all this is known. */
    public static Optional<Exchanges> of(Sample sample) {
        List<Turn> turns = sample.messages();
        JsonNode standalone =
                sample.extra().getOrDefault(STANDALONE, Json.mapper().createArrayNode());
        JsonNode cited = sample.extra().getOrDefault(CITED, Json.mapper().createArrayNode());
        int count = turns.size() / 2;
        if (count < 2 || turns.size() % 2 != 0 || standalone.size() != count - 1 || cited.size() != count) {
            return Optional.empty();
        }
        List<Exchange> exchanges = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Turn user = turns.get(2 * i);
            Turn answer = turns.get(2 * i + 1);
            if (!user.role().equals("user") || !answer.role().equals("assistant")) {
                return Optional.empty();
            }
            String asked = i == 0 ? user.content() : standalone.get(i - 1).asText();
            exchanges.add(new Exchange(
                    user,
                    asked,
                    answer,
                    cited.get(i).valueStream().map(JsonNode::asText).toList()));
        }
        return Optional.of(new Exchanges(exchanges));
    }

    /** The row with these exchanges for its conversation. */
    public Sample in(Sample sample) {
        ArrayNode standalone = Json.mapper().createArrayNode();
        List<Turn> turns = new ArrayList<>();
        for (Exchange exchange : all) {
            if (!turns.isEmpty()) {
                standalone.add(exchange.standalone());
            }
            turns.add(exchange.user());
            turns.add(exchange.answer());
        }
        return sample.withMessages(turns).withExtra(STANDALONE, standalone).without(CITED);
    }
}
