package dev.lectern.model.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lectern.check.ProblemsException;
import dev.lectern.model.BodyReader;
import dev.lectern.model.ChatMessage;
import dev.lectern.model.ChatReply;
import dev.lectern.model.ChatRequest;
import dev.lectern.model.Headroom;
import dev.lectern.model.Manner;
import dev.lectern.model.MemoryReplyStore;
import dev.lectern.model.ModelClient;
import dev.lectern.model.ModelException;
import dev.lectern.model.ModelId;
import dev.lectern.model.ModelProvider;
import dev.lectern.model.ModelSettings;
import dev.lectern.model.ModelToOpen;
import dev.lectern.model.Quirk;
import dev.lectern.model.Refusal;
import dev.lectern.model.ReplyForm;
import dev.lectern.model.ReplyStore;
import dev.lectern.model.UnfitManner;
import dev.lectern.model.Usage;
import dev.lectern.model.WireReply;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** How it is found out in what manner a model wants to be asked, and that each lesson is paid for once. */
class MannersTest {
    private static final String READY = "{\"ready\":true}";

    private final ReplyStore store = new MemoryReplyStore();
    private final List<ChatRequest> asked = new CopyOnWriteArrayList<>();

    /** A model behind no wire. */
    private interface Server {
        String answer(ChatRequest request, Manner manner, int nth);
    }

    @Test
    void theBestFormThatIsKeptToIsTakenAndRememberedInTheRunFolder() {
        Server prose = (request, manner, nth) -> switch (manner.form()) {
            case SCHEMA -> throw new ModelException(Refusal.NOT_TAKEN, "no response_format", "", Usage.NONE);
            case JSON_OBJECT -> "Of course! " + READY;
            case TOOLS -> READY;
            case TEXT -> throw new AssertionError("the form before works");
        };
        assertThat(open(prose, Map.of()).probe()).extracting(Models.Facts::form).containsExactly(ReplyForm.TOOLS);
        assertThat(asked).hasSize(3);
        assertThat(open(prose, Map.of()).probe()).extracting(Models.Facts::form).containsExactly(ReplyForm.TOOLS);
        assertThat(asked).hasSize(3);
    }

    @Test
    void oneBrokenReplyDoesNotCostAModelItsBestForm() {
        assertThat(open((request, manner, nth) -> nth == 0 ? "{\"ready\" tru" : READY, Map.of())
                        .probe())
                .extracting(Models.Facts::form)
                .containsExactly(ReplyForm.SCHEMA);
        assertThat(asked).hasSize(2);
    }

    @Test
    void theProbeMeetsWhatTheRolesParametersWillMeet() throws Exception {
        Server strict = (request, manner, nth) -> {
            if (request.parameters().containsKey("temperature") && !manner.has(Quirk.NO_TEMPERATURE)) {
                throw new UnfitManner(Quirk.NO_TEMPERATURE, "temperature is not supported");
            }
            return READY;
        };
        Models models = open(strict, Map.of("temperature", 0.2, "max_tokens", 30));
        assertThat(models.probe())
                .singleElement()
                .satisfies(facts ->
                        assertThat(facts.manner().has(Quirk.NO_TEMPERATURE)).isTrue());
        assertThat(asked)
                .hasSize(2)
                .allMatch(r -> Long.valueOf(1024).equals(r.parameters().get("max_tokens")));
        inParallel(64, i -> models.of("writer").getFirst().chat(question(i)));
        assertThat(asked).hasSize(66);
        assertThat(asked.getLast().parameters()).isEqualTo(Map.of("temperature", 0.2, "max_tokens", 30L));
    }

    @Test
    void aLessonOfManyCallsIsKeptOnceAndNeverPaidForAgain() throws Exception {
        int many = 16;
        CountDownLatch together = new CountDownLatch(many);
        Server streams = (request, manner, nth) -> {
            if (request.schema().isEmpty() && !manner.has(Quirk.STREAM_ONLY)) {
                together.countDown();
                await(together);
                throw new UnfitManner(Quirk.STREAM_ONLY, "only stream is supported");
            }
            return READY;
        };
        Models models = open(streams, Map.of());
        models.probe();
        inParallel(many, i -> models.of("writer").getFirst().chat(question(i)));
        assertThat(asked).hasSize(1 + 2 * many);
        assertThat(store.count(Lessons.KIND)).isEqualTo(1);
        long paid = store.spent().calls();
        assertThat(paid).isEqualTo(1 + 2 * many);
        Models next = open(streams, Map.of());
        assertThat(next.probe().getFirst().manner().quirks()).isEqualTo(EnumSet.of(Quirk.STREAM_ONLY));
        next.of("writer").getFirst().chat(question(many));
        assertThat(asked).hasSize(2 + 2 * many);
    }

    @Test
    void aServerThatWantsTheSameTwiceIsTakenAtItsWord() {
        Server stubborn = (request, manner, nth) -> {
            if (request.schema().isEmpty()) {
                throw new UnfitManner(Quirk.NO_TEMPERATURE, "temperature must be 1");
            }
            return READY;
        };
        Models models = open(stubborn, Map.of());
        models.probe();
        assertThatThrownBy(() -> models.of("writer").getFirst().chat(question(1)))
                .isInstanceOfSatisfying(
                        ModelException.class, e -> assertThat(e.refusal()).contains(Refusal.NOT_TAKEN))
                .hasMessageContaining("temperature must be 1");
        assertThat(asked).hasSize(3);
    }

    @Test
    void aParameterThatNoFormMendsIsSaidInTheServersWordsAndTriedAnewWhenItIsMended() {
        Server cold = (request, manner, nth) -> {
            if (Double.valueOf(1.5).equals(request.parameters().get("temperature"))) {
                throw new ModelException(Refusal.NOT_TAKEN, "temperature goes to 1 at most", "", Usage.NONE);
            }
            return READY;
        };
        assertThatThrownBy(() -> open(cold, Map.of("temperature", 1.5)).probe())
                .isInstanceOf(ProblemsException.class)
                .hasMessageContaining("temperature goes to 1 at most")
                .hasMessageContaining("check its parameters (temperature)");
        assertThat(open(cold, Map.of("temperature", 0.5)).probe()).hasSize(1);
    }

    @Test
    void parametersOfAWrongTypeNeverReachAModel() {
        assertThatThrownBy(() -> open((request, manner, nth) -> READY, Map.of("temprature", 1, "top_p", 7)))
                .isInstanceOfSatisfying(
                        ProblemsException.class, e -> assertThat(e.problems()).hasSize(2))
                .hasMessageContaining("roles.writer");
    }

    private Models open(Server server, Map<String, Object> parameters) {
        SortedMap<String, SortedMap<String, Object>> roles = new TreeMap<>();
        roles.put("writer", new TreeMap<>(parameters));
        return Models.open(
                new TreeMap<>(Map.of("writer", List.of("fake:m"))),
                ModelSettings.of(Map.of()).withRoleParameters(roles).withConcurrency(64),
                store,
                Clock.systemUTC(),
                Map.of("fake", new Provider(new Client(server))));
    }

    private record Provider(ModelClient client) implements ModelProvider {
        @Override
        public Set<String> names() {
            return Set.of("fake");
        }

        @Override
        public List<ModelClient> open(ModelToOpen model) {
            return List.of(client);
        }

        @Override
        public BodyReader reader() {
            return client;
        }
    }

    private final class Client implements ModelClient {
        private final Server server;

        Client(Server server) {
            this.server = server;
        }

        @Override
        public ModelId id() {
            return new ModelId("fake", "here", "m");
        }

        @Override
        public String lane() {
            return "here";
        }

        @Override
        public WireReply ask(ChatRequest request, Manner manner) {
            int nth;
            synchronized (this) {
                nth = asked.size();
                asked.add(request);
            }
            return new WireReply(read(server.answer(request, manner, nth), "m"), Headroom.UNSAID);
        }

        @Override
        public ChatReply read(String body, String answeredBy) {
            return BodyReader.PLAIN.read(body, answeredBy);
        }
    }

    private static ChatRequest question(int n) {
        return ChatRequest.of(List.of(ChatMessage.user("question " + n)));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void inParallel(int times, java.util.function.IntFunction<ChatReply> call) throws Exception {
        try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<ChatReply>> calls = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                int n = i;
                calls.add(pool.submit(() -> call.apply(n)));
            }
            for (Future<ChatReply> one : calls) {
                one.get();
            }
        }
    }
}
