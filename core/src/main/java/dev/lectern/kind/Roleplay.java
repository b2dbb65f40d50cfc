package dev.lectern.kind;

import dev.lectern.sample.Sample;
import dev.lectern.sample.Turn;
import dev.lectern.text.Leaks;
import dev.lectern.text.Words;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** An answer in the person of somebody: who that is stands in the system turn, what is said stays what the evidence says. */
record Roleplay() implements TaskKind {
    private static final int SHORTEST_PERSONA = 4;
    private static final Pattern FALLS_OUT = Pattern.compile(
            "(?i)\\bas an? (?:ai|artificial|(?:large )?language model|chatbot)\\b|\\bi(?:'m| am) (?:an? (?:ai|language model|chatbot)|(?:just |only )?(?:pretending|playing (?:the|a) (?:role|part)))"
                    + "|\\bin (?:my|this) (?:role[- ]?play|persona)\\b|作为(?:一个|一名)?(?:AI|人工智能|语言模型|大模型)|我(?:是|只是)(?:一个|一名)?(?:AI|人工智能|语言模型)|我(?:扮演|假装)的?(?:角色|是)");
    private static final Pattern PERSON = Pattern.compile("(?i)\\byou\\b|\\byour\\b|\\bact as\\b|你|您|扮演");

    @Override
    public String name() {
        return "roleplay";
    }

    @Override
    public AnswerForm form() {
        return new RoleAnswer();
    }

    @Override
    public Optional<String> fault(Sample sample, List<String> passages) {
        Turn first = sample.messages().getFirst();
        if (!first.role().equals("system")
                || Words.count(first.content()) < SHORTEST_PERSONA
                || !PERSON.matcher(first.content()).find()) {
            return Optional.of("no persona");
        } else if (Leaks.find(first.content()).isPresent()) {
            return Optional.of("persona points at the source");
        }
        return FALLS_OUT.matcher(sample.answer()).find() ? Optional.of("falls out of the role") : Optional.empty();
    }
}
