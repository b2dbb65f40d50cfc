package dev.lectern.model.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.model.ChatMessage;
import dev.lectern.model.ChatReply;
import dev.lectern.model.ChatRequest;
import dev.lectern.model.Manner;
import dev.lectern.model.ModelException;
import dev.lectern.model.Refusal;
import dev.lectern.model.ReplyForm;
import dev.lectern.model.Usage;
import dev.lectern.prompt.AnswerReply;
import dev.lectern.prompt.AskReply;
import dev.lectern.text.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;

/** What is saved of a reply that ends too soon is a beginning of it, whole item by whole item, and nothing else. */
class SalvageLawsTest {
    @Provide
    Arbitrary<List<AskReply.Item>> items() {
        Arbitrary<String> text = Arbitraries.strings()
                .withChars('a', 'B', ' ', '\n', '"', '\'', '\\', '{', '}', '[', ']', ',', ':', '7', '问', '”', '“', '：')
                .ofMinLength(1)
                .ofMaxLength(25)
                .map(s -> "q" + s + "?");
        return Combinators.combine(text, Arbitraries.of("qa", "code", "generation"))
                .as(AskReply.Item::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(5);
    }

    @Property(tries = 2000, seed = "42")
    void ofAnyBeginningOfAListTheWholeItemsAreSaved(
            @ForAll("items") List<AskReply.Item> items, @ForAll @DoubleRange(max = 1) double at) {
        String whole = Json.line(Map.of("instructions", items));
        String part = whole.substring(0, (int) (at * (whole.length() - 1)));
        Optional<List<AskReply.Item>> saved = answer(
                        part, ChatRequest.of(List.of(ChatMessage.user("Ask."))).withSchema(AskReply.SCHEMA))
                .map(text -> AskReply.read(text).orElseThrow().instructions());
        List<AskReply.Item> stripped = items.stream()
                .map(item -> new AskReply.Item(item.instruction().strip(), item.task()))
                .toList();
        int begun = (int)
                items.stream().filter(item -> part.contains(Json.line(item))).count();
        assertThat(saved.isPresent()).as(part).isEqualTo(begun > 0);
        saved.ifPresent(list -> {
            assertThat(list).as(part).isNotEmpty();
            assertThat(list).as(part).isEqualTo(stripped.subList(0, list.size()));
        });
    }

    @Property(tries = 500, seed = "42")
    void noBeginningOfAnAnswerPassesForTheAnswer(
            @ForAll("items") List<AskReply.Item> items, @ForAll @DoubleRange(max = 1) double at) {
        String whole = Json.line(new AnswerReply(
                Optional.of(items.getFirst().instruction()),
                items.stream()
                        .map(item -> new AnswerReply.Citation(1, item.instruction()))
                        .toList(),
                ""));
        String part = whole.substring(0, (int) (at * (whole.length() - 1)));
        assertThat(answer(
                        part,
                        ChatRequest.of(List.of(ChatMessage.user("Answer."))).withSchema(AnswerReply.SCHEMA)))
                .isEmpty();
    }

    /** What the call layer makes of a model that always ends there. */
    private static Optional<String> answer(String part, ChatRequest request) {
        Asker model = (now, bill) -> new ChatReply("", part, "", "length", Usage.NONE, "m", part);
        try {
            return Optional.of(new FormedAsker(model, () -> Manner.of(ReplyForm.TEXT), new CallMeter())
                    .ask(request, new Bill())
                    .text());
        } catch (ModelException e) {
            assertThat(e.refusal()).contains(Refusal.CUT_OFF);
            return Optional.empty();
        }
    }
}
