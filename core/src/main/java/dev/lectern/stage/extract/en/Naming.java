package dev.lectern.stage.extract.en;

import dev.lectern.stage.extract.page.Headings;
import dev.lectern.stage.extract.page.Page;
import dev.lectern.stage.extract.page.Section;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Names what a question is about, so that it makes sense without its source: the product, and the page's topic where
 * the question doesn't hold it already.
 */
final class Naming {
    private static final Pattern KEEPS_CAPITALS = Pattern.compile(".*(?:\\p{Lower}\\p{Lu}|\\d|[_<(#.:/+`]).*");
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
                .map(this::sentenceCase);
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
        if (holdsTopic(core) || topic.isEmpty()) {
            return Words.upperFirst(core) + inProduct(core) + "?";
        }
        String named = topic.get() + inProduct(core + " " + topic.get());
        if (Verbs.ofGerund(named.split(" ", 2)[0]).isPresent()) {
            return "When " + Words.lowerFirst(named) + ", " + core + "?";
        }
        boolean spelling = named.split(" ", 2)[0].matches("\\p{Ll}.*[-_.].*|\\..*");
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

    /** A thing with the article that its page gives it: "the command-line tool"; plurals, names and code have none. */
    String withArticle(String thing) {
        boolean plain = thing.matches("\\p{Ll}.*[^s]|\\p{Ll}.*ss") && !thing.contains("`");
        if (!plain) {
            return thing;
        }
        String text = page.lowerText();
        String low = thing.toLowerCase(Locale.ROOT);
        return Stream.of("the ", "an ", "a ")
                .filter(article -> Pattern.compile("\\b" + article + Pattern.quote(low)
                                + "(?= (?:is|are|has|can|does|of|in|to|and|for|on|with|that|which)\\b|[.,;])")
                        .matcher(text)
                        .find())
                .findFirst()
                .map(article -> article + thing)
                .orElse(thing);
    }

    /** Title Case to sentence case; names, code and abbreviations stay as they are. */
    String sentenceCase(String heading) {
        if (heading.contains(" ") && page.saysInMiddle(heading)) {
            return heading;
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
                && !Headings.generic(cleaned)
                && Words.count(cleaned) <= 8
                && !cleaned.matches(
                        "(?i).*(\\?|!|\\b(how|why|when|what|where|who|vs\\.?|versus|using|with your|is|are|can|do|does)\\b).*");
    }
}
