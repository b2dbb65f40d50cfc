package dev.lectern.stage.extract.en;

import dev.lectern.corpus.Block;
import dev.lectern.corpus.Span;
import dev.lectern.stage.extract.page.Answer;
import dev.lectern.stage.extract.page.Family;
import dev.lectern.stage.extract.page.Find;
import dev.lectern.stage.extract.page.Page;
import dev.lectern.stage.extract.page.Section;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Questions that the author wrote: a table with question and answer columns, "Q:"/"A:" paragraphs, headings that ask. */
final class Faq implements Family {
    private static final Pattern QUESTION_COLUMN =
            Pattern.compile("(?i)(?:frequently asked )?questions?|q|prompt|query");
    private static final Pattern ANSWER_COLUMN =
            Pattern.compile("(?i)(?:best |accepted |short )?answers?|a|response|reply");
    private static final Pattern Q = Pattern.compile("^(?:Q|Question)(?: ?\\d+)?[:.)]\\s+(.+\\?)$", Pattern.DOTALL);
    private static final Pattern A = Pattern.compile("^(?:A|Answer)(?: ?\\d+)?[:.)]\\s+(.+)$", Pattern.DOTALL);
    private static final Pattern BOTH = Pattern.compile(
            "^(?:Q|Question)(?: ?\\d+)?[:.)]\\s+(.+?\\?)\\s+(?:A|Answer)(?: ?\\d+)?[:.)]\\s+(.+)$", Pattern.DOTALL);
    private static final Pattern ASKS = Pattern.compile(
            "(?i)^(?:what|who|whom|whose|when|where|why|how|which|can|could|may|is|are|was|were|do|does|did|should|will|would|must|has|have)\\b.*\\?$");

    /** "What is a coronavirus": understood anywhere. */
    private static final Pattern DEFINES = Pattern.compile("What (?:is|are) (?:an? )?\\p{Ll}{6,}(?: \\p{Ll}{4,})?");

    @Override
    public String name() {
        return "faq";
    }

    @Override
    public String task() {
        return "qa";
    }

    @Override
    public boolean authored() {
        return true;
    }

    @Override
    public void find(Page page, Consumer<Find> out) {
        Naming naming = new Naming(page);
        for (Section section : page.sections()) {
            section.blocks(Block.Table.class).forEach(t -> table(page, naming, section, t, out));
            paragraphs(page, naming, section, out);
            heading(page, naming, section).ifPresent(out);
        }
    }

    private void table(Page page, Naming naming, Section section, Block.Table table, Consumer<Find> out) {
        List<String> headers =
                table.rows().getFirst().stream().map(c -> page.text(c).strip()).toList();
        int question = column(headers, QUESTION_COLUMN);
        int answer = column(headers, ANSWER_COLUMN);
        if (question < 0 || answer < 0) {
            return;
        }
        for (List<Span> row : table.rows().subList(1, table.rows().size())) {
            offer(naming, section, page.text(row.get(question)), page, row.get(answer))
                    .ifPresent(out);
        }
    }

    private static int column(List<String> headers, Pattern wanted) {
        return IntStream.range(0, headers.size())
                .filter(i -> wanted.matcher(headers.get(i)).matches())
                .findFirst()
                .orElse(-1);
    }

    private void paragraphs(Page page, Naming naming, Section section, Consumer<Find> out) {
        List<Block> blocks = section.blocks();
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            Span body = block instanceof Block.Item item ? item.content() : block.span();
            Matcher both = BOTH.matcher(page.text(body));
            Matcher q = Q.matcher(page.text(body));
            if (both.matches()) {
                offer(naming, section, both.group(1), page, new Span(body.start() + both.start(2), body.end()))
                        .ifPresent(out);
            } else if (q.matches() && i + 1 < blocks.size()) {
                Span next = blocks.get(i + 1) instanceof Block.Item item
                        ? item.content()
                        : blocks.get(i + 1).span();
                Matcher a = A.matcher(page.text(next));
                if (a.matches()) {
                    offer(naming, section, q.group(1), page, new Span(next.start() + a.start(1), next.end()))
                            .ifPresent(out);
                }
            }
        }
    }

    private Optional<Find> heading(Page page, Naming naming, Section section) {
        Span body = new Span(section.bodyStart(), section.end());
        boolean leaf = page.children(section).isEmpty();
        if (!section.title().endsWith("?")
                || !leaf
                || section.blocks().isEmpty()
                || AnswerText.told(page.text(body))
                || !section.blocks().stream().allMatch(Prose::own)) {
            return Optional.empty();
        }
        return AnswerText.refusal(page.text(body)).isPresent()
                ? Optional.empty()
                : offer(naming, section, naming.sentenceCase(section.title()), page, body)
                        .map(f -> f.ranked(1));
    }

    private Optional<Find> offer(Naming naming, Section section, String asked, Page page, Span answer) {
        String question = asked.strip();
        if (!ASKS.matcher(question).matches() || Words.count(question) < 3 || Words.count(page.text(answer)) < 3) {
            return Optional.empty();
        }
        String core = question.substring(0, question.length() - 1);
        if (naming.product().isEmpty()
                && page.topic().isEmpty()
                && !named(core)
                && !DEFINES.matcher(core).matches()) {
            return Optional.empty();
        }
        boolean bare = page.topic().isEmpty() && !naming.holdsProduct(core);
        String whole = bare
                ? naming.product().orElse("") + ": " + Words.lowerFirst(question)
                : subject(naming, core) ? Words.upperFirst(question) : naming.ask(Words.lowerFirst(core));
        return Optional.of(new Find(this, section, List.of(whole), Answer.of(answer)));
    }

    /** Whether the author's question names what it is about: the product, a name, a rare word or at least three of its own. */
    private static boolean subject(Naming naming, String core) {
        return (naming.product().isPresent() && naming.holdsProduct(core))
                || Words.content(core.toLowerCase(Locale.ROOT)).size() >= 3
                || named(core);
    }

    /** Whether a name or an abbreviation stands in it. */
    private static boolean named(String core) {
        return Words.of(core).stream().skip(1).anyMatch(w -> Character.isUpperCase(w.charAt(0)) && w.length() > 1);
    }
}
