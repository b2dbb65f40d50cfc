package dev.lectern.adapters.read;

import dev.lectern.corpus.Source;
import dev.lectern.sheet.Row;
import dev.lectern.sheet.Sheet;
import dev.lectern.sheet.SheetReader;
import dev.lectern.text.CleanText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Plain text: a row a line. */
public final class LinesSheet implements SheetReader {
    @Override
    public List<String> endings() {
        return List.of("txt", "text");
    }

    @Override
    public Sheet read(Source source) {
        String text = CleanText.of(
                Encodings.decode(source.bytes(Encodings.LARGEST_TEXT)).text());
        List<Row> rows = new ArrayList<>();
        int line = 0;
        for (String each : text.stripTrailing().split("\n", -1)) {
            rows.add(new Row(++line, Map.of(WHOLE, each)));
        }
        return new Sheet(source.uri(), rows, List.of());
    }
}
