package dev.lectern.adapters.read;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.lectern.corpus.DocumentReader;
import dev.lectern.corpus.DocumentSink;
import dev.lectern.corpus.ReadException;
import dev.lectern.corpus.Source;
import dev.lectern.text.Json;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** JSONL: one document a line; a line that is broken is told and passed over. Lines end at a line feed and nowhere else. */
public final class JsonLinesReader implements DocumentReader {
    private static final int LONGEST_LINE = 64 << 20;

    @Override
    public List<String> endings() {
        return List.of("jsonl", "ndjson");
    }

    @Override
    public void read(Source source, DocumentSink sink) {
        JsonReader.Found found = new JsonReader.Found();
        try (InputStream in = new BufferedInputStream(source.open(), 1 << 16)) {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            long number = 1;
            for (int b = in.read(); ; b = in.read()) {
                if (b >= 0 && b != '\n') {
                    line.write(b);
                    if (line.size() > LONGEST_LINE) {
                        throw new ReadException("line " + number + " is longer than 64 MiB", "");
                    }
                    continue;
                }
                line(source, number, line.toString(StandardCharsets.UTF_8), found, sink);
                line.reset();
                number++;
                if (b < 0) {
                    break;
                }
            }
        } catch (IOException e) {
            throw Source.unreadable(e);
        }
        found.check();
    }

    private static void line(Source source, long number, String line, JsonReader.Found found, DocumentSink sink) {
        String bare = number == 1 && line.startsWith("\ufeff") ? line.substring(1) : line;
        if (bare.isBlank()) {
            return;
        }
        if (bare.indexOf('\ufffd') >= 0) {
            sink.problem("line " + number, "some bytes are no UTF-8");
        }
        try {
            found.record(source, number, Json.mapper().readTree(bare), sink);
        } catch (JsonProcessingException e) {
            sink.problem("line " + number, "no valid JSON (" + e.getOriginalMessage() + ")");
        }
    }
}
