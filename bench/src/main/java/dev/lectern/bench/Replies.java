package dev.lectern.bench;

import dev.lectern.adapters.store.SqliteReplyStore;
import dev.lectern.model.CallKey;
import dev.lectern.model.ChatRequest;
import dev.lectern.model.Cost;
import dev.lectern.model.KeptAnswer;
import dev.lectern.model.ModelId;
import dev.lectern.model.Reply;
import dev.lectern.model.ReplyStore;
import dev.lectern.model.Usage;
import dev.lectern.prompt.Prompt;
import dev.lectern.prompt.ResourcePrompts;
import dev.lectern.text.Json;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/**
 * The reply store with many replies: how fast they are kept by how many who wait, how long opening takes, how long a look-up of a
 * kept and of an absent one, and how large the file is. Requests are the shipped prompt for answers over three made-up passages.
 */
final class Replies {
    private static final int LOOK_UPS = 20_000;

    private enum Sought {
        ANSWER,
        WHOLE,
        ABSENT
    }

    private final List<String> words;
    private final Prompt prompt = ResourcePrompts.shipped().prompt("answer-from-evidence/answer", "en");

    private Replies(List<String> words) {
        this.words = words;
    }

    /** @param args folder for the store, text to take words from, how many replies; then how many wait at once, several */
    public static void main(String[] args) throws Exception {
        Path file = Files.createDirectories(Path.of(args[0])).resolve("replies.db");
        Replies replies = new Replies(List.of(Files.readString(Path.of(args[1])).split("\\s+")));
        int count = Integer.parseInt(args[2]);
        SortedMap<String, Object> seen = new TreeMap<>();
        int from = 0;
        for (int i = 3; i < args.length; i++) {
            int waiting = Integer.parseInt(args[i]);
            int to = i == args.length - 1 ? count : Math.min(count, from + Math.max(2_000, 100 * waiting));
            seen.put("put_" + waiting + "_waiting", replies.put(file, from, to, waiting));
            from = to;
        }
        seen.put("replies", count);
        seen.put("bytes", Files.size(file));
        seen.put("bytes_per_reply", Files.size(file) / count);
        seen.put("text_per_reply", replies.text());
        System.gc();
        long began = System.nanoTime();
        try (ReplyStore store = SqliteReplyStore.open(file)) {
            seen.put("open_ms", (System.nanoTime() - began) / 1e6);
            seen.put("kept", store.count("chat"));
            for (String round : List.of("cold", "warm")) {
                seen.put("find_kept_us_" + round, replies.find(store, count, Sought.ANSWER));
                seen.put("find_kept_with_asked_us_" + round, replies.find(store, count, Sought.WHOLE));
                seen.put("find_absent_us_" + round, replies.find(store, count, Sought.ABSENT));
            }
        }
        System.out.println(Json.line(seen));
    }

    private Map<String, Object> put(Path file, int from, int to, int waiting) throws Exception {
        try (ReplyStore store = SqliteReplyStore.open(file);
                ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            Semaphore room = new Semaphore(waiting);
            long cpu = cpu();
            long began = System.nanoTime();
            for (int n = from; n < to; n++) {
                room.acquire();
                int number = n;
                pool.execute(() -> {
                    try {
                        store.put(reply(number));
                    } finally {
                        room.release();
                    }
                });
            }
            room.acquire(waiting);
            double seconds = (System.nanoTime() - began) / 1e9;
            return new TreeMap<>(Map.of(
                    "puts", to - from,
                    "per_second", Math.round((to - from) / seconds),
                    "cpu_ms_each", (cpu() - cpu) / 1e6 / (to - from) - making()));
        }
    }

    /** What this benchmark takes itself for one made-up reply, in milliseconds. */
    private double making() {
        long cpu = cpu();
        long length = 0;
        for (int n = 0; n < 5_000; n++) {
            length += reply(n).asked().text().length();
        }
        return length == 0 ? 0 : (cpu() - cpu) / 1e6 / 5_000;
    }

    private static long cpu() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    private Map<String, Object> find(ReplyStore store, int count, Sought sought) {
        Random random = new Random(7);
        String[] keys = new String[LOOK_UPS];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = key(random.nextInt(count) + (sought == Sought.ABSENT ? count : 0))
                    .hash();
        }
        double[] micros = new double[keys.length];
        for (int i = 0; i < keys.length; i++) {
            long began = System.nanoTime();
            Optional<Reply> found = store.find(keys[i]);
            boolean read =
                    sought != Sought.WHOLE || found.orElseThrow().asked().text().length() > 0;
            if (!read || found.isPresent() != (sought != Sought.ABSENT)) {
                throw new IllegalStateException("the store does not know what it keeps");
            }
            micros[i] = (System.nanoTime() - began) / 1e3;
        }
        double mean = Arrays.stream(micros).average().orElse(0);
        Arrays.sort(micros);
        return new TreeMap<>(
                Map.of("mean", mean, "median", micros[micros.length / 2], "p99", micros[micros.length * 99 / 100]));
    }

    private long text() {
        Reply reply = reply(1);
        return reply.asked().text().length() + (long) reply.answer().length();
    }

    private CallKey key(int n) {
        Random random = new Random(n);
        StringBuilder passages = new StringBuilder();
        for (int p = 1; p <= 3; p++) {
            passages.append("Passage ")
                    .append(p)
                    .append("\n~~~~~~~~\n")
                    .append(run(random, 130))
                    .append("\n~~~~~~~~\n\n");
        }
        ChatRequest request = ChatRequest.of(prompt.fill(Map.of(
                        "passages",
                        passages.toString(),
                        "instruction",
                        run(random, 14) + "?",
                        "manner",
                        "answer the question first")))
                .withParameter("temperature", 0.7);
        return CallKey.of(new ModelId("openai", "https://api.openai.com/v1", "gpt-5-mini"), request);
    }

    private String run(Random random, int length) {
        StringBuilder run = new StringBuilder();
        int at = 0;
        for (int i = 0; i < length; i++) {
            at = i % 9 == 0 ? random.nextInt(words.size()) : (at + 1) % words.size();
            run.append(run.isEmpty() ? "" : " ").append(words.get(at));
        }
        return run.toString();
    }

    private Reply reply(int n) {
        CallKey key = key(n);
        Random random = new Random(-n);
        String content = Json.line(Map.of(
                "response", run(random, 70), "citations", List.of(Map.of("passage", 2, "quote", run(random, 20)))));
        String body = "{\"id\":\"chatcmpl-" + Long.toHexString(random.nextLong()) + "\",\"object\":\"chat.completion\","
                + "\"created\":" + (1_790_000_000 + n)
                + ",\"model\":\"gpt-5-mini-2026-01-01\",\"choices\":[{\"index\":0,"
                + "\"message\":{\"role\":\"assistant\",\"content\":" + Json.line(content) + ",\"refusal\":null,"
                + "\"annotations\":[]},\"finish_reason\":\"stop\"}],\"usage\":{\"prompt_tokens\":1100,"
                + "\"completion_tokens\":140,\"total_tokens\":1240},\"service_tier\":\"default\"}";
        return Reply.to(
                key,
                "chat",
                Json.line(KeptAnswer.said(body, List.of())),
                "gpt-5-mini-2026-01-01",
                new Usage(1100, 140, 0),
                new Cost(700, "USD"),
                1,
                1800,
                Instant.ofEpochSecond(1_790_000_000L + n));
    }
}
