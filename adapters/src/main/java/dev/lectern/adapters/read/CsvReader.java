package dev.lectern.adapters.read;

import dev.lectern.corpus.DocumentBuilder;
import dev.lectern.corpus.DocumentReader;
import dev.lectern.corpus.DocumentSink;
import dev.lectern.corpus.Source;
import dev.lectern.text.CleanText;
import dev.lectern.text.Languages;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * CSV and TSV: with a text column, a document a row; without one, a document that holds one table. The separator is the one
 * that gives the most even rows.
 */
public final class CsvReader implements DocumentReader {
    @Override
    public List<String> endings() {
        return List.of("csv", "tsv");
    }

    @Override
    public void read(Source source, DocumentSink sink) {
        String text = CleanText.of(Encodings.text(source, sink));
        List<List<String>> rows = CsvRows.of(text, sink::problem).stream()
                .filter(row -> !row.blank())
                .map(CsvRows.CsvRow::cells)
                .toList();
        if (rows.isEmpty()) {
            return;
        }
        List<String> header = rows.getFirst();
        Optional<String> column = Rows.textColumn(header);
        if (column.isPresent()) {
            documents(source, rows, header.indexOf(column.get()), sink);
        } else {
            uneven(rows, sink);
            DocumentBuilder document = new DocumentBuilder();
            document.table(rows.size() > 1, rows);
            sink.document(document.build(source.uri(), source.stem(), Languages.UNKNOWN));
        }
    }

    private static void documents(Source source, List<List<String>> rows, int column, DocumentSink sink) {
        List<String> header = rows.getFirst();
        for (int r = 1; r < rows.size(); r++) {
            List<String> row = rows.get(r);
            if (column >= row.size()) {
                sink.problem("row " + r, "no text: " + row.size() + " of " + header.size() + " columns");
                continue;
            }
            Map<String, String> fields = new TreeMap<>();
            for (int c = 0; c < Math.min(row.size(), header.size()); c++) {
                if (c != column && !header.get(c).isBlank()) {
                    fields.put(header.get(c), row.get(c));
                }
            }
            sink.document(Rows.document(source, r, row.get(column), fields));
        }
    }

    private static void uneven(List<List<String>> rows, DocumentSink sink) {
        int columns = rows.getFirst().size();
        for (int r = 1; r < rows.size(); r++) {
            if (rows.get(r).size() != columns) {
                sink.problem("row " + r, rows.get(r).size() + " columns where the first row has " + columns);
            }
        }
    }
}
