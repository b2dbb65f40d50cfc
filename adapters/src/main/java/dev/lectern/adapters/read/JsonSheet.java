package dev.lectern.adapters.read;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import dev.lectern.check.Problem;
import dev.lectern.corpus.ReadException;
import dev.lectern.corpus.Source;
import dev.lectern.sheet.Row;
import dev.lectern.sheet.Sheet;
import dev.lectern.sheet.SheetReader;
import dev.lectern.text.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** JSON: a list of objects or texts, at the top or as the one list of an object. JSONL: one of them a line. */
public final class JsonSheet implements SheetReader {
    @Override
    public List<String> endings() {
        return List.of("json", "jsonl", "ndjson");
    }

    @Override
    public Sheet read(Source source) {
        String text = Encodings.decode(source.bytes(Encodings.LARGEST_TEXT)).text();
        return source.ending().equals("json") ? whole(source, text) : lines(source, text);
    }

    private static Sheet lines(Source source, String text) {
        List<Row> rows = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        int line = 0;
        for (String each : text.stripTrailing().split("\n", -1)) {
            line++;
            try {
                if (each.isBlank()) {
                    rows.add(new Row(line, Map.of()));
                } else {
                    add(source, line, Json.mapper().readTree(each), rows, problems);
                }
            } catch (JsonProcessingException e) {
                problems.add(problem("no valid JSON (" + e.getOriginalMessage() + ")", source, line));
            }
        }
        return new Sheet(source.uri(), rows, problems);
    }

    private static Sheet whole(Source source, String text) {
        List<Row> rows = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        try (JsonParser parser = Json.mapper().createParser(text)) {
            if (!enter(parser)) {
                throw new ReadException("the JSON holds no list of rows", "write [ {\"question\": …}, … ]");
            }
            for (JsonToken t = parser.nextToken(); t != null && t != JsonToken.END_ARRAY; t = parser.nextToken()) {
                int line = parser.currentTokenLocation().getLineNr();
                add(source, line, parser.readValueAsTree(), rows, problems);
            }
            return new Sheet(source.uri(), rows, problems);
        } catch (JsonProcessingException e) {
            int line = Optional.ofNullable(e.getLocation())
                    .map(at -> at.getLineNr())
                    .orElse(0);
            throw new ReadException("no valid JSON (line " + line + ": " + e.getOriginalMessage() + ")", "", e);
        } catch (IOException e) {
            throw Source.unreadable(e);
        }
    }

    /** Goes to the first list: the file itself, or a member of its object. */
    private static boolean enter(JsonParser parser) throws IOException {
        JsonToken first = parser.nextToken();
        if (first == JsonToken.START_ARRAY) {
            return true;
        } else if (first != JsonToken.START_OBJECT) {
            return false;
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            if (parser.nextToken() == JsonToken.START_ARRAY) {
                return true;
            }
            parser.skipChildren();
        }
        return false;
    }

    private static void add(Source source, int line, JsonNode node, List<Row> rows, List<Problem> problems) {
        Map<String, String> cells = new TreeMap<>();
        if (node.isObject()) {
            node.properties()
                    .forEach(field -> cells.put(
                            field.getKey(),
                            field.getValue().isContainerNode()
                                    ? field.getValue().toString()
                                    : field.getValue().isNull()
                                            ? ""
                                            : field.getValue().asText()));
        } else if (node.isTextual() || node.isNull()) {
            cells.put(WHOLE, node.isNull() ? "" : node.textValue());
        } else {
            problems.add(problem("neither an object nor a text", source, line));
            return;
        }
        rows.add(new Row(line, cells));
    }

    private static Problem problem(String what, Source source, int line) {
        return new Problem(what, source.uri() + ", line " + line, "mend or remove the line");
    }
}
