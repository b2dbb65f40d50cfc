package dev.lectern.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.lectern.sample.Evidence;
import dev.lectern.sample.Lineage;
import dev.lectern.sample.Sample;
import dev.lectern.sample.Turn;
import dev.lectern.text.Hash;
import dev.lectern.text.Json;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Samples with everything in them that layouts stumble over. */
final class Some {
    private Some() {}

    static final List<Sample> PLAIN = List.of(
            row(
                    "manual.pdf",
                    "filters",
                    "qa",
                    "en",
                    "What does \"dry\" mean?",
                    "It means <no water> & no \\ backslash\tor tab.\nNext line."),
            row("手册.docx", "第一章", "qa", "zh", "什么是“干燥”？", "指没有水💧。第二行：\u2028全角ＡＢＣ，制表\u0085符。"),
            row("api.md", "code", "code", "en", "Show how to print.", "```python\nprint(\"hi\", {'a': 1})\n```"),
            input(),
            conversation(),
            thoughtful());

    static final List<Sample> WITH_TOOLS = List.of(PLAIN.get(0), toolUse());

    static Sample row(String document, String section, String task, String language, String asked, String answered) {
        Evidence evidence = new Evidence(
                Hash.id(document),
                document + "\n" + section,
                10,
                10 + answered.length(),
                answered,
                Optional.of("docs/" + document),
                document.endsWith("pdf") ? OptionalInt.of(3) : OptionalInt.empty());
        String id = Hash.id(document, section, asked);
        return Sample.seedling(id, language, List.of(evidence), Lineage.of("extractive"))
                .child(id, List.of(Turn.user(asked), Turn.assistant(answered)), task);
    }

    private static Sample input() {
        return row("a.md", "s", "classification", "en", "Which part is it?\n\nThe pump hums.", "Troubleshooting")
                .withExtra("input", TextNode.valueOf("The pump hums."));
    }

    private static Sample conversation() {
        Sample one = row("b.md", "s", "dialogue", "en", "Hello?", "Hello.");
        return one.withMessages(List.of(
                new Turn("system", "Be brief."),
                Turn.user("Hello?"),
                Turn.assistant("Hello."),
                Turn.user("And now?"),
                Turn.assistant("Now this.")));
    }

    private static Sample thoughtful() {
        Turn thought = new Turn(
                "assistant",
                "42",
                Optional.of("six times\nseven"),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return row("c.md", "s", "reasoning", "en", "6 × 7?", "42").withMessages(List.of(Turn.user("6 × 7?"), thought));
    }

    private static Sample toolUse() {
        JsonNode call = json(
                "{\"id\":\"c1\",\"type\":\"function\",\"function\":{\"name\":\"level\",\"arguments\":{\"gauge\":\"harbour-2\",\"深\":1}}}");
        JsonNode tool = json(
                "{\"type\":\"function\",\"function\":{\"name\":\"level\",\"parameters\":{\"type\":\"object\",\"properties\":{}}}}");
        Sample one = row("d.md", "s", "tool-use", "en", "How high?", "4.2 m");
        Turn calls = new Turn(
                "assistant", "", Optional.empty(), List.of(call), Optional.empty(), Optional.empty(), Optional.empty());
        Turn result = new Turn(
                "tool",
                "{\"m\":4.2}",
                Optional.empty(),
                List.of(),
                Optional.of("c1"),
                Optional.empty(),
                Optional.empty());
        return new Sample(
                one.id(),
                List.of(Turn.user("How high?"), calls, result, Turn.assistant("4.2 m")),
                List.of(tool),
                "tool-use",
                "en",
                one.evidence(),
                List.of(),
                Optional.empty(),
                one.scores(),
                one.tags(),
                one.lineage(),
                one.extra());
    }

    static JsonNode json(String text) {
        try {
            return Json.mapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
