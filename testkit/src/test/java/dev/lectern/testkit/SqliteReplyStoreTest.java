package dev.lectern.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lectern.adapters.store.SqliteReplyStore;
import dev.lectern.model.CallKey;
import dev.lectern.model.ChatMessage;
import dev.lectern.model.ChatRequest;
import dev.lectern.model.Cost;
import dev.lectern.model.ModelId;
import dev.lectern.model.Reply;
import dev.lectern.model.ReplyStore;
import dev.lectern.model.Spent;
import dev.lectern.model.Usage;
import dev.lectern.text.Hash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteReplyStoreTest extends ReplyStoreContract {
    private final Path folder;

    SqliteReplyStoreTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Override
    protected ReplyStore open() {
        return SqliteReplyStore.open(folder.resolve("contract/run/replies.db"));
    }

    @Test
    void theFileAloneIsTheStoreOnceItIsClosed() throws IOException {
        Path file = folder.resolve("one/replies.db");
        Reply reply = reply("q", "a");
        try (ReplyStore store = SqliteReplyStore.open(file)) {
            store.put(reply);
        }
        try (Stream<Path> files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
        Path copy = Files.copy(file, folder.resolve("copy.db"));
        try (ReplyStore store = SqliteReplyStore.open(copy)) {
            assertThat(store.find(reply.key())).contains(reply);
        }
    }

    @Test
    void anotherReaderSeesWhatWasKeptWhileTheWriterIsOpen() {
        Path file = folder.resolve("shared.db");
        Reply reply = reply("q", "a");
        try (ReplyStore writer = SqliteReplyStore.open(file);
                ReplyStore reader = SqliteReplyStore.open(file)) {
            writer.put(reply);
            assertThat(reader.find(reply.key())).contains(reply);
        }
    }

    @Test
    void whatWasSpentAndRetiredOutlivesTheProcess() {
        Path file = folder.resolve("lasting.db");
        Reply reply = reply("q", "a");
        try (ReplyStore store = SqliteReplyStore.open(file)) {
            store.put(reply);
            store.spend(Spent.of(3, new Usage(1, 2, 0), Cost.UNKNOWN));
            store.retire(reply.key());
        }
        try (ReplyStore store = SqliteReplyStore.open(file)) {
            assertThat(store.spent().calls()).isEqualTo(5);
            assertThat(store.spent().unpriced()).isEqualTo(3);
            assertThat(store.count("chat")).isEqualTo(1);
            assertThat(store.find(reply.key()))
                    .hasValueSatisfying(r -> assertThat(r.retired()).isTrue());
        }
    }

    @Test
    void repliesThatBeginAlikeArePackedLikeTheFirstAndReadBackByAnyProcess() throws Exception {
        Path file = folder.resolve("alike.db");
        String prompt =
                "You are asked about one passage of a handbook. Answer from it alone, and quote it. ".repeat(20);
        List<Reply> replies = IntStream.range(0, 300)
                .mapToObj(i -> reply(prompt + "What is said of " + i * 7919 + "?", "It is " + i))
                .toList();
        try (ReplyStore store = SqliteReplyStore.open(file)) {
            replies.forEach(store::put);
        }
        assertThat(number(file, "select count(*) from reply where packed_like = 1"))
                .isEqualTo(299);
        assertThat(number(file, "select max(length(asked)) from reply where packed_like = 1"))
                .isLessThan(100);
        try (ReplyStore store = SqliteReplyStore.look(file)) {
            for (Reply reply : replies) {
                assertThat(store.find(reply.key())).contains(reply);
            }
        }
    }

    @Test
    void findsTheEarlierRequestThatAChangedOneReplacedAmongManyThatBeginAlike() {
        Path file = folder.resolve("kin.db");
        try (ReplyStore store = SqliteReplyStore.open(file)) {
            store.putAll(IntStream.range(0, 500)
                    .mapToObj(i -> request("Answer from the passage.", i))
                    .toList());
        }
        try (ReplyStore store = SqliteReplyStore.open(file)) {
            Reply changed = store.put(request("Answer from the passage alone, and quote it.", 321));
            store.put(request("Answer from the passage alone, and quote it.", 322));
            assertThat(store.earlierLike(changed, 3))
                    .hasSize(3)
                    .first()
                    .isEqualTo(request("Answer from the passage.", 321));
            assertThat(store.earlierLike(request("Answer from the passage.", 321), 3))
                    .as("nothing is earlier than the first invocation")
                    .isEmpty();
        }
    }

    private static Reply request(String system, int i) {
        StringBuilder passage = new StringBuilder("Passage\n");
        for (int word = 0; word < 60; word++) {
            passage.append(Hash.sha256("word", Integer.toString((i * 37 + word * word) % 997)), 0, 7)
                    .append(' ');
        }
        CallKey key = CallKey.of(
                new ModelId("openai", "http://here/v1", "small"),
                ChatRequest.of(List.of(ChatMessage.system(system), ChatMessage.user(passage.toString()))));
        return Reply.to(key, "chat", "{}", "small", Usage.NONE, Cost.UNKNOWN, 1, 1, Instant.EPOCH);
    }

    @Test
    void whoeverPutsWhileTheStoreClosesIsKeptOrTold() throws Exception {
        Path file = folder.resolve("closing.db");
        Set<String> kept = ConcurrentHashMap.newKeySet();
        AtomicInteger told = new AtomicInteger();
        ReplyStore closing = SqliteReplyStore.open(file);
        try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            CountDownLatch some = new CountDownLatch(20);
            for (int i = 0; i < 400; i++) {
                Reply reply = reply("question " + i, "answer");
                pool.execute(() -> {
                    try {
                        kept.add(closing.put(reply).key());
                    } catch (IllegalStateException e) {
                        told.incrementAndGet();
                    }
                    some.countDown();
                });
            }
            some.await();
            closing.close();
        }
        Reply late = reply("one more", "answer");
        assertThatThrownBy(() -> closing.put(late)).isInstanceOf(IllegalStateException.class);
        assertThat(kept.size() + told.get()).isEqualTo(400);
        try (ReplyStore after = SqliteReplyStore.look(file)) {
            assertThat(kept).allSatisfy(key -> assertThat(after.find(key)).isPresent());
            assertThat(after.count("chat")).isEqualTo(kept.size());
        }
    }

    @Test
    void aReaderKeepsNothing() {
        Path file = folder.resolve("looked-at.db");
        SqliteReplyStore.open(file).close();
        try (ReplyStore store = SqliteReplyStore.look(file)) {
            assertThatThrownBy(() -> store.put(reply("q", "a")))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("reading only");
        }
    }

    private static long number(Path file, String query) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement sql = connection.createStatement();
                ResultSet row = sql.executeQuery(query)) {
            return row.getLong(1);
        }
    }
}
