package dev.lectern.adapters.read;

import dev.lectern.corpus.ReadException;
import dev.lectern.corpus.Source;
import dev.lectern.sheet.Row;
import dev.lectern.sheet.Sheet;
import dev.lectern.sheet.SheetReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Excel: the first sheet that is not empty; its first row names the columns. Formulas count as what they gave last. */
public final class ExcelSheet implements SheetReader {
    private static final int LARGEST = 64 << 20;

    @Override
    public List<String> endings() {
        return List.of("xlsx");
    }

    @Override
    public Sheet read(Source source) {
        ZipSecureFile.setMinInflateRatio(0.001);
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(source.bytes(LARGEST)))) {
            for (int i = 0; i < book.getNumberOfSheets(); i++) {
                XSSFSheet sheet = book.getSheetAt(i);
                if (sheet.getPhysicalNumberOfRows() > 0) {
                    return new Sheet(source.uri(), rows(sheet), List.of());
                }
            }
            return new Sheet(source.uri(), List.of(), List.of());
        } catch (IOException | RuntimeException e) {
            throw new ReadException(
                    "no Excel workbook that can be read: " + e.getMessage(), "save it as .xlsx anew", e);
        }
    }

    private static List<Row> rows(XSSFSheet sheet) {
        DataFormatter formatter = new DataFormatter();
        formatter.setUseCachedValuesForFormulaCells(true);
        List<String> header = cells(sheet.getRow(sheet.getFirstRowNum()), formatter);
        List<Row> rows = new ArrayList<>();
        for (int r = sheet.getFirstRowNum() + 1; r <= sheet.getLastRowNum(); r++) {
            XSSFRow row = sheet.getRow(r);
            Map<String, String> cells = new TreeMap<>();
            List<String> values = row == null ? List.of() : cells(row, formatter);
            for (int c = 0; c < header.size(); c++) {
                if (!header.get(c).isBlank()) {
                    cells.putIfAbsent(header.get(c), c < values.size() ? values.get(c) : "");
                }
            }
            rows.add(new Row(r + 1, cells));
        }
        return rows;
    }

    private static List<String> cells(XSSFRow row, DataFormatter formatter) {
        List<String> cells = new ArrayList<>();
        for (int c = 0; c < row.getLastCellNum(); c++) {
            cells.add(formatter.formatCellValue(row.getCell(c)));
        }
        return cells;
    }
}
