package dev.lectern.stage.extract.page;

import dev.lectern.corpus.Corpus;
import dev.lectern.corpus.Document;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The name of what each folder is about (Rust, Flask, Vue): the name that most of its documents use in mid-sentence. A vote
 * by documents, so that an edit of one document hardly ever changes it. Folders without a clear winner have none.
 */
public final class Products {
    /** Documents that vote, over all folders: the first by id, and ids are hashes. */
    private static final int VOTERS = 4_000;

    private static final Pattern PARTS = Pattern.compile("[^\\p{L}\\d]+");
    private static final Set<String> NO_NAMES = Set.copyOf(Lexicon.lines("capitalised-words.txt"));
    private static final Set<String> NO_PRODUCTS = Set.copyOf(Lexicon.lines("folder-words.txt"));

    private final Map<String, String> byFolder;

    private Products(Map<String, String> byFolder) {
        this.byFolder = Map.copyOf(byFolder);
    }

    /** One pass over the corpus; ask {@link Corpus#derived} to keep it. */
    public static Products of(Corpus corpus) {
        SortedMap<String, Ballot> ballots = new TreeMap<>();
        Map<String, Set<String>> said = new HashMap<>();
        try (Stream<Document> documents = corpus.everyDocument().limit(VOTERS)) {
            documents.forEach(d -> {
                ballots.computeIfAbsent(folder(d), f -> new Ballot()).add(names(d));
                said(d).ifPresent(name ->
                        said.computeIfAbsent(folder(d), f -> new HashSet<>()).add(name));
            });
        }
        Map<String, String> names = new HashMap<>();
        ballots.forEach((folder, ballot) -> ballot.winner(folder).ifPresent(name -> names.put(folder, name)));
        // What some files of a folder say holds for those that cannot say it (text, tables), if all agree.
        said.forEach((folder, products) -> {
            if (products.size() == 1) {
                names.put(folder, products.iterator().next());
            }
        });
        return new Products(names);
    }

    /** The product of a document: its own file's say, else its folder's. */
    public Optional<String> of(Document document) {
        return said(document)
                .or(() -> Optional.ofNullable(byFolder.get(folder(document))))
                .or(() -> new Ballot().add(Names.alone(document)).alone(document));
    }

    /** Names in mid-sentence, and the folder's own name where the text says it in small letters. */
    private static Map<String, Integer> names(Document document) {
        Map<String, Integer> names = new TreeMap<>(Names.alone(document));
        String folder = folder(document);
        for (String part : PARTS.split(folder.substring(folder.lastIndexOf('/') + 1), -1)) {
            if (part.length() >= 3 && part.equals(part.toLowerCase(Locale.ROOT)) && !NO_PRODUCTS.contains(part)) {
                int count = Names.inSmallLetters(document, part);
                if (count >= 2) {
                    names.putIfAbsent(part, count);
                }
            }
        }
        return names;
    }

    private static Optional<String> said(Document document) {
        return Optional.of(document.details().getOrDefault("product", "")).filter(name -> !name.isBlank());
    }

    private static String folder(Document document) {
        int file = document.uri().lastIndexOf('/');
        return file < 0 ? "" : document.uri().substring(0, file);
    }

    /** How often, and in how many documents, each name was used. */
    private static final class Ballot {
        private final SortedMap<String, Integer> documents = new TreeMap<>();
        private final SortedMap<String, Integer> times = new TreeMap<>();
        private int voters;

        Ballot add(Map<String, Integer> names) {
            voters++;
            names.forEach((name, count) -> {
                if (NO_NAMES.contains(name)) {
                    return;
                }
                documents.merge(name, 1, Integer::sum);
                times.merge(name, count, Integer::sum);
            });
            return this;
        }

        /** A name in at least half of three or more documents, or in a third of them if the folder is called after it. */
        Optional<String> winner(String folder) {
            if (voters < 3) {
                return Optional.empty();
            }
            return best(folder, n -> common(folder, n)).filter(n -> calledAfter(folder, n) || clear(folder, n));
        }

        /** In a third of the documents if the folder is called after it; else in three of five, three times in each. */
        private boolean common(String folder, String name) {
            int in = documents.getOrDefault(name, 0);
            return calledAfter(folder, name)
                    ? in * 3 >= voters
                    : in * 5 >= voters * 3 && times.getOrDefault(name, 0) >= 3 * voters;
        }

        /** Half as often again as the next: a folder on many things has many such names. */
        private boolean clear(String folder, String name) {
            int most = times.getOrDefault(name, 0);
            return best(folder, n -> !n.equals(name))
                    .map(next -> times.getOrDefault(next, 0) * 3 <= most * 2)
                    .orElse(true);
        }

        /** A single document's name: only if its file is called after it, and its title isn't. */
        Optional<String> alone(Document document) {
            String uri = document.uri();
            String file = uri.substring(uri.lastIndexOf('/') + 1);
            return best(file, n -> calledAfter(file, n) && times.getOrDefault(n, 0) >= 8)
                    .filter(n -> !document.title().contains(n) && !Names.withArticle(document, n));
        }

        private Optional<String> best(String place, Predicate<String> fits) {
            return times.keySet().stream().filter(fits).max(Comparator.comparingLong(n -> weight(place, n)));
        }

        private long weight(String folder, String name) {
            return (long) times.getOrDefault(name, 0)
                    * documents.getOrDefault(name, 0)
                    * (calledAfter(folder, name) ? 10 : 1);
        }

        private static boolean calledAfter(String place, String name) {
            String letters = name.toLowerCase(Locale.ROOT).replace("++", "pp").replaceAll("[^a-z0-9]", "");
            String last = place.substring(place.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
            return letters.length() >= 3 && last.replaceAll("[^a-z0-9]", "").contains(letters);
        }
    }
}
