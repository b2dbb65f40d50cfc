package dev.lectern.adapters.read;

import dev.lectern.sheet.SheetWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/** Excel: one sheet, every cell a text, the header always in sight, long cells broken into lines. */
public final class ExcelSheetWriter implements SheetWriter {
    private static final int IN_MEMORY = 100;
    private static final int WIDEST = 60 * 256;
    private static final int WIDE = 16 * 256;
    private static final int LONG = 30;

    @Override
    public List<String> endings() {
        return List.of("xlsx");
    }

    @Override
    public void write(Path file, List<String> header, Stream<List<String>> rows) throws IOException {
        try (rows;
                SXSSFWorkbook book = new SXSSFWorkbook(IN_MEMORY);
                OutputStream out = Files.newOutputStream(file)) {
            Sheet sheet = book.createSheet("rows");
            CellStyle text = book.createCellStyle();
            text.setDataFormat(book.createDataFormat().getFormat("@"));
            text.setWrapText(true);
            text.setVerticalAlignment(VerticalAlignment.TOP);
            row(sheet, 0, header, text);
            sheet.createFreezePane(0, 1);
            int next = 1;
            for (Iterator<List<String>> each = rows.iterator(); each.hasNext(); next++) {
                List<String> cells = each.next();
                row(sheet, next, cells, text);
                for (int c = 0; next == 1 && c < cells.size(); c++) {
                    sheet.setColumnWidth(c, cells.get(c).length() > LONG ? WIDEST : WIDE);
                }
            }
            book.write(out);
        }
    }

    private static void row(Sheet sheet, int number, List<String> cells, CellStyle style) {
        Row row = sheet.createRow(number);
        for (int c = 0; c < cells.size(); c++) {
            var cell = row.createCell(c);
            cell.setCellStyle(style);
            cell.setCellValue(cells.get(c));
        }
    }
}
