package dev.lectern.model.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lectern.check.Problem;
import dev.lectern.check.ProblemsException;
import dev.lectern.model.BodyReader;
import dev.lectern.model.ChatMessage;
import dev.lectern.model.ChatModel;
import dev.lectern.model.ChatReply;
import dev.lectern.model.ChatRequest;
import dev.lectern.model.Endpoint;
import dev.lectern.model.Headroom;
import dev.lectern.model.Manner;
import dev.lectern.model.MemoryReplyStore;
import dev.lectern.model.ModelClient;
import dev.lectern.model.ModelException;
import dev.lectern.model.ModelId;
import dev.lectern.model.ModelProvider;
import dev.lectern.model.ModelSettings;
import dev.lectern.model.ModelSetup;
import dev.lectern.model.ModelToOpen;
import dev.lectern.model.ReplyStore;
import dev.lectern.model.Usage;
import dev.lectern.model.WireReply;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.jupiter.api.Test;

/** Two houses whose replies look different, several keys, and what happens when some of it is down. */
class StandInTest {
    private static final ChatRequest REQUEST = ChatRequest.of(List.of(ChatMessage.user("hello")));

    private final ReplyStore store = new MemoryReplyStore();
    private final Set<String> down = new ConcurrentSkipListSet<>();
    private final Set<String> askedOver = new ConcurrentSkipListSet<>();

    @Test
    void aStandInAnswersUnderItsOwnNameAndIsCounted() {
        Models models = open("house:first", setup("house:first", List.of("spare:second"), 1));
        models.probe();
        down.add("house#0");
        ChatReply reply = model(models).chat(REQUEST);
        assertThat(reply.answeredBy()).isEqualTo("second");
        assertThat(reply.text()).isEqualTo("spare answers");
        assertThat(models.meter().counts().standIns()).containsOnly(Map.entry("second", 1L));
    }

    @Test
    void aStandInsReplyIsReadInALaterRunThatDoesNotKnowIt() {
        Models models = open("house:first", setup("house:first", List.of("spare:second"), 1));
        models.probe();
        down.add("house#0");
        ChatReply reply = model(models).chat(REQUEST);
        down.clear();
        askedOver.clear();
        Models later = open("house:first", setup("house:first", List.of(), 1));
        later.probe();
        assertThat(model(later).chat(REQUEST)).isEqualTo(reply);
        assertThat(askedOver).isEmpty();
    }

    @Test
    void aModelThatIsDownFromTheBeginningIsStoodInFor() {
        down.add("house#0");
        Models models = open("house:first", setup("house:first", List.of("spare:second"), 1));
        assertThat(models.probe()).extracting(facts -> facts.id().name()).containsExactly("second");
        assertThat(model(models).chat(REQUEST).answeredBy()).isEqualTo("second");
    }

    @Test
    void whenModelAndStandInAreDownBothAreSaid() {
        down.addAll(List.of("house#0", "spare#0"));
        Models models = open("house:first", setup("house:first", List.of("spare:second"), 1));
        assertThatThrownBy(models::probe)
                .isInstanceOf(ProblemsException.class)
                .hasMessageContaining("house#0")
                .hasMessageContaining("spare#0");
    }

    @Test
    void ofSeveralKeysOneThatIsNoGoodIsGivenUpAndSaid() {
        down.add("house#0");
        Models models = open("pool", setup("house:first", List.of(), 3));
        models.probe();
        ChatModel model = model(models);
        for (int i = 0; i < 20; i++) {
            assertThat(model.chat(REQUEST.again(i)).answeredBy()).isEqualTo("first");
        }
        askedOver.clear();
        for (int i = 20; i < 40; i++) {
            model.chat(REQUEST.again(i));
        }
        assertThat(askedOver).doesNotContain("house#0");
        assertThat(models.givenUp()).containsExactly(new GivenUp("house#0", new Problem("house#0 is down", "house#0")));
        assertThat(models.meter().counts().failed()).isZero();
    }

    private Models open(String name, ModelSetup setup) {
        ModelSettings settings = ModelSettings.of(Map.of()).withSetups(new TreeMap<>(Map.of(name, setup)));
        TreeMap<String, List<String>> roles = new TreeMap<>(Map.of("writer", List.of(name)));
        Map<String, ModelProvider> providers =
                Map.of("house", new House("house", "<", ">"), "spare", new House("spare", "[", "]"));
        return Models.open(roles, settings, store, Clock.systemUTC(), providers);
    }

    private static ModelSetup setup(String spec, List<String> fallback, int endpoints) {
        List<Endpoint> ways = new ArrayList<>();
        for (int i = 0; i < endpoints; i++) {
            ways.add(new Endpoint(Optional.empty(), Optional.of("KEY_" + i)));
        }
        return new ModelSetup(
                spec,
                ways,
                OptionalInt.of(4),
                OptionalLong.empty(),
                OptionalLong.empty(),
                fallback,
                new TreeMap<>(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of());
    }

    private static ChatModel model(Models models) {
        return models.of("writer").getFirst();
    }

    /** Its replies stand between brackets of its own, and nobody else can read them. */
    private final class House implements ModelProvider {
        private final String name;
        private final String open;
        private final String close;

        House(String name, String open, String close) {
            this.name = name;
            this.open = open;
            this.close = close;
        }

        @Override
        public Set<String> names() {
            return new TreeSet<>(List.of(name));
        }

        @Override
        public List<ModelClient> open(ModelToOpen model) {
            String base = model.pool().isEmpty() ? "home" : model.pool();
            List<ModelClient> clients = new ArrayList<>();
            for (int i = 0; i < Math.max(1, model.setup().endpoints().size()); i++) {
                clients.add(new Client(new ModelId(name, base, model.spec().name()), name + "#" + i));
            }
            return clients;
        }

        @Override
        public BodyReader reader() {
            return (body, answeredBy) -> {
                assertThat(body).startsWith(open).endsWith(close);
                String text = body.substring(1, body.length() - 1);
                return new ChatReply("", text, "", "stop", Usage.NONE, answeredBy, body);
            };
        }

        private final class Client implements ModelClient {
            private final ModelId id;
            private final String lane;

            Client(ModelId id, String lane) {
                this.id = id;
                this.lane = lane;
            }

            @Override
            public ModelId id() {
                return id;
            }

            @Override
            public String lane() {
                return lane;
            }

            @Override
            public WireReply ask(ChatRequest request, Manner manner) {
                askedOver.add(lane);
                if (down.contains(lane)) {
                    throw new ModelException(
                            ModelException.Kind.UNREACHABLE,
                            new Problem(lane + " is down", lane),
                            new IllegalStateException("401"));
                }
                String text = request.schema().isPresent() ? "{\"ready\": true}" : name + " answers";
                return new WireReply(read(open + text + close, id.name()), Headroom.UNSAID);
            }

            @Override
            public ChatReply read(String body, String answeredBy) {
                return reader().read(body, answeredBy);
            }
        }
    }
}
