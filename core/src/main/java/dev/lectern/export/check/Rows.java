package dev.lectern.export.check;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.lectern.text.Json;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/** Reads the rows of a JSONL or JSON file one at a time, whatever is broken in it; what is broken is a finding. */
final class Rows {
    private static final ObjectReader STRICT =
            Json.mapper().readerFor(JsonNode.class).with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final Path file;
    private final Report report;
    private final Consumer<JsonNode> each;

    Rows(Path file, Report report, Consumer<JsonNode> each) {
        this.file = file;
        this.report = report;
        this.each = each;
    }

    void read() throws IOException {
        try (InputStream in = open()) {
            in.mark(1 << 16);
            int first = firstByte(in);
            in.reset();
            if (first < 0) {
                report.found(Effect.STOPS, "empty-file");
            } else if (first == 0xEF) {
                report.found(Effect.STOPS, "byte-order-mark");
                in.skipNBytes(3);
                lines(in);
            } else if (first == '[') {
                array(in);
            } else {
                lines(in);
            }
        }
    }

    private InputStream open() throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        in.mark(2);
        boolean zipped = in.read() == 0x1f && in.read() == 0x8b;
        in.reset();
        return zipped ? new BufferedInputStream(new GZIPInputStream(in), 1 << 16) : in;
    }

    private static int firstByte(InputStream in) throws IOException {
        for (int i = 0; i < 1 << 15; i++) {
            int b = in.read();
            if (b != ' ' && b != '\n' && b != '\r' && b != '\t') {
                return b;
            }
        }
        return ' ';
    }

    private void lines(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        long number = 0;
        for (int b = in.read(); b >= 0; ) {
            line.reset();
            while (b >= 0 && b != '\n') {
                line.write(b);
                b = in.read();
            }
            number++;
            if (number == 1 && laidOutOverLines(line.toByteArray())) {
                values();
                return;
            }
            line(number, line.toByteArray());
            b = b < 0 ? b : in.read();
        }
    }

    private void line(long number, byte[] bytes) throws IOException {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            report.row(number);
            report.found(Effect.STOPS, "not-utf8");
            return;
        }
        if (text.isBlank()) {
            return;
        }
        report.row(number);
        if (text.chars().anyMatch(c -> c == 0x85 || c == 0x2028 || c == 0x2029)) {
            report.once(Effect.NOTE, "line-separator");
        }
        try {
            row(STRICT.readValue(text));
        } catch (JsonProcessingException e) {
            report.found(Effect.STOPS, "broken-json", e.getOriginalMessage());
        }
    }

    private void row(JsonNode row) {
        if (row.isObject()) {
            each.accept(row);
        } else {
            report.found(Effect.STOPS, "no-object", row.getNodeType().name().toLowerCase(Locale.ROOT));
        }
    }

    /** Whether the first line is the beginning of an object that goes on below. */
    private static boolean laidOutOverLines(byte[] bytes) throws IOException {
        try {
            STRICT.readValue(bytes);
            return false;
        } catch (JsonEOFException e) {
            return bytes.length > 0;
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    /** Objects laid out over several lines: one is JSON, more than one are neither JSON nor JSONL. */
    private void values() throws IOException {
        try (InputStream in = open();
                JsonParser parser = Json.mapper().createParser(in)) {
            long found = 0;
            while (parser.nextToken() != null) {
                report.row(parser.currentTokenLocation().getLineNr());
                if (++found == 2) {
                    report.once(Effect.STOPS, "glued-objects");
                }
                row(parser.readValueAsTree());
            }
        } catch (JsonProcessingException e) {
            broken(e);
        }
    }

    private void array(InputStream in) throws IOException {
        try (JsonParser parser = Json.mapper().createParser(in)) {
            parser.nextToken();
            for (JsonToken token = parser.nextToken();
                    token != null && token != JsonToken.END_ARRAY;
                    token = parser.nextToken()) {
                report.row(parser.currentTokenLocation().getLineNr());
                row(parser.readValueAsTree());
            }
            if (parser.nextToken() != null) {
                report.found(Effect.STOPS, "after-array");
            }
        } catch (JsonProcessingException e) {
            broken(e);
        }
    }

    /** In a file that is one JSON value nothing after the break can be read. */
    private void broken(JsonProcessingException e) {
        report.atLine(e.getLocation() == null ? 0 : e.getLocation().getLineNr());
        report.found(Effect.STOPS, "broken-array", e.getOriginalMessage());
    }
}
