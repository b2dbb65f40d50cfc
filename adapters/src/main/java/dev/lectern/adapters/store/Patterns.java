package dev.lectern.adapters.store;

import dev.lectern.model.Reply;
import dev.lectern.text.Hash;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The first reply of each kind of request; later ones are packed with its texts as the dictionary. Two requests are of one kind if they
 * begin alike: that far reach the endpoint and the beginning of the stage's prompt.
 */
final class Patterns {
    /** A stage whose requests begin with the passage would else make every reply a pattern. */
    private static final int MOST = 64;

    private static final int HEAD = 300;

    private final Map<Long, Pattern> byHead = new ConcurrentHashMap<>();
    private final Map<Long, Pattern> byNumber = new ConcurrentHashMap<>();

    /** The texts of one reply, {@code n} its number; 0 for no pattern. Never changed. */
    static final class Pattern {
        static final Pattern NONE = new Pattern(0, "", "");

        private final long n;
        private final byte[] asked;
        private final byte[] answer;

        private Pattern(long n, String asked, String answer) {
            this.n = n;
            this.asked = asked.getBytes(StandardCharsets.UTF_8);
            this.answer = answer.getBytes(StandardCharsets.UTF_8);
        }

        static Pattern of(long n, Reply reply) {
            return new Pattern(n, reply.asked().text(), reply.answer());
        }

        long n() {
            return n;
        }

        byte[] asked() {
            return asked;
        }

        byte[] answer() {
            return answer;
        }
    }

    static long head(Reply reply) {
        String asked = reply.asked().text();
        return Hash.rank(reply.kind(), asked.substring(0, Math.min(HEAD, asked.length())));
    }

    Pattern like(long head) {
        return byHead.getOrDefault(head, Pattern.NONE);
    }

    Optional<Pattern> numbered(long n) {
        return n == 0 ? Optional.of(Pattern.NONE) : Optional.ofNullable(byNumber.get(n));
    }

    /**
     * Whether a reply that begins so may become a pattern.
     *
     * @param more that are about to
     */
    boolean wants(long head, int more) {
        return byHead.size() + more < MOST && !byHead.containsKey(head);
    }

    void add(long head, Pattern pattern) {
        byHead.put(head, pattern);
        byNumber.put(pattern.n(), pattern);
    }

    /** A pattern that another process made. */
    void add(Pattern pattern) {
        byNumber.put(pattern.n(), pattern);
    }
}
