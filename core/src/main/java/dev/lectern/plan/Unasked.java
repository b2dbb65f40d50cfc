package dev.lectern.plan;

import dev.lectern.model.BodyReader;
import dev.lectern.model.ChatReply;
import dev.lectern.model.ChatRequest;
import dev.lectern.model.Manner;
import dev.lectern.model.ModelClient;
import dev.lectern.model.ModelException;
import dev.lectern.model.ModelId;
import dev.lectern.model.ModelProvider;
import dev.lectern.model.ModelToOpen;
import dev.lectern.model.Reply;
import dev.lectern.model.ReplyStore;
import dev.lectern.model.Spent;
import dev.lectern.model.WireReply;
import dev.lectern.web.Web;
import dev.lectern.web.WebHit;
import dev.lectern.web.WebManners;
import dev.lectern.web.WebPage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Models that are never asked: they answer from what is kept, and to all else say that the budget is spent. */
final class Unasked {
    private Unasked() {}

    /** The providers on the class path, with clients that send nothing. */
    static Map<String, ModelProvider> providers() {
        Map<String, ModelProvider> providers = new TreeMap<>();
        for (ModelProvider real : ServiceLoader.load(ModelProvider.class)) {
            real.names().forEach(name -> providers.put(name, new Silent(real)));
        }
        return providers;
    }

    private record Silent(ModelProvider real) implements ModelProvider {
        @Override
        public Set<String> names() {
            return real.names();
        }

        @Override
        public List<ModelClient> open(ModelToOpen model) {
            return mute(real.open(model));
        }

        @Override
        public List<ModelClient> openEmbedder(ModelToOpen model) {
            return mute(real.openEmbedder(model));
        }

        @Override
        public List<ModelClient> openReranker(ModelToOpen model) {
            return mute(real.openReranker(model));
        }

        @Override
        public List<ModelClient> openReward(ModelToOpen model) {
            return mute(real.openReward(model));
        }

        private static List<ModelClient> mute(List<ModelClient> clients) {
            return clients.stream().<ModelClient>map(Mute::new).toList();
        }

        @Override
        public BodyReader reader() {
            return real.reader();
        }
    }

    private record Mute(ModelClient real) implements ModelClient {
        @Override
        public ModelId id() {
            return real.id();
        }

        @Override
        public String lane() {
            return real.lane();
        }

        @Override
        public WireReply ask(ChatRequest request, Manner manner) {
            throw new ModelException(ModelException.Kind.BUDGET, "nothing is asked while planning", "");
        }

        @Override
        public Manner preset() {
            return real.preset();
        }

        @Override
        public ChatReply read(String body, String answeredBy) {
            return real.read(body, answeredBy);
        }
    }

    /** The web, to which a plan does not go either: what a search would find is not known. */
    record Elsewhere(boolean searches) implements Web {
        @Override
        public List<WebHit> search(String query, int page) {
            throw new ModelException(ModelException.Kind.BUDGET, "nothing is searched while planning", "");
        }

        @Override
        public WebPage read(String url, WebManners manners) {
            return new WebPage.Unreached("nothing is read while planning");
        }

        @Override
        public void forgo(String url, WebManners manners, String why) {}
    }

    /** The store of a run folder that a plan leaves as it is. */
    record Untouched(ReplyStore store) implements ReplyStore {
        @Override
        public Optional<Reply> find(String key) {
            return store.find(key);
        }

        @Override
        public Reply put(Reply reply) {
            return reply;
        }

        @Override
        public long count(String kind) {
            return store.count(kind);
        }

        @Override
        public Spent spent() {
            return store.spent();
        }

        @Override
        public void spend(Spent more) {}

        @Override
        public boolean retire(String key) {
            return false;
        }

        @Override
        public void each(String kind, Consumer<Reply> reader) {
            store.each(kind, reader);
        }

        @Override
        public void close() {
            store.close();
        }
    }
}
