package dev.lectern.seed;

import dev.lectern.text.Words;
import java.util.Collections;
import java.util.List;

/**
 * What differs between what held and what holds: of two sentences that begin and end alike, the words between; else all of both.
 *
 * @param before words in lower case
 * @param now the same
 */
record Change(List<String> before, List<String> now) {
    /** Up to so many words, a text is a value and no sentence: "10 days" and "14 days" differ as a whole. */
    private static final int VALUE = 6;

    static Change of(String before, String now) {
        List<String> old = Words.of(before);
        List<String> recent = Words.of(now);
        if (old.size() <= VALUE && recent.size() <= VALUE) {
            return new Change(old, recent);
        }
        int head = 0;
        int most = Math.min(old.size(), recent.size());
        while (head < most && old.get(head).equals(recent.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < most - head && old.get(old.size() - 1 - tail).equals(recent.get(recent.size() - 1 - tail))) {
            tail++;
        }
        List<String> oldPart = old.subList(head, old.size() - tail);
        List<String> newPart = recent.subList(head, recent.size() - tail);
        return oldPart.isEmpty() || newPart.isEmpty() ? new Change(old, recent) : new Change(oldPart, newPart);
    }

    /** Whether the words stand in the text, one after another. */
    static boolean stand(List<String> words, String text) {
        return Collections.indexOfSubList(Words.of(text), words) >= 0;
    }
}
