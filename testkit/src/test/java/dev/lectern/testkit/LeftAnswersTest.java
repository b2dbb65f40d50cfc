package dev.lectern.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.adapters.store.SqliteReplyStore;
import dev.lectern.model.ChatMessage;
import dev.lectern.model.ChatModel;
import dev.lectern.model.ChatReply;
import dev.lectern.model.ChatRequest;
import dev.lectern.model.ModelSettings;
import dev.lectern.model.Reply;
import dev.lectern.model.ReplyStore;
import dev.lectern.model.call.Models;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program is killed when an answer has come and its place is not given back yet; the next run finds it there. */
class LeftAnswersTest {
    private static final ChatRequest QUESTION = ChatRequest.of(List.of(ChatMessage.user("How deep is Lake Mir?")));

    private final ModelServer server = ModelServer.start(ModelServer.Settings.sensible());

    @TempDir
    private Path folder;

    private Reply answer;

    @AfterEach
    void stop() {
        server.close();
    }

    @BeforeEach
    void askAndDie() throws IOException {
        Files.createDirectories(folder.resolve("next"));
        try (SqliteReplyStore store = open("run")) {
            ChatReply reply = model(dying(store)).chat(QUESTION);
            answer = store.find(reply.key()).orElseThrow();
        }
    }

    @Test
    void whatWasNotKeptYetIsTakenUpAndNotAskedForAgain() {
        try (SqliteReplyStore next = open("next")) {
            ChatModel model = model(next);
            int asked = server.counts().requests();
            model.chat(QUESTION);
            assertThat(server.counts().requests()).isEqualTo(asked);
        }
    }

    @Test
    void whatWasKeptIsNotTheAnswerToTheNextDrawWhenTheReplyIsRetired() {
        try (SqliteReplyStore next = open("next")) {
            ChatModel model = model(next);
            next.put(answer);
            assertThat(next.retire(answer.key())).isTrue();
            int asked = server.counts().requests();
            assertThat(model.chat(QUESTION).key()).isNotEqualTo(answer.key());
            assertThat(server.counts().requests()).isEqualTo(asked + 1);
        }
    }

    @Test
    void whatWasKeptIsNotTheAnswerToAnotherAttempt() {
        try (SqliteReplyStore next = open("next")) {
            ChatModel model = model(next);
            next.put(answer);
            int asked = server.counts().requests();
            model.chat(QUESTION.again(1));
            assertThat(server.counts().requests()).isEqualTo(asked + 1);
        }
    }

    /** The store, with what lies in its file of arrivals copied to the next run when the answer is there and not kept yet. */
    private ReplyStore dying(ReplyStore store) {
        return (ReplyStore) Proxy.newProxyInstance(
                ReplyStore.class.getClassLoader(), new Class<?>[] {ReplyStore.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("put") && arguments.length == 2) {
                        Files.copy(
                                folder.resolve("run/replies.db-arrivals"), folder.resolve("next/replies.db-arrivals"));
                    }
                    return method.invoke(store, arguments);
                });
    }

    private SqliteReplyStore open(String run) {
        return SqliteReplyStore.open(folder.resolve(run).resolve("replies.db"));
    }

    private ChatModel model(ReplyStore store) {
        Models models = Models.open(
                new TreeMap<>(Map.of("writer", List.of("openai:test"))),
                ModelSettings.of(Map.of()).withBaseUrl(server.baseUrl()),
                store,
                Clock.systemUTC());
        models.probe();
        return models.of("writer").getFirst();
    }
}
