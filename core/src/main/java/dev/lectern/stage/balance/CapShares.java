package dev.lectern.stage.balance;

import dev.lectern.kind.TaskKinds;
import dev.lectern.sample.Sample;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Keeps the best-ranked rows of each label so that no label exceeds its share of what remains. Labels that are not named are
 * not capped. Shares hold of the rows that are left, not of those that came, so the largest set that meets all caps at once is
 * taken: starting from all rows, caps are applied again and again until nothing more falls. Each label keeps
 * {@code atLeast} rows (one by default) even where a small set leaves its share below that.
 *
 * @param of "task"; the name of a tag; "opening": rows whose instruction begins with explain, describe, tell me about and the like (解释、
 *     介绍 …) have the label {@code explain}, but for summaries, which have no other way to begin; or "refusal": rows of a kind that may
 *     decline have the label {@code refusal}. Others have none
 * @param atMost the largest share of each label, from 0 to 1
 */
public record CapShares(String of, SortedMap<String, Double> atMost, int atLeast) implements Quota {
    private static final String TASK = "task";
    private static final String OPENING = "opening";
    /** What answers are capped by that say why they give none; their one label is called so, too. */
    public static final String REFUSAL = "refusal";

    private static final String EXPLAINS = "explain";
    /** What models begin with when nothing holds them back. */
    private static final Pattern EXPLAIN = Pattern.compile(
            "(?i)^\\W*(?:please |can you |could you |would you |briefly )*(?:explain|describe|discuss|elaborate|outline|summari[sz]e|tell me (?:more )?about|provide an? (?:overview|explanation|description))\\b.*"
                    + "|^\\W*(?:请|請|能否|可以|麻烦|麻煩)*(?:您|你)?(?:简要|詳細|详细|簡要)?(?:地)?(?:解释|解釋|说明|說明|介绍|介紹|描述|阐述|闡述|概述|谈谈|談談).*",
            Pattern.DOTALL);

    public CapShares(String of, SortedMap<String, Double> atMost) {
        this(of, atMost, 1);
    }

    public CapShares {
        atMost = Collections.unmodifiableSortedMap(new TreeMap<>(atMost));
        atMost.forEach((label, share) -> {
            if (!(share >= 0 && share <= 1)) {
                throw new IllegalArgumentException("at-most of '" + label + "' must be from 0 to 1, not " + share);
            }
        });
        if (atLeast < 0) {
            throw new IllegalArgumentException("at-least must be 0 or more, not " + atLeast);
        }
    }

    /** The same, with at least this share for one of the labels. */
    public CapShares raised(String label, double share) {
        SortedMap<String, Double> raised = new TreeMap<>(atMost);
        raised.computeIfPresent(label, (l, cap) -> Math.clamp(share, cap, 1));
        return new CapShares(of, raised, atLeast);
    }

    @Override
    public String label(Sample sample) {
        return switch (of) {
            case TASK -> sample.task();
            case OPENING ->
                !sample.task().equals("summarization")
                                && EXPLAIN.matcher(sample.instruction()).matches()
                        ? EXPLAINS
                        : "";
            case REFUSAL -> TaskKinds.orQa(sample.task()).mayDecline(sample) ? REFUSAL : "";
            default -> sample.tags().getOrDefault(of, "");
        };
    }

    @Override
    public String over(String label) {
        return switch (of) {
            case OPENING -> "too many begin with explain, describe and the like";
            case REFUSAL -> "too many say that they cannot answer";
            default -> "over the share of " + label;
        };
    }

    /** The largest counts that meet all caps; what earlier rounds kept is never taken back. */
    @Override
    public SortedMap<String, Integer> room(SortedMap<String, Integer> counts, SortedMap<String, Integer> before) {
        SortedMap<String, Integer> allowed = new TreeMap<>(counts);
        long total = sum(allowed);
        while (true) {
            for (var label : counts.entrySet()) {
                Double share = atMost.get(label.getKey());
                if (share != null) {
                    // A hair above the product, so that a tenth of a hundred is ten.
                    int room = Math.max(atLeast, (int) Math.floor(share * total + 1e-9));
                    int least = before.getOrDefault(label.getKey(), 0);
                    allowed.put(label.getKey(), Math.max(least, Math.min(label.getValue(), room)));
                }
            }
            long left = sum(allowed);
            if (left == total) {
                return allowed;
            }
            total = left;
        }
    }

    private static long sum(SortedMap<String, Integer> counts) {
        return counts.values().stream().mapToLong(Integer::longValue).sum();
    }
}
