package dev.lectern.stage.answer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.lectern.kind.Answer;
import dev.lectern.kind.Goal;
import dev.lectern.kind.TaskKind;
import dev.lectern.kind.TaskKinds;
import dev.lectern.kind.Variety;
import dev.lectern.model.ChatModel;
import dev.lectern.model.ChatRequest;
import dev.lectern.prompt.AnswerReply;
import dev.lectern.prompt.Fenced;
import dev.lectern.prompt.PromptLibrary;
import dev.lectern.prompt.Understood;
import dev.lectern.sample.Evidence;
import dev.lectern.sample.Outcome;
import dev.lectern.sample.Sample;
import dev.lectern.sample.Turn;
import dev.lectern.stage.Tools;
import dev.lectern.stage.Use;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One answer of one model to a question with evidence; what it rests on is only claimed.
 *
 * @param goal what the dataset is for; empty = whatever the documents give
 * @param attempt counts deliberate re-asks
 */
record Draft(String goal, int attempt) {
    /** The passages that the answer was written from, by id, in {@code extra}: a judge sees the same. */
    static final String SHOWN = "shown";

    /** How one answer is made of several. */
    static final String SYNTHESIS = "vote/synthesis";

    /** The prompts that answers of any kind are asked for with. */
    static Set<Use> prompts() {
        Set<Use> uses = new LinkedHashSet<>();
        TaskKinds.all().forEach(kind -> {
            uses.add(new Use.PromptFile(kind.form().prompt()));
            uses.add(new Use.PromptFile(kind.answerPrompt()));
        });
        Variety.prompts().forEach(prompt -> uses.add(new Use.PromptFile(prompt)));
        Goal.prompts().forEach(prompt -> uses.add(new Use.PromptFile(prompt)));
        return uses;
    }

    /** What the model makes of the question: kept with its quotes as evidence, or dropped. */
    Outcome by(ChatModel model, Sample sample, Tools tools) {
        return by(model, sample, "", tools);
    }

    /** One answer of several that were given before: asked for, read and checked as any other. */
    Outcome ofAll(List<String> answers, ChatModel model, Sample sample, Tools tools) {
        String shown = answers.stream().map(Fenced::text).collect(Collectors.joining("\n\n"));
        String told = tools.prompts()
                .prompt(SYNTHESIS, sample.language())
                .fill(Map.of("answers", shown))
                .getLast()
                .content();
        return by(model, sample, told, tools);
    }

    /** @param besides what else the model is told, behind how to answer */
    private Outcome by(ChatModel model, Sample sample, String besides, Tools tools) {
        TaskKind kind = TaskKinds.orQa(sample.task());
        Understood<Answer> reply = Understood.ask(
                model,
                request(sample, kind, besides, tools).again(attempt),
                text -> kind.form().read(text, sample));
        Sample asked = sample.withLineage(sample.lineage().withCall(reply.key()));
        Answer answer = reply.value();
        if (answer.silent().isPresent()) {
            boolean outside = !goal.isEmpty() && Goal.said(answer.silent().get());
            return new Outcome.Dropped(asked, outside ? Goal.OUTSIDE : kind.silence());
        }
        Sample answered = asked.withMessages(thoughtOver(answer.messages(), reply.reasoning()));
        for (Map.Entry<String, JsonNode> extra : answer.extra().entrySet()) {
            answered = answered.withExtra(extra.getKey(), extra.getValue());
        }
        if (kind.needsQuotes() && answer.citations().isEmpty()) {
            return new Outcome.Dropped(answered, "answer without a quote");
        }
        List<Evidence> quotes = answer.citations().stream()
                .map(citation -> claimed(citation, sample.evidence()))
                .distinct()
                .toList();
        ArrayNode shown = JsonNodeFactory.instance.arrayNode();
        sample.evidence().forEach(evidence -> shown.add(evidence.passage()));
        return new Outcome.Kept(answered.withEvidence(quotes).withExtra(SHOWN, shown));
    }

    /** What the model thought stands with its last turn, unless the form of the answer has put a chain of thought there. */
    private static List<Turn> thoughtOver(List<Turn> messages, Optional<String> thought) {
        List<Turn> turns = new ArrayList<>(messages);
        Turn last = turns.removeLast();
        turns.add(last.reasoning().isPresent() ? last : last.withReasoning(thought));
        return turns;
    }

    private ChatRequest request(Sample sample, TaskKind kind, String besides, Tools tools) {
        List<Fenced.Shown> shown = sample.evidence().stream()
                .map(e -> new Fenced.Shown(tools.corpus().passage(e.passage()).headings(), e.quote()))
                .toList();
        PromptLibrary prompts = tools.prompts();
        String language = sample.language();
        Map<String, String> values = new TreeMap<>(kind.form().more(sample));
        values.put("passages", Fenced.passages(shown, language));
        values.put("instruction", Fenced.text(sample.instruction()));
        values.put("manner", manner(sample, kind, prompts) + (besides.isEmpty() ? "" : "\n\n" + besides));
        return ChatRequest.of(prompts.prompt(kind.form().prompt(), language).fill(values))
                .withSchema(kind.form().schema());
    }

    /** How to answer: as the kind has it, as was drawn for this instruction, and what the dataset is for. */
    private String manner(Sample sample, TaskKind kind, PromptLibrary prompts) {
        String language = sample.language();
        return Stream.of(
                        prompts.prompt(kind.answerPrompt(), language).user(),
                        Variety.answering(sample.tags(), prompts, language),
                        new Goal(goal).answering(prompts, language))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("\n\n"));
    }

    /** Models copy quotes well and count passages badly: where the named passage lacks the quote and another holds it, that one is meant. */
    static Evidence claimed(AnswerReply.Citation citation, List<Evidence> shown) {
        int named = citation.passage() - 1;
        boolean exists = named >= 0 && named < shown.size();
        Evidence passage = exists && shown.get(named).quote().contains(citation.quote())
                ? shown.get(named)
                : IntStream.range(0, shown.size())
                        .mapToObj(shown::get)
                        .filter(e -> e.quote().contains(citation.quote()))
                        .findFirst()
                        .orElse(shown.get(exists ? named : 0));
        return Evidence.claimed(passage.document(), passage.passage(), citation.quote(), passage.uri());
    }
}
