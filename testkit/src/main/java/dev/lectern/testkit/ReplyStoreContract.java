package dev.lectern.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.lectern.model.CallKey;
import dev.lectern.model.Cost;
import dev.lectern.model.Reply;
import dev.lectern.model.ReplyStore;
import dev.lectern.model.Spent;
import dev.lectern.model.Usage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of replies promises. Extend it and give it an empty store. */
public abstract class ReplyStoreContract {
    private ReplyStore store;

    protected abstract ReplyStore open();

    @BeforeEach
    void begin() {
        store = open();
    }

    @AfterEach
    void end() {
        store.close();
    }

    /** A reply to a made-up question. */
    protected static Reply reply(String question, String answer) {
        CallKey key = CallKey.of(Map.of("question", question));
        return Reply.to(
                key,
                "chat",
                answer,
                "tester",
                new Usage(10, 5, 2),
                new Cost(1234, "USD"),
                2,
                350,
                Instant.parse("2026-01-02T03:04:05Z"));
    }

    @Test
    void findsNothingBeforeItWasKept() {
        assertThat(store.find(reply("q", "a").key())).isEmpty();
    }

    @Test
    void givesBackExactlyWhatWasKept() {
        Reply reply = reply("为什么？ \uD83D\uDE00 \"q\"", "{\"body\":\"因为 \\\"a\\\"\\n\"}");
        assertThat(store.put(reply)).isEqualTo(reply);
        assertThat(store.find(reply.key())).contains(reply);
    }

    @Test
    void theFirstReplyStoredIsTheOneAllUse() {
        Reply first = store.put(reply("q", "first"));
        assertThat(store.put(reply("q", "second"))).isEqualTo(first);
        assertThat(store.find(first.key())).contains(first);
        assertThat(store.count("chat")).isEqualTo(1);
    }

    @Test
    void manyWritersAgreeOnOneReplyPerKey() throws Exception {
        Set<String> seen = ConcurrentHashMap.newKeySet();
        try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> puts = IntStream.range(0, 500)
                    .mapToObj(i -> pool.submit(() -> seen.add((i % 50) + " "
                            + store.put(reply("q" + i % 50, "a" + i)).answer())))
                    .toList();
            for (Future<Boolean> put : puts) {
                put.get();
            }
        }
        assertThat(seen).hasSize(50);
        assertThat(store.count("chat")).isEqualTo(50);
    }

    @Test
    void countsByKindAndSumsTokens() {
        store.put(reply("one", "a"));
        store.put(reply("two", "b"));
        assertThat(store.count("chat")).isEqualTo(2);
        assertThat(store.count("probe")).isZero();
        assertThat(store.spent().usage()).isEqualTo(new Usage(20, 10, 4));
        assertThat(store.spent().calls()).isEqualTo(4);
        assertThat(store.spent().micros()).containsExactly(entry("USD", 2468L));
    }

    @Test
    void whatBroughtNoReplyIsSpentAllTheSame() {
        store.put(reply("one", "a"));
        store.spend(Spent.of(3, new Usage(7, 0, 0), new Cost(6, "CNY")));
        store.spend(Spent.of(1, Usage.NONE, Cost.UNKNOWN));
        assertThat(store.spent().calls()).isEqualTo(6);
        assertThat(store.spent().usage()).isEqualTo(new Usage(17, 5, 2));
        assertThat(store.spent().micros()).containsExactly(entry("CNY", 6L), entry("USD", 1234L));
        assertThat(store.spent().unpriced()).isEqualTo(1);
        assertThat(store.count("chat")).isEqualTo(1);
    }

    @Test
    void aReplyBoughtTwiceIsKeptOnceAndSpentTwice() {
        store.put(reply("q", "first"));
        store.put(reply("q", "second"));
        assertThat(store.spent().calls()).isEqualTo(4);
    }

    @Test
    void aRetiredReplyStaysAndSaysSo() {
        Reply kept = store.put(reply("q", "a"));
        assertThat(store.retire(kept.key())).isTrue();
        assertThat(store.retire(kept.key())).isFalse();
        assertThat(store.retire(reply("other", "a").key())).isFalse();
        assertThat(store.find(kept.key())).hasValueSatisfying(reply -> {
            assertThat(reply.retired()).isTrue();
            assertThat(reply.answer()).isEqualTo("a");
        });
        assertThat(store.spent().calls()).isEqualTo(2);
    }

    @Test
    void goesThroughAllRepliesOfAKindInTheOrderTheyWereKept() {
        List<Reply> kept = IntStream.range(0, 450)
                .mapToObj(i -> store.put(reply("question " + i, "answer " + i)))
                .toList();
        List<Reply> seen = new ArrayList<>();
        store.each("chat", seen::add);
        assertThat(seen).isEqualTo(kept);
        store.each("probe", reply -> assertThat(reply).isNull());
    }
}
