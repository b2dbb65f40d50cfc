package dev.lectern.ingest;

import dev.lectern.corpus.Document;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** The documents asked for last, up to a fixed amount of text. Safe for many threads; a document may be read twice at once. */
final class RecentDocuments {
    /** UTF-16 units kept: some thousand pages, about 16 MB. */
    private static final long MOST = 8_000_000;

    private final Map<String, Document> kept = new LinkedHashMap<>(16, 0.75f, true);
    private long held;

    Document get(String id, Supplier<Document> read) {
        synchronized (kept) {
            Document document = kept.get(id);
            if (document != null) {
                return document;
            }
        }
        Document document = read.get();
        synchronized (kept) {
            if (kept.put(id, document) == null) {
                held += document.text().length();
            }
            var eldest = kept.entrySet().iterator();
            while (held > MOST && kept.size() > 1) {
                held -= eldest.next().getValue().text().length();
                eldest.remove();
            }
        }
        return document;
    }
}
