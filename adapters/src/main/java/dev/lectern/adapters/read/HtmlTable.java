package dev.lectern.adapters.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

/** A table's cells in rows; a cell that spans rows is said in each of them, one that spans columns once. */
record HtmlTable(boolean headed, List<List<String>> rows) {
    private static final int WIDEST = 200;
    private static final String BLOCKS_INSIDE =
            "table, p + p, h1, h2, h3, h4, ul, ol, pre, div + div, article, section";

    /** A table that only places things: it has one column, or whole texts for cells. */
    static boolean isLayout(Element table) {
        if (table.attr("role").equals("presentation") || table.select("table").size() > 1) {
            return true;
        }
        Elements rows = rows(table);
        int widest =
                rows.stream().mapToInt(r -> r.select("> td, > th").size()).max().orElse(0);
        if (widest < 2 || rows.size() < 2) {
            return table.select("th").isEmpty() || widest < 2;
        }
        return table.select("th").isEmpty()
                && table.select("td").stream()
                        .anyMatch(cell -> cell.selectFirst(BLOCKS_INSIDE) != null
                                && cell.text().length() > 400);
    }

    static HtmlTable of(Element table) {
        List<List<String>> rows = new ArrayList<>();
        Map<Integer, Hanging> hanging = new TreeMap<>();
        boolean headed = false;
        for (Element row : rows(table)) {
            List<String> cells = new ArrayList<>();
            Elements own = row.select("> td, > th");
            for (Element cell : own) {
                hang(hanging, cells);
                String words = HtmlInlines.of(cell).words().text();
                int down = span(cell, "rowspan");
                if (down > 1 && cells.size() < WIDEST) {
                    hanging.put(cells.size(), new Hanging(words, down));
                }
                cells.add(words);
                for (int i = span(cell, "colspan"); i > 1 && cells.size() < WIDEST; i--) {
                    cells.add("");
                }
            }
            hang(hanging, cells);
            hanging.replaceAll((column, h) -> new Hanging(h.words, h.rows - 1));
            hanging.values().removeIf(h -> h.rows <= 0);
            boolean head = row.parent() != null && row.parent().normalName().equals("thead");
            boolean allHeads =
                    !own.isEmpty() && own.stream().allMatch(c -> c.normalName().equals("th"));
            headed |= rows.isEmpty() && (head || (allHeads && own.size() > 1));
            if (!cells.isEmpty()) {
                rows.add(cells);
            }
        }
        return new HtmlTable(headed, rows);
    }

    /** A cell that reaches down into later rows. */
    private record Hanging(String words, int rows) {}

    private static void hang(Map<Integer, Hanging> hanging, List<String> cells) {
        while (hanging.containsKey(cells.size()) && cells.size() < WIDEST) {
            Hanging above = hanging.getOrDefault(cells.size(), new Hanging("", 0));
            cells.add(above.words);
        }
    }

    private static int span(Element cell, String attribute) {
        String value = cell.attr(attribute).strip();
        return value.matches("\\d{1,3}") ? Math.max(1, Integer.parseInt(value)) : 1;
    }

    private static Elements rows(Element table) {
        return table.select("> tr, > tbody > tr, > thead > tr, > tfoot > tr");
    }
}
