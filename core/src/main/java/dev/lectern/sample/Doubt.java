package dev.lectern.sample;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/**
 * A row whose answer a check found wanting, and that may be answered once more before it is dropped. Stands in the row's tags: {@code doubt}
 * is the reason, {@code unsupported} the words that nothing supports.
 */
public final class Doubt {
    /** The words that nothing supports. */
    public static final String UNSUPPORTED = "unsupported";

    /** The score of a row whose answer was held against its evidence by a judge. */
    public static final String GROUNDED = "grounded";

    private static final String REASON = "doubt";
    private static final String SHOWN = "shown";
    private static final int LONGEST = 300;

    private Doubt() {}

    public static Sample over(Sample sample, String reason, String unsupported) {
        Sample doubted = sample.withTag(REASON, reason);
        return unsupported.isBlank() ? doubted : named(doubted, unsupported);
    }

    /** Names what is unsupported, on a row that is to be dropped for it. */
    public static Sample named(Sample sample, String unsupported) {
        String line = unsupported.replaceAll("\\s+", " ").strip();
        return sample.withTag(UNSUPPORTED, line.length() <= LONGEST ? line : line.substring(0, LONGEST));
    }

    public static boolean isIn(Sample sample) {
        return sample.tags().containsKey(REASON);
    }

    /** The row without its doubt and without the judgement that may have brought it. */
    public static Sample lifted(Sample sample) {
        return sample.withoutTag(REASON).withoutTag(UNSUPPORTED).withoutScore(GROUNDED);
    }

    /** Ids of the passages that the answer was written from; empty if nobody noted them. */
    public static List<String> shown(Sample sample) {
        return Optional.ofNullable(sample.extra().get(SHOWN)).stream()
                .flatMap(JsonNode::valueStream)
                .map(JsonNode::asText)
                .toList();
    }
}
