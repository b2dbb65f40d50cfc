package dev.lectern.stage.extract.en;

import dev.lectern.corpus.Block;
import dev.lectern.corpus.Span;
import dev.lectern.stage.extract.page.Answer;
import dev.lectern.stage.extract.page.Family;
import dev.lectern.stage.extract.page.Find;
import dev.lectern.stage.extract.page.Headings;
import dev.lectern.stage.extract.page.Page;
import dev.lectern.stage.extract.page.Section;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** The only code of a section whose heading names a thing: an example of it. */
final class CodeExample implements Family {
    private static final Set<String> NO_PROGRAM = Set.of(
            "",
            "console",
            "output",
            "text",
            "txt",
            "shell-session",
            "plaintext",
            "plain",
            "log",
            "none",
            "diff",
            "cmd");
    private static final Pattern WRONG = Pattern.compile(
            "(?im)//.*\\b(?:error|wrong|bad|illegal|invalid|fails|won't|doesn't|does not compile|undefined|not allowed)\\b|#.*\\b(?:wrong|bad|error)\\b|❌|\\bC\\d{4}\\b|^\\s*\\.\\.\\.\\s*$|// --snip--|---|\\b(?:some|your|my)_(?:name|attribute|function|value|thing|type)\\b");
    private static final Pattern HEADING = Pattern.compile(
            "(?i).*:\\s.*|.*\\b(?:multiple|recommended|output|how|vs|versus|why|robust|performance|limitations?|errors?|exceptions?|problems?|overview|rules|notes|requirements|introduction|summary|differences?|conversions?|restrictions|remarks|of the|and|or|behavior|considerations|compatibility|specific|history|style|first|tests?|running|project|program|adding|our|your|fixing|solution|grammar|syntax)\\b.*");

    @Override
    public String name() {
        return "code-example";
    }

    @Override
    public String task() {
        return "code";
    }

    @Override
    public int perPage() {
        return 3;
    }

    @Override
    public void find(Page page, Consumer<Find> out) {
        Naming naming = new Naming(page);
        for (Section section : page.sections()) {
            of(page, naming, section).ifPresent(out);
        }
    }

    private Optional<Find> of(Page page, Naming naming, Section section) {
        List<Block.Code> blocks = section.blocks(Block.Code.class).toList();
        String heading = Headings.clean(section.title());
        if (blocks.size() != 1
                || section.level() == 0
                || !Naming.noun(heading)
                || HEADING.matcher(heading).matches()) {
            return Optional.empty();
        }
        Block.Code code = blocks.getFirst();
        String program = page.text(code.content());
        if (NO_PROGRAM.contains(code.language()) || !Prose.own(code) || !complete(program)) {
            return Optional.empty();
        }
        if (!aboutHeading(page, section, heading, program)) {
            return Optional.empty();
        }
        String thing = naming.sentenceCase(heading.replaceFirst("(?i)\\s+(?:code )?(?:example|sample)s?$", ""));
        String in = naming.inProduct(thing + " "
                + (naming.holdsTopic(thing) ? "" : naming.nounTopic().orElse("")));
        String topic = naming.holdsTopic(thing)
                ? ""
                : naming.nounTopic().map(t -> " (" + t + ")").orElse("");
        if (naming.product().isEmpty() && topic.isEmpty() && !naming.holdsTopic(thing)) {
            return Optional.empty();
        }
        return Optional.of(new Find(
                this,
                section,
                List.of(
                        "Show an example of " + thing + in + topic + ".",
                        "Give me a code example for " + thing + in + topic + ".",
                        "What " + (plural(thing) ? "do " : "does ") + thing + " look like in "
                                + naming.product().map(p -> p + " ").orElse("") + "code" + topic + "?",
                        "Can you show me " + thing + in + " in code" + topic + "?",
                        "Write a short example of " + thing + in + topic + "."),
                Answer.of(new Span(code.start(), code.end()))));
    }

    private static boolean plural(String thing) {
        return thing.matches(".*[^s]s$");
    }

    private static boolean complete(String program) {
        long lines = program.lines().filter(l -> !l.isBlank()).count();
        return program.length() >= 30
                && lines >= 2
                && lines <= 45
                && !WRONG.matcher(program).find()
                && balanced(program);
    }

    private static boolean balanced(String program) {
        return program.chars().filter(c -> c == '{').count()
                        == program.chars().filter(c -> c == '}').count()
                && program.chars().filter(c -> c == '(').count()
                        == program.chars().filter(c -> c == ')').count();
    }

    /** The section speaks of its heading where it leads to the code, or the code itself does. */
    private static boolean aboutHeading(Page page, Section section, String heading, String program) {
        Set<String> words = Words.content(heading);
        String before = Prose.sentences(page, section).stream()
                .map(Prose.Sentence::text)
                .reduce("", (a, b) -> a + " " + b);
        Set<String> said = Words.content(before + " " + program.replaceAll("[^\\p{L}]+", " "));
        return !words.isEmpty() && words.stream().filter(said::contains).count() * 2 >= words.size();
    }
}
