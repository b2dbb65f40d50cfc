package dev.lectern.testkit.rule;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How the rule-driven model asks across documents and deepens, broadens, infers and rewords; told apart by the words before what it works on. */
public final class TurnedRule {
    private static final Map<String, String> MARKS = Map.of(
            "Write the instructions that take several", "across",
            "请编写需要综合其中几份材料的指令", "across",
            "The instruction to deepen", "deepen",
            "要加深的指令", "deepen",
            "The instruction to go on from", "broaden",
            "作为起点的指令", "broaden",
            "Write the instruction that this answers", "infer",
            "请写出以此为回答的指令", "infer",
            "The instruction to reword", "reword",
            "要改写的指令", "reword");

    private TurnedRule() {}

    /** What a prompt of these asks for; empty for all others. */
    public static Optional<String> way(String user) {
        return MARKS.entrySet().stream()
                .filter(mark -> user.contains("\n" + mark.getKey()) || user.startsWith(mark.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /**
     * The reply of one instruction.
     *
     * @param instruction the last text between fences
     * @param begins how a sentence begins, for each passage the first and the last
     */
    public static ObjectNode reply(String way, String instruction, List<List<String>> begins, boolean chinese) {
        String text = switch (way) {
            case "across" ->
                (chinese ? "“%s”与“%s”之间有什么联系？" : "How does \"%s\" go together with \"%s\"?")
                        .formatted(
                                begins.getFirst().getFirst(), begins.getLast().getFirst());
            case "deepen" -> instruction + (chinese ? "并请说明理由。" : " Give the reason as well.");
            case "broaden" ->
                (chinese ? "还想知道“%s”是什么情况？" : "And what about the matter of \"%s\" then?")
                        .formatted(begins.getFirst().getLast());
            case "infer" ->
                (chinese ? "请写一段文字，完整介绍“%s”的情况。" : "Write a paragraph that tells all about \"%s\".")
                        .formatted(begins.getFirst().getFirst());
            default -> (chinese ? "有个问题想请教一下：" : "I would like to be told the following, please: ") + instruction;
        };
        ObjectNode reply = JsonNodeFactory.instance.objectNode();
        reply.putArray("instructions").addObject().put("instruction", text).put("task", "qa");
        return reply;
    }
}
