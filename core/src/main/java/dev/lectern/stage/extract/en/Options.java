package dev.lectern.stage.extract.en;

import dev.lectern.corpus.Block;
import dev.lectern.corpus.Span;
import dev.lectern.stage.extract.page.Answer;
import dev.lectern.stage.extract.page.Family;
import dev.lectern.stage.extract.page.Find;
import dev.lectern.stage.extract.page.Page;
import dev.lectern.stage.extract.page.Section;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lists of identifiers, or of terms under a glossary's heading, each with its explanation: "`--debug`: Turns on …". */
final class Options implements Family {
    private static final Pattern EXPLAINED = Pattern.compile(
            "^(`[^`\n]{2,40}`|[\\p{L}][\\p{L}\\d _./'-]{1,40}?)(?: \\([^)]{1,30}\\))?(?:: | [–—-] |\n)(.{12,}?)$",
            Pattern.DOTALL);
    private static final Pattern IDENTIFIER =
            Pattern.compile("`[^`]*`|--?[a-z][\\w-]*|[a-z]+(?:_[a-z]+)+|[a-z]+[A-Z]\\w*|[A-Z]+(?:_[A-Z]+)+");
    private static final Pattern GLOSSARY = Pattern.compile(
            "(?i).*\\b(?:glossary|terms|terminology|definitions|vocabulary|key concepts|abbreviations)\\b.*");
    private static final Pattern OPTIONS = Pattern.compile(
            "(?i).*\\b(?:options?|parameters?|arguments?|settings?|fields?|flags?|keys?|properties|attributes|methods|functions|commands?|variables|headers|columns|directives|events|hooks|classes|modules|macros|traits)\\b.*");

    @Override
    public String name() {
        return "explained-item";
    }

    @Override
    public String task() {
        return "extraction";
    }

    @Override
    public int perSection(int usual) {
        return Math.max(usual, 6);
    }

    @Override
    public void find(Page page, Consumer<Find> out) {
        Naming naming = new Naming(page);
        for (Section section : page.sections()) {
            boolean glossary = GLOSSARY.matcher(section.title()).matches();
            boolean options = OPTIONS.matcher(section.title()).matches() || announced(page, section);
            List<Block.Item> items = section.blocks(Block.Item.class)
                    .filter(Prose::own)
                    .filter(i -> i.depth() == 0)
                    .toList();
            long explained = items.stream()
                    .filter(i -> EXPLAINED.matcher(page.text(i.content())).matches())
                    .count();
            if ((glossary || options) && items.size() >= 2 && explained * 3 >= items.size() * 2L) {
                items.forEach(i -> of(page, naming, section, i, glossary).ifPresent(out));
            }
        }
    }

    /** The sentence before the list says that options, fields, methods … follow. */
    private static boolean announced(Page page, Section section) {
        return Prose.sentences(page, section).stream()
                .anyMatch(s -> s.last()
                        && s.text().endsWith(":")
                        && !Prose.listAfter(section, s.block()).isEmpty()
                        && OPTIONS.matcher(s.text()).matches());
    }

    private Optional<Find> of(Page page, Naming naming, Section section, Block.Item item, boolean glossary) {
        String text = page.text(item.content());
        Matcher m = EXPLAINED.matcher(text);
        if (!m.matches()) {
            return Optional.empty();
        }
        String term = m.group(1);
        boolean identifier = IDENTIFIER.matcher(term).matches();
        String said = m.group(2).strip();
        int start = item.content().start() + m.start(2);
        boolean nested = page.text().startsWith("\n", item.end())
                && page.text().substring(item.end()).startsWith("\n  - ");
        if (!(identifier || glossary) || nested || Words.count(said) < 5 || said.endsWith(":") || bad(said)) {
            return Optional.empty();
        }
        Optional<String> heading = naming.heading(section)
                .filter(h -> !Words.holds(h, term)
                        && Naming.noun(h)
                        && OPTIONS.matcher(h).matches());
        String name = identifier && !term.startsWith("`") ? "`" + term + "`" : term;
        List<String> cores = glossary && !identifier
                ? List.of(
                        "what does \"" + naming.sentenceCase(term) + "\" mean",
                        "what is meant by \"" + naming.sentenceCase(term) + "\"")
                : Verbs.says(said)
                        ? List.of(
                                "what does " + name + " do",
                                "what is " + name + " for",
                                "what's the purpose of " + name)
                        : List.of("what is " + name, "what exactly is " + name, "what does " + name + " mean");
        Optional<String> place = heading.filter(h -> !glossary);
        return Optional.of(new Find(
                        this,
                        section,
                        cores.stream().map(c -> question(naming, c, place)).toList(),
                        Answer.of(new Span(start, start + said.length())))
                .about("item " + term)
                .ranked(place.isPresent() ? 0 : 1));
    }

    private static String question(Naming naming, String core, Optional<String> place) {
        return place.map(h -> "Among the " + strip(h) + naming.inProduct(core + h) + ", " + core + "?")
                .orElseGet(() -> naming.ask(core));
    }

    private static String strip(String heading) {
        return heading.replaceFirst("(?i)^the ", "");
    }

    private static boolean bad(String said) {
        return AnswerText.anywhere(said).isPresent()
                || AnswerText.openEnd(said).isPresent()
                || AnswerText.told(said)
                || said.matches(
                        "(?is)(?:same as|like|see|this|it|these|those|such|also|as above|ditto|likewise|similar)\\b.*");
    }
}
