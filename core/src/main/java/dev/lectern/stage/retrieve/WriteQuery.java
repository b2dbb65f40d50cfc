package dev.lectern.stage.retrieve;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.lectern.model.ChatRequest;
import dev.lectern.prompt.Fenced;
import dev.lectern.prompt.QueryReply;
import dev.lectern.prompt.Understood;
import dev.lectern.sample.Outcome;
import dev.lectern.sample.Sample;
import dev.lectern.stage.PerSample;
import dev.lectern.stage.Tools;
import dev.lectern.stage.Trait;
import dev.lectern.stage.Use;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Has a model turn a question into the words to search for; they stand in {@code extra.query} until evidence is gathered.
 *
 * @param when {@code web}: where a search engine was named, since an index of our own takes the question as it is; {@code always}
 */
public record WriteQuery(String when) implements PerSample {
    static final String QUERY = "query";

    private static final String PROMPT = "write-query/query";
    private static final String WEB = "web";

    public WriteQuery() {
        this(WEB);
    }

    public WriteQuery {
        if (!when.equals(WEB) && !when.equals("always")) {
            throw new IllegalArgumentException("when must be web or always, not " + when);
        }
    }

    @Override
    public Set<Trait> needs() {
        return Set.of(Trait.QUESTION);
    }

    @Override
    public Set<Use> uses() {
        return Set.of(new Use.Role("writer"), new Use.PromptFile(PROMPT), new Use.Web());
    }

    @Override
    public List<Outcome> apply(Sample sample, Tools tools) {
        if (when.equals(WEB) && !tools.supplies().web().searches()) {
            return List.of(new Outcome.Kept(sample));
        }
        Map<String, String> values = Map.of("question", Fenced.text(sample.instruction()));
        ChatRequest request = ChatRequest.of(
                        tools.prompts().prompt(PROMPT, sample.language()).fill(values))
                .withSchema(QueryReply.SCHEMA);
        Understood<QueryReply> reply = Understood.ask(tools.model("writer"), request, QueryReply::read);
        return List.of(new Outcome.Kept(sample.withLineage(sample.lineage().withCall(reply.key()))
                .withExtra(QUERY, TextNode.valueOf(reply.value().query()))));
    }
}
