package dev.lectern.corpus;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which passages may be found, by the document they stand in.
 *
 * @param documents ids; empty allows all
 * @param exceptDocuments ids that are left out
 * @param language empty allows all; {@code zh} allows {@code zh-Hant} too
 * @param labels what the document says of itself ({@link Document#details}); all of them must hold
 */
public record Filter(
        SortedSet<String> documents,
        SortedSet<String> exceptDocuments,
        Optional<String> language,
        SortedMap<String, String> labels) {
    public static final Filter NONE = new Filter(new TreeSet<>(), new TreeSet<>(), Optional.empty(), new TreeMap<>());

    public Filter {
        documents = Collections.unmodifiableSortedSet(new TreeSet<>(documents));
        exceptDocuments = Collections.unmodifiableSortedSet(new TreeSet<>(exceptDocuments));
        labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
    }

    public Filter in(Collection<String> ids) {
        return new Filter(new TreeSet<>(ids), exceptDocuments, language, labels);
    }

    /** For what must come from elsewhere, as the second step of a question over two documents. */
    public Filter notIn(Collection<String> ids) {
        return new Filter(documents, new TreeSet<>(ids), language, labels);
    }

    public Filter language(String code) {
        return new Filter(documents, exceptDocuments, Optional.of(code), labels);
    }

    public Filter label(String name, String value) {
        SortedMap<String, String> more = new TreeMap<>(labels);
        more.put(name, value);
        return new Filter(documents, exceptDocuments, language, more);
    }

    /** Whether every passage may be found. */
    public boolean allowsAll() {
        return equals(NONE);
    }

    public boolean allows(Document document) {
        return allows(document.id(), document.language(), document.details());
    }

    /** @param details of the document */
    public boolean allows(String id, String code, Map<String, String> details) {
        return (documents.isEmpty() || documents.contains(id))
                && !exceptDocuments.contains(id)
                && language.filter(wanted -> !code.equals(wanted) && !code.startsWith(wanted + "-"))
                        .isEmpty()
                && details.entrySet().containsAll(labels.entrySet());
    }
}
