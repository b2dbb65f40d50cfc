package dev.lectern.adapters.read;

import dev.lectern.corpus.Document;
import dev.lectern.corpus.DocumentBuilder;
import dev.lectern.corpus.Source;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Documents that are rows of a table or lines of a file: which column is the text, what the others say of it. */
final class Rows {
    private static final List<String> TEXT = List.of("text", "content", "context", "body");
    private static final Set<String> TITLE = Set.of("title", "标题", "標題", "name", "headline");
    private static final int LONGEST_DETAIL = 500;

    private Rows() {}

    /** The column that holds the text, among names as they stand in the file. */
    static Optional<String> textColumn(Iterable<String> names) {
        for (String wanted : TEXT) {
            for (String name : names) {
                if (name.strip().toLowerCase(Locale.ROOT).equals(wanted)) {
                    return Optional.of(name);
                }
            }
        }
        return Optional.empty();
    }

    /**
     * One row's document.
     *
     * @param number of the row, from 1
     * @param fields what else the row says
     */
    static Document document(Source source, long number, String text, Map<String, String> fields) {
        DocumentBuilder document = new DocumentBuilder();
        String language = "und";
        String title = source.stem() + " " + number;
        for (Map.Entry<String, String> field : fields.entrySet()) {
            String name = field.getKey().strip().toLowerCase(Locale.ROOT);
            String value = field.getValue().strip();
            if (value.isEmpty() || value.length() > LONGEST_DETAIL) {
                continue;
            }
            document.detail(name, value);
            if (TITLE.contains(name)) {
                title = value;
            } else if (name.equals("license") || name.equals("licence")) {
                document.licence(value);
            } else if (name.equals("language") || name.equals("lang")) {
                language = SaidLanguage.of(value);
            }
        }
        TextBlocks.lines(text, document);
        return document.build(source.uri() + "#" + number, title, language);
    }
}
