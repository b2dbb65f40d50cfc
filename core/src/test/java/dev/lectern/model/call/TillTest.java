package dev.lectern.model.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lectern.check.Problem;
import dev.lectern.model.BodyReader;
import dev.lectern.model.ChatMessage;
import dev.lectern.model.ChatReply;
import dev.lectern.model.ChatRequest;
import dev.lectern.model.Cost;
import dev.lectern.model.Headroom;
import dev.lectern.model.Manner;
import dev.lectern.model.MemoryReplyStore;
import dev.lectern.model.ModelClient;
import dev.lectern.model.ModelException;
import dev.lectern.model.ModelId;
import dev.lectern.model.ModelSettings;
import dev.lectern.model.ModelSetup;
import dev.lectern.model.ReplyForm;
import dev.lectern.model.Spent;
import dev.lectern.model.Usage;
import dev.lectern.model.WireReply;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TillTest {
    private static final ChatRequest REQUEST =
            ChatRequest.of(List.of(ChatMessage.user("How deep is the lake?"))).withParameter("max_tokens", 100);

    private final ModelSettings settings = ModelSettings.of(Map.of());

    @Test
    void aCallIsBilledAtItsModelsPrice() {
        Bill bill = new Bill();
        till(settings, "gpt-4o", new Usage(1_000, 500, 0)).ask(REQUEST, Manner.of(ReplyForm.TEXT), bill);
        assertThat(bill.cost()).isEqualTo(new Cost(7_500, "USD"));
        assertThat(bill.spent().unpriced()).isZero();
    }

    @Test
    void anUnknownPriceIsUnknownAndNotNothing() {
        Bill bill = new Bill();
        till(settings, "nobody-knows", new Usage(1_000, 500, 0)).ask(REQUEST, Manner.of(ReplyForm.TEXT), bill);
        assertThat(bill.cost()).isEqualTo(Cost.UNKNOWN);
        assertThat(bill.spent().unpriced()).isEqualTo(1);
    }

    @Test
    void whereTheProviderDoesNotCountATokenizerDoesAndItIsSaid() {
        Bill bill = new Bill();
        till(settings, "gpt-4o", Usage.NONE).ask(REQUEST, Manner.of(ReplyForm.TEXT), bill);
        Usage usage = bill.spent().usage();
        assertThat(usage.input()).isEqualTo(13);
        assertThat(usage.output()).isEqualTo(4);
        assertThat(usage.guessed()).isEqualTo(17);
        assertThat(bill.cost().known()).isTrue();
    }

    @Test
    void aLimitOfMoneyStopsBeforeItIsCrossed() {
        // A call may cost 100 * 10 + some input: room for one, not for two, and what the first leaves is too little.
        Try over = till(settings.withMaxCost(Cost.parse("0.0014", "")), "gpt-4o", new Usage(100, 50, 0));
        over.ask(REQUEST, Manner.of(ReplyForm.TEXT), new Bill());
        assertThatThrownBy(() -> over.ask(REQUEST, Manner.of(ReplyForm.TEXT), new Bill()))
                .isInstanceOfSatisfying(
                        ModelException.class, e -> assertThat(e.kind()).isEqualTo(ModelException.Kind.BUDGET))
                .hasMessage("the limit of 0.0014 USD is reached (--max-cost)");
    }

    @Test
    void whileMoneyIsLimitedSoIsTheLengthOfEveryAnswer() {
        ChatRequest free = ChatRequest.of(List.of(ChatMessage.user("How deep is the lake?")));
        assertThat(opened(settings, "gpt-4o").bounded(free)).isEqualTo(free);
        Till limited = opened(settings.withMaxCost(Cost.parse("5", "")), "gpt-4o");
        assertThat(limited.bounded(free).parameters()).containsEntry("max_tokens", 8_192L);
        assertThat(limited.bounded(REQUEST)).isEqualTo(REQUEST);
    }

    @Test
    void aLimitThatCannotBeKeptIsRefusedWithTheFix() {
        assertThat(problems("5", "gpt-4o", "nobody-knows"))
                .extracting(Problem::what)
                .containsExactly("nobody knows what the model 'nobody-knows' costs, so no limit can be kept");
        assertThat(problems("30CNY", "gpt-4o"))
                .extracting(Problem::what)
                .containsExactly("the limit is in CNY, but a model is paid in USD");
        assertThat(problems("5", "gpt-4o")).isEmpty();
        assertThat(problems("5USD", "gpt-4o", "gpt-5-mini")).isEmpty();
    }

    @Test
    void whatTheFolderSpentInAnotherCurrencyCounts() {
        MemoryReplyStore store = new MemoryReplyStore();
        store.spend(Spent.of(1, new Usage(1, 1, 0), new Cost(5, "CNY")));
        Till till = new Till(settings.withMaxCost(Cost.parse("5USD", "")), store, new CallMeter());
        till.admit(List.of(client("gpt-4o", Usage.NONE)), "openai", ModelSetup.of("openai:gpt-4o"), "");
        assertThat(till.open()).hasSize(1);
    }

    private List<Problem> problems(String most, String... models) {
        Till till = new Till(settings.withMaxCost(Cost.parse(most, "")), new MemoryReplyStore(), new CallMeter());
        for (String model : models) {
            till.admit(List.of(client(model, Usage.NONE)), "openai", ModelSetup.of("openai:" + model), "");
        }
        return till.open();
    }

    private static Till opened(ModelSettings settings, String model) {
        Till till = new Till(settings, new MemoryReplyStore(), new CallMeter());
        till.admit(List.of(client(model, Usage.NONE)), "openai", ModelSetup.of("openai:" + model), "");
        assertThat(till.open()).isEmpty();
        return till;
    }

    private static Try till(ModelSettings settings, String model, Usage usage) {
        Till till = new Till(settings, new MemoryReplyStore(), new CallMeter());
        ModelClient client = client(model, usage);
        till.admit(List.of(client), "openai", ModelSetup.of("openai:" + model), "");
        assertThat(till.open()).isEmpty();
        return till.over(client);
    }

    private static ModelClient client(String model, Usage usage) {
        return new ModelClient() {
            @Override
            public ModelId id() {
                return new ModelId("openai", "https://api.openai.com/v1", model);
            }

            @Override
            public String lane() {
                return "test";
            }

            @Override
            public WireReply ask(ChatRequest request, Manner manner) {
                return new WireReply(
                        new ChatReply("", "It is deep.", "", "stop", usage, model, "It is deep."), Headroom.UNSAID);
            }

            @Override
            public ChatReply read(String body, String answeredBy) {
                return BodyReader.PLAIN.read(body, answeredBy);
            }
        };
    }
}
