package dev.lectern.adapters.read;

import dev.lectern.corpus.ReadException;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.BiConsumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The rows of a CSV text. The separator is the one that gives the most even rows. */
final class CsvRows {
    private static final char[] SEPARATORS = {',', ';', '\t', '|'};
    private static final int SAMPLE = 50;

    private CsvRows() {}

    /** @param line where it begins in the text, from 1 */
    record CsvRow(int line, List<String> cells) {
        boolean blank() {
            return cells.stream().allMatch(String::isEmpty);
        }
    }

    /**
     * All rows, blank ones too.
     *
     * @param problem hears where and why the rest cannot be read
     */
    static List<CsvRow> of(String text, BiConsumer<String, String> problem) {
        return rows(text, separator(text), Integer.MAX_VALUE, problem);
    }

    private static char separator(String text) {
        char best = ',';
        double top = 0;
        for (char separator : SEPARATORS) {
            List<CsvRow> rows = rows(text, separator, SAMPLE, (where, what) -> {}).stream()
                    .filter(row -> !row.blank())
                    .toList();
            int columns = rows.isEmpty() ? 0 : rows.getFirst().cells().size();
            long even =
                    rows.stream().filter(row -> row.cells().size() == columns).count();
            double score = columns < 2 ? 0 : (double) even / rows.size() + columns / 1000.0;
            if (score > top) {
                top = score;
                best = separator;
            }
        }
        return best;
    }

    private static List<CsvRow> rows(String text, char separator, int most, BiConsumer<String, String> problem) {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(separator)
                .setIgnoreEmptyLines(false)
                .setTrailingData(true)
                .setLenientEof(true)
                .get();
        List<CsvRow> rows = new ArrayList<>();
        int line = 1;
        int counted = 0;
        try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
            Iterator<CSVRecord> records = parser.iterator();
            while (rows.size() < most && records.hasNext()) {
                CSVRecord record = records.next();
                List<String> cells = record.stream().map(String::strip).toList();
                int at = (int) record.getCharacterPosition();
                line += (int) text.substring(counted, at)
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
                counted = at;
                rows.add(new CsvRow(line, cells));
            }
        } catch (IOException | UncheckedIOException e) {
            problem.accept("after row " + rows.size(), "broken: " + e.getMessage());
        } catch (IllegalStateException e) {
            throw new ReadException("no valid CSV: " + e.getMessage(), "", e);
        }
        return rows;
    }
}
