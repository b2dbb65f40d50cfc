package dev.lectern.testkit.rule;

import dev.lectern.model.ChatMessage;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What the rule-driven reward model gives a conversation: from -5 where the last turn takes up no word of the question to 5 where it takes up
 * all, and a little less the longer it is.
 */
public final class RewardRule {
    private RewardRule() {}

    public static double reward(List<ChatMessage> conversation) {
        String answer = conversation.getLast().content();
        Set<String> said = words(answer);
        Set<String> asked = new HashSet<>();
        conversation.subList(0, conversation.size() - 1).forEach(message -> asked.addAll(words(message.content())));
        long taken = asked.stream().filter(said::contains).count();
        return asked.isEmpty() ? 0 : 10.0 * taken / asked.size() - 5 - answer.length() / 1e5;
    }

    private static Set<String> words(String text) {
        Set<String> words =
                new HashSet<>(List.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+|(?<=\\p{IsHan})", -1)));
        words.remove("");
        return words;
    }
}
