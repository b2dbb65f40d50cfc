package dev.lectern.adapters.read;

import dev.lectern.check.Problem;
import dev.lectern.corpus.Source;
import dev.lectern.sheet.Row;
import dev.lectern.sheet.Sheet;
import dev.lectern.sheet.SheetReader;
import dev.lectern.text.CleanText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** CSV and TSV: the first row names the columns. */
public final class CsvSheet implements SheetReader {
    @Override
    public List<String> endings() {
        return List.of("csv", "tsv");
    }

    @Override
    public Sheet read(Source source) {
        String text = CleanText.of(
                Encodings.decode(source.bytes(Encodings.LARGEST_TEXT)).text());
        List<Problem> problems = new ArrayList<>();
        List<CsvRows.CsvRow> all = CsvRows.of(
                text,
                (where, what) -> problems.add(new Problem(
                        what, source.uri() + ", " + where, "quote cells that hold quotes, and close every quote")));
        List<Row> rows = new ArrayList<>();
        for (CsvRows.CsvRow row : all.subList(Math.min(1, all.size()), all.size())) {
            List<String> header = all.getFirst().cells();
            Map<String, String> cells = new TreeMap<>();
            for (int c = 0; c < header.size(); c++) {
                cells.putIfAbsent(
                        header.get(c), c < row.cells().size() ? row.cells().get(c) : "");
            }
            if (row.cells().size() > header.size()) {
                problems.add(new Problem(
                        row.cells().size() + " columns where the first row has " + header.size(),
                        source.uri() + ", line " + row.line(),
                        "quote cells that hold a separator"));
            }
            rows.add(new Row(row.line(), cells));
        }
        return new Sheet(source.uri(), rows, problems);
    }
}
