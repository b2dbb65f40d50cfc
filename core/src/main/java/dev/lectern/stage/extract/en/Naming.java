package dev.lectern.stage.extract.en;

import dev.lectern.stage.extract.page.Headings;
import dev.lectern.stage.extract.page.Names;
import dev.lectern.stage.extract.page.Page;
import dev.lectern.stage.extract.page.Section;
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
    private static final Pattern WORD = Pattern.compile("\\S+");
    private static final Pattern CODE_OR_QUOTE = Pattern.compile("`[^`]*`");

    private final Page page;
    private final Map<String, Integer> names;

    Naming(Page page) {
        this.page = page;
        this.names = Names.inMidSentence(page.text());
    }

    Optional<String> product() {
        return page.product();
    }

    /** The page's topic in sentence case. */
    Optional<String> topic() {
        return page.topic().map(this::sentenceCase);
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
                .map(t -> Words.content(words).stream().anyMatch(w -> Words.content(t).contains(w) && !product(w)))
                .orElse(true);
    }

    private boolean product(String stem) {
        return page.product().map(p -> Words.content(p).contains(stem)).orElse(false);
    }

    /** " in P" where the words don't name it; else nothing. */
    String inProduct(String words) {
        return page.product().filter(p -> !mentions(words, p)).map(p -> " in " + p).orElse("");
    }

    /** Whether a question over these words can be understood: product or topic is in them or can be added. */
    boolean canName(String words) {
        return page.product().isPresent() || page.topic().isPresent() && (holdsTopic(words) || nounTopic().isPresent());
    }

    /**
     * A question core ("how do I V O") as complete questions. The first letter of the core is lower case, no question mark.
     * Where the topic is missing it is set before the question, as people do in forums.
     */
    List<String> ask(String core) {
        String in = inProduct(core);
        if (holdsTopic(core)) {
            return List.of(Words.upperFirst(core) + in + "?");
        }
        Optional<String> topic = topic();
        String named = topic.map(t -> t + inProduct(core + " " + t)).orElse("");
        if (topic.isEmpty()) {
            return List.of(Words.upperFirst(core) + in + "?");
        }
        String first = topic.get().split(" ", 2)[0];
        if (Verbs.ofGerund(first).isPresent()) {
            return List.of("When " + Words.lowerFirst(named) + ", " + core + "?");
        }
        return List.of(Words.upperFirst(named) + ": " + core + "?");
    }

    /** The topic, if it is a thing rather than an action. */
    Optional<String> nounTopic() {
        return topic().filter(t -> {
            String first = t.split(" ", 2)[0];
            return Verbs.ofGerund(first).isEmpty() && !Verbs.base(first) && !t.endsWith("?") && Words.count(t) <= 7;
        });
    }

    /** Title Case to sentence case; names, code and abbreviations stay as they are. */
    String sentenceCase(String heading) {
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
        boolean name = names.containsKey(bare) || page.product().map(p -> mentions(p, bare)).orElse(false);
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
                && !cleaned.matches("(?i).*(\\?|!|\\b(how|why|when|what|where|who|vs\\.?|versus|using|with your|is|are|can|do|does)\\b).*");
    }
}
