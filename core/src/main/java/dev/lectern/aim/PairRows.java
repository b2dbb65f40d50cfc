package dev.lectern.aim;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.lectern.sheet.Row;
import dev.lectern.text.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the text of a pair in a row, whatever layout the file is in: chats, instructions, questions, prompts; else a text by itself. */
public final class PairRows {
    private static final List<String> QUESTION =
            List.of("question", "instruction", "prompt", "query", "problem", "问题", "指令", "提问", "問題");
    private static final List<String> INPUT = List.of("input", "输入");
    private static final List<String> ANSWER =
            List.of("answer", "response", "output", "completion", "chosen", "solution", "回答", "答案", "答复", "输出", "輸出");
    private static final List<String> CHAT = List.of("messages", "conversations", "conversation");
    private static final List<String> TEXT = List.of("text", "content", "context", "body", "内容", "文本");

    private PairRows() {}

    /** Empty if the row has none of the columns; blank where it has one with nothing in it. */
    public static Optional<String> text(Row row) {
        Optional<String> chat = row.cell(CHAT).map(PairRows::chat);
        if (chat.isPresent()) {
            return chat;
        }
        Optional<String> question = row.cell(QUESTION);
        if (question.isPresent() || row.cell(ANSWER).isPresent()) {
            String asked = question.orElse("")
                    + row.cell(INPUT).map(input -> "\n\n" + input).orElse("");
            return Optional.of(
                    PairText.of(asked, row.cell(ANSWER).map(PairRows::said).orElse("")));
        }
        boolean known = row.blank() || row.has(QUESTION) || row.has(CHAT) || row.has(TEXT);
        return row.cell(TEXT).or(() -> known ? Optional.of("") : Optional.empty());
    }

    /** The first question and the last answer, as {@code role} and {@code content} or {@code from} and {@code value}. */
    private static String chat(String cell) {
        String question = "";
        String answer = "";
        for (JsonNode turn : read(cell)) {
            String who = turn.path("role").asText(turn.path("from").asText(""));
            String said = turn.path("content").asText(turn.path("value").asText(""));
            if ((who.equals("user") || who.equals("human")) && question.isEmpty()) {
                question = said;
            } else if (who.equals("assistant") || who.equals("gpt")) {
                answer = said;
            }
        }
        return PairText.of(question, answer);
    }

    /** Preference data hold the answer as turns. */
    private static String said(String cell) {
        return cell.startsWith("[") && cell.contains("\"content\"") ? chat(cell) : cell;
    }

    private static List<JsonNode> read(String cell) {
        List<JsonNode> turns = new ArrayList<>();
        try {
            if (cell.startsWith("[")) {
                Json.mapper().readTree(cell).forEach(turns::add);
            }
        } catch (JsonProcessingException e) {
            return List.of(); // a cell of a table that was cut off: a blank row, which is counted
        }
        return turns;
    }
}
