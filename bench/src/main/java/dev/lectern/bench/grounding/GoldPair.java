package dev.lectern.bench.grounding;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lectern.text.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * A question, its paragraph, and a span of the paragraph that answers it.
 *
 * @param sentence the sentence of the paragraph that holds the answer
 */
record GoldPair(
        String id, String uri, boolean chinese, String context, String sentence, String question, String answer) {
    /** The pairs of a file whose answers are spans of their paragraphs. */
    static List<GoldPair> of(Path file) throws IOException {
        List<GoldPair> pairs = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            String line;
            while ((line = lines.readLine()) != null) {
                JsonNode record = Json.read(line, JsonNode.class);
                record.path("qas").forEach(qa -> add(pairs, record, qa));
            }
        }
        return pairs;
    }

    private static void add(List<GoldPair> pairs, JsonNode record, JsonNode qa) {
        String context = record.path("context").asText();
        String answer = qa.path("answers").path(0).asText("").strip();
        int at = answer.isEmpty() ? -1 : context.indexOf(answer);
        boolean chinese = record.path("lang").asText().startsWith("zh");
        if (at >= 0 && !context.contains("\n\n") && qa.path("question").asText().length() > 8) {
            pairs.add(new GoldPair(
                    qa.path("id").asText(),
                    record.path("doc_id").asText(),
                    chinese,
                    context,
                    sentence(context, at, at + answer.length(), chinese),
                    qa.path("question").asText().strip(),
                    answer));
        }
    }

    private static String sentence(String text, int from, int to, boolean chinese) {
        int start = from;
        while (start > 0 && !ends(text, start - 1, chinese)) {
            start--;
        }
        int end = to;
        while (end < text.length() && !ends(text, end - 1, chinese)) {
            end++;
        }
        return text.substring(start, end).strip();
    }

    private static boolean ends(String text, int at, boolean chinese) {
        char c = text.charAt(at);
        if (chinese) {
            return "。！？\n".indexOf(c) >= 0;
        }
        boolean stop = c == '.' || c == '!' || c == '?';
        boolean space =
                at + 2 < text.length() && text.charAt(at + 1) == ' ' && Character.isUpperCase(text.charAt(at + 2));
        boolean shortWord = at >= 3 && text.substring(at - 3, at).matches(".*[ .]\\p{L}{1,2}");
        return c == '\n' || (stop && space && !shortWord);
    }
}
