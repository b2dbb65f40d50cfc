package dev.lectern.sheet;

import dev.lectern.check.Problem;
import java.util.List;

/**
 * What a file of rows holds.
 *
 * @param file its name as given, for messages
 * @param rows in the order of the file, blank ones too, so that they can be counted
 * @param problems of rows that could not be read
 */
public record Sheet(String file, List<Row> rows, List<Problem> problems) {
    public Sheet {
        rows = List.copyOf(rows);
        problems = List.copyOf(problems);
    }
}
