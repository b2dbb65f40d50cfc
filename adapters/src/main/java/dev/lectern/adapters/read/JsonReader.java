package dev.lectern.adapters.read;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lectern.corpus.DocumentReader;
import dev.lectern.corpus.DocumentSink;
import dev.lectern.corpus.ReadException;
import dev.lectern.corpus.Source;
import dev.lectern.text.Json;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** JSON: an object, or an array of objects, with a text of their own; one document each. */
public final class JsonReader implements DocumentReader {
    private static final ObjectReader READER = Json.mapper().reader();

    @Override
    public List<String> endings() {
        return List.of("json");
    }

    @Override
    public void read(Source source, DocumentSink sink) {
        try (InputStream in = source.open();
                JsonParser parser = READER.createParser(in)) {
            JsonToken first = parser.nextToken();
            Found found = new Found();
            if (first == JsonToken.START_ARRAY) {
                long number = 0;
                for (JsonToken t = parser.nextToken(); t != null && t != JsonToken.END_ARRAY; t = parser.nextToken()) {
                    found.record(source, ++number, parser.readValueAsTree(), sink);
                }
            } else if (first != null) {
                found.record(source, 1, parser.readValueAsTree(), sink);
            }
            found.check();
        } catch (JsonProcessingException e) {
            throw new ReadException(
                    "no valid JSON (line "
                            + Optional.ofNullable(e.getLocation())
                                    .map(l -> l.getLineNr())
                                    .orElse(0) + ": " + e.getOriginalMessage() + ")",
                    "",
                    e);
        } catch (IOException e) {
            throw Source.unreadable(e);
        }
    }

    /** What the records of a file have been so far. */
    static final class Found {
        private static final String NO_TEXT =
                "no text column (looked for: text, content, context, body); is it a dataset rather than a document?";

        private boolean text;
        private Optional<List<String>> other = Optional.empty();

        void record(Source source, long number, JsonNode node, DocumentSink sink) {
            if (!(node instanceof ObjectNode record)) {
                sink.problem("record " + number, "no JSON object");
                return;
            }
            List<String> names = new ArrayList<>();
            record.fieldNames().forEachRemaining(names::add);
            Optional<String> column =
                    Rows.textColumn(names).filter(name -> record.get(name).isTextual());
            if (column.isEmpty()) {
                other = Optional.of(names);
                if (text) {
                    sink.problem("record " + number, "no text");
                }
                return;
            }
            text = true;
            Map<String, String> fields = new TreeMap<>();
            for (String name : names) {
                JsonNode value = record.get(name);
                if (!name.equals(column.get()) && value.isValueNode() && !value.isNull()) {
                    fields.put(name, value.asText());
                }
            }
            sink.document(Rows.document(source, number, record.get(column.get()).asText(), fields));
        }

        void check() {
            if (!text && other.isPresent()) {
                String has = String.join(", ", other.get().stream().limit(8).toList());
                throw new ReadException(NO_TEXT, "its fields are: " + has);
            }
        }
    }
}
