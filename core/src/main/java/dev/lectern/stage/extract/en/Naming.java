package dev.lectern.stage.extract.en;

import dev.lectern.stage.extract.page.Headings;
import dev.lectern.stage.extract.page.Page;
import dev.lectern.stage.extract.page.Section;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names what a question is about, so that it makes sense without its source: the product, and the page's topic where
 * the question doesn't hold it already.
 */
final class Naming {
    private static final Pattern KEEPS_CAPITALS = Pattern.compile(".*(?:\\p{Lower}\\p{Lu}|\\d|[_<(#.:/+`]).*");
    /** A topic that a product's name can stand before: "Sorrel climate programs". */
    private static final Pattern COMPOUND = Pattern.compile(
            "(?!(?:the|an?) )[\\p{L}\\d+#-]+(?: (?!(?:in|of|for|with|to|on|and|by)\\b)[\\p{L}\\d+#-]+){0,2}");

    private static final Pattern MASS =
            Pattern.compile(".*(?:ing|ion|ity|ness|ment|ship|ance|ence|ware|data|code|memory|safety|control)$");
    private static final Pattern WORD = Pattern.compile("\\S+");
    private static final Pattern CODE_OR_QUOTE = Pattern.compile("`[^`]*`");

    private final Page page;
    private final Map<String, Integer> names;

    Naming(Page page) {
        this.page = page;
        this.names = page.names();
    }

    Optional<String> product() {
        return page.product();
    }

    /** The page's topic in sentence case, where it is short enough to be said. */
    Optional<String> topic() {
        return page.topic()
                .filter(t -> Words.count(t) <= 8
                        && !t.endsWith("?")
                        && !t.matches(
                                "(?i)(?:from|how|why|what|when|where|in|on|with|for|to|all|more|some) .*|.*[!?:].*"))
                .map(this::sentenceCase)
                .map(t -> page.product().map(p -> withoutEnd(t, " in " + p)).orElse(t));
    }

    private static String withoutEnd(String words, String end) {
        return words.endsWith(end) ? words.substring(0, words.length() - end.length()) : words;
    }

    /** The nearest telling heading in sentence case. */
    Optional<String> heading(Section section) {
        return page.heading(section).map(this::sentenceCase);
    }

    /** Whether the words name the product already, or there is none to name. */
    boolean holdsProduct(String words) {
        return page.product().map(p -> mentions(words, p)).orElse(true);
    }

    /** Whether the words hold what the page is about, or its title says nothing. */
    boolean holdsTopic(String words) {
        return page.topic()
                .map(t -> Words.content(words).stream()
                        .anyMatch(w -> Words.content(t).contains(w) && !product(w)))
                .orElse(true);
    }

    private boolean product(String stem) {
        return page.product().map(p -> Words.content(p).contains(stem)).orElse(false);
    }

    /** " in P" where the words don't name it; else nothing. */
    String inProduct(String words) {
        return page.product()
                .filter(p -> !mentions(words, p))
                .map(p -> " in " + p)
                .orElse("");
    }

    /** Whether a question over these words can be understood: product or topic is in them or can be added. */
    boolean canName(String words) {
        return page.product().isPresent()
                || (page.topic().isPresent()
                        && (holdsTopic(words) || nounTopic().isPresent()));
    }

    /**
     * A question core ("how do I V O": no capital, no question mark) as a complete question. Where the topic is missing it is
     * set before the question, as people do in forums.
     */
    String ask(String core) {
        Optional<String> topic = topic();
        boolean activity = topic.filter(t -> Verbs.ofGerund(t.split(" ", 2)[0]).isPresent())
                .isPresent();
        boolean wordy = topic.filter(t -> Words.count(t) > 3).isPresent();
        boolean enough = page.product().isPresent() && (wordy || (activity && !core.startsWith("how")));
        if (holdsTopic(core) || topic.isEmpty() || enough) {
            return Words.upperFirst(core) + inProduct(core) + "?";
        }
        // A name takes its place at the end: "How do I add a script in Monad?"
        Optional<String> name = topic.filter(
                t -> page.product().isEmpty() && t.matches("\\p{Lu}[\\p{Alnum}+#.]+") && names.containsKey(t));
        if (name.isPresent()) {
            return Words.upperFirst(core) + " in " + name.get() + "?";
        }
        String named = page.product()
                .filter(p -> !mentions(core + " " + topic.get(), p)
                        && COMPOUND.matcher(topic.get()).matches()
                        && !activity)
                .map(p -> p + " " + topic.get())
                .orElse(topic.get() + inProduct(core + " " + topic.get()));
        if (activity) {
            return "When " + Words.lowerFirst(named) + ", " + core + "?";
        }
        boolean spelling = named.split(" ", 2)[0].matches("\\p{Ll}.*[_.].*|\\..*");
        return (spelling ? named : Words.upperFirst(named)) + ": " + core + "?";
    }

    /** What the asker is busy with, as a sentence of its own before a question that lacks it: "I'm working with arrays in C++. "; else nothing. */
    String busyWith(String core) {
        return holdsTopic(core)
                ? ""
                : nounTopic()
                        .map(t -> "I'm working with " + withArticle(t) + inProduct(core + " " + t) + ". ")
                        .orElse("");
    }

    /** The topic, if it is a thing rather than an action. */
    Optional<String> nounTopic() {
        return topic().filter(t -> {
            String first = t.split(" ", 2)[0];
            return Verbs.ofGerund(first).isEmpty() && !Verbs.base(first) && !t.endsWith("?") && Words.count(t) <= 7;
        });
    }

    /** A thing with the article that its page mostly gives it: "the command-line tool"; plurals, names, stuff and code have none. */
    String withArticle(String thing) {
        String head = thing.substring(thing.lastIndexOf(' ') + 1);
        boolean plain = head.matches("\\p{Ll}[\\p{L}-]*[^s]|\\p{Ll}[\\p{L}-]*ss") && !thing.contains("`");
        if (!plain || thing.matches("(?i)(?:the|an?) .*") || thing.matches(".*\\b(?:and|with|in|of|for)\\b.*")) {
            return thing;
        }
        String text = page.lowerText();
        String low = Pattern.quote(thing.toLowerCase(Locale.ROOT))
                + "(?= (?:is|are|has|can|does|of|in|to|and|for|on|with|that|which|from|at|by)\\b|[.,;:)])";
        long said = count("(?<=[a-z,;] )" + low, text);
        Map<String, Long> articles = new LinkedHashMap<>();
        for (String article : List.of("the ", "a ", "an ")) {
            articles.put(article, count("\\b" + article + low, text));
        }
        long with = articles.values().stream().mapToLong(Long::longValue).sum();
        if (with == 0 && said == 0) {
            return thing.contains(" ") && !MASS.matcher(head).matches() ? "the " + thing : thing;
        }
        return with * 2 < said || (MASS.matcher(head).matches() && with * 4 < said * 3)
                ? thing
                : articles.entrySet().stream()
                        .max(Map.Entry.comparingByValue())
                        .map(e -> e.getKey() + thing)
                        .orElse(thing);
    }

    private static long count(String pattern, String text) {
        return Pattern.compile(pattern).matcher(text).results().count();
    }

    /** "install the tool" on the page on the command-line tool: "install the command-line tool". */
    String inFull(String action) {
        return nounTopic()
                .filter(t -> t.contains(" ") && t.matches("[\\p{L}\\d -]+"))
                .map(t -> action.replaceAll(
                        "\\bthe " + Pattern.quote(t.substring(t.lastIndexOf(' ') + 1))
                                + "(?![\\p{L}\\d-])(?! \\p{Ll}+s?\\b(?<! (?:in|on|with|for|to|from|by|at)))",
                        Matcher.quoteReplacement("the " + t)))
                .orElse(action);
    }

    /** Title Case to sentence case; names, code and abbreviations stay as they are. */
    String sentenceCase(String heading) {
        // "the Command-line options section" quotes a heading; only capitals further on make a name of it.
        boolean quoted = heading.matches("\\p{Lu}\\p{Ll}+(?:[ -]\\p{Ll}+)+");
        if (!quoted && heading.contains(" ") && page.saysInMiddle(heading)) {
            return heading;
        }
        boolean shouted = heading.contains(" ") && heading.matches("[\\p{Lu}\\W\\d]+") && !heading.contains("`");
        if (shouted) {
            String quiet = heading.toLowerCase(Locale.ROOT);
            return page.product()
                    .map(p -> quiet.replaceAll(
                            "(?i)(?<!\\p{L})" + Pattern.quote(p) + "(?!\\p{L})", Matcher.quoteReplacement(p)))
                    .orElse(quiet);
        }
        StringBuilder out = new StringBuilder();
        Matcher code = CODE_OR_QUOTE.matcher(heading);
        int from = 0;
        while (code.find()) {
            out.append(lower(heading.substring(from, code.start()))).append(code.group());
            from = code.end();
        }
        return out.append(lower(heading.substring(from))).toString();
    }

    private String lower(String words) {
        Matcher word = WORD.matcher(words);
        StringBuilder out = new StringBuilder();
        while (word.find()) {
            word.appendReplacement(out, Matcher.quoteReplacement(lowerWord(word.group())));
        }
        return word.appendTail(out).toString();
    }

    private String lowerWord(String word) {
        String bare = word.replaceAll("[^\\p{L}\\p{N}'’-]", "").replaceAll("['’]s$", "");
        boolean caps = bare.length() > 1 && bare.equals(bare.toUpperCase(Locale.ROOT));
        boolean name = names.containsKey(bare)
                || page.product().map(p -> mentions(p, bare)).orElse(false);
        return caps || name || KEEPS_CAPITALS.matcher(word).matches() || bare.equals("I")
                ? word
                : word.toLowerCase(Locale.ROOT);
    }

    static boolean mentions(String words, String name) {
        return Pattern.compile("(?<![\\p{Alnum}])" + Pattern.quote(name) + "(?![\\p{Alnum}])", Pattern.CASE_INSENSITIVE)
                .matcher(words)
                .find();
    }

    /** A heading that names a thing: no verb in front, no question, not too long. */
    static boolean noun(String cleaned) {
        String first = cleaned.split("\\s+", 2)[0];
        return Verbs.ofGerund(first).isEmpty()
                && !Verbs.base(first)
                && !cleaned.matches("(?i)(?:in|on|at|for|with|without|from|to|by|as|after|before|other|more|some)\\b.*")
                && !Headings.generic(cleaned)
                && Words.count(cleaned) <= 8
                && !cleaned.matches(
                        "(?i).*(\\?|!|\\b(how|why|when|what|where|who|vs\\.?|versus|using|with your|is|are|can|do|does)\\b).*");
    }
}
