package dev.lectern.testkit;

/** What the model of a server says to what it is asked. */
final class Mind {
    private final Rules rules;
    private final Habits habits;

    Mind(Rules rules, Habits habits) {
        this.rules = rules;
        this.habits = habits;
    }

    Said answer(Asked asked) {
        String text = rules.reply(asked.messages(), asked.schema());
        String reasoning = habits.reasoning() == Habits.Reasoning.NOWHERE ? "" : "What was asked is clear to me.";
        int prompt = asked.messages().stream()
                .mapToInt(message -> Said.tokens(message.content()))
                .sum();
        return Said.of(text, reasoning, prompt, asked.maxTokens());
    }
}
