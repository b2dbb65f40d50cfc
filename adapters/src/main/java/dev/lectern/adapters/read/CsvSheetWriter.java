package dev.lectern.adapters.read;

import dev.lectern.sheet.SheetWriter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** CSV as Excel opens it by itself: UTF-8 with its mark, commas, every cell in quotation marks. */
public final class CsvSheetWriter implements SheetWriter {
    @Override
    public List<String> endings() {
        return List.of("csv");
    }

    @Override
    public void write(Path file, List<String> header, Stream<List<String>> rows) throws IOException {
        try (rows;
                BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write('\uFEFF');
            line(out, header);
            for (Iterator<List<String>> each = rows.iterator(); each.hasNext(); ) {
                line(out, each.next());
            }
        }
    }

    private static void line(BufferedWriter out, List<String> cells) throws IOException {
        out.write(cells.stream()
                .map(cell -> '"' + guarded(cell).replace("\"", "\"\"") + '"')
                .collect(Collectors.joining(",")));
        out.write("\r\n");
    }

    /** What begins like a formula would be run as one by whoever opens the file; a space before it keeps it text, and readers strip it. */
    private static String guarded(String cell) {
        return !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0 ? " " + cell : cell;
    }
}
