package dev.lectern.adapters.read;

import dev.lectern.corpus.DocumentBuilder;
import dev.lectern.corpus.DocumentReader;
import dev.lectern.corpus.DocumentSink;
import dev.lectern.corpus.ReadException;
import dev.lectern.corpus.Source;
import dev.lectern.text.CleanText;
import dev.lectern.text.Languages;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * CSV and TSV: with a text column, a document a row; without one, a document that holds one table. The separator is the one
 * that gives the most even rows.
 */
public final class CsvReader implements DocumentReader {
    private static final char[] SEPARATORS = {',', ';', '\t', '|'};
    private static final int SAMPLE = 50;

    @Override
    public List<String> endings() {
        return List.of("csv", "tsv");
    }

    @Override
    public void read(Source source, DocumentSink sink) {
        String text = CleanText.of(Encodings.text(source, sink));
        List<List<String>> rows = rows(text, separator(text), Integer.MAX_VALUE, sink);
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

    private static char separator(String text) {
        char best = ',';
        double top = 0;
        for (char separator : SEPARATORS) {
            List<List<String>> rows = rows(text, separator, SAMPLE, NOBODY);
            int columns = rows.isEmpty() ? 0 : rows.getFirst().size();
            long even = rows.stream().filter(row -> row.size() == columns).count();
            double score = columns < 2 ? 0 : (double) even / rows.size() + columns / 1000.0;
            if (score > top) {
                top = score;
                best = separator;
            }
        }
        return best;
    }

    private static List<List<String>> rows(String text, char separator, int most, DocumentSink sink) {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(separator)
                .setIgnoreEmptyLines(true)
                .setTrailingData(true)
                .setLenientEof(true)
                .get();
        List<List<String>> rows = new ArrayList<>();
        try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
            Iterator<CSVRecord> records = parser.iterator();
            while (rows.size() < most && records.hasNext()) {
                CSVRecord record = records.next();
                List<String> cells = record.stream().map(String::strip).toList();
                if (cells.stream().anyMatch(cell -> !cell.isEmpty())) {
                    rows.add(cells);
                }
            }
        } catch (IOException | UncheckedIOException e) {
            sink.problem("after row " + rows.size(), "broken: " + e.getMessage());
        } catch (IllegalStateException e) {
            throw new ReadException("no valid CSV: " + e.getMessage(), "", e);
        }
        return rows;
    }

    /** While the separator is still being looked for, nothing counts. */
    private static final DocumentSink NOBODY = new DocumentSink() {
        @Override
        public void document(dev.lectern.corpus.Document document) {}

        @Override
        public void problem(String where, String what) {}

        @Override
        public void pageWithoutText(int page) {}
    };
}
