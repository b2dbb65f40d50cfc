package dev.lectern.stage.extract.en;

import dev.lectern.corpus.Block;
import dev.lectern.corpus.Span;
import dev.lectern.stage.extract.page.Answer;
import dev.lectern.stage.extract.page.Family;
import dev.lectern.stage.extract.page.Find;
import dev.lectern.stage.extract.page.Headings;
import dev.lectern.stage.extract.page.Page;
import dev.lectern.stage.extract.page.Section;
import dev.lectern.stage.extract.page.Units;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Cells under a header that says what they are ("Default", "Meaning"), and whole small tables. */
final class Tables implements Family {
    /** Header, and the question that its cells answer; R stands for the row's key. */
    private static final Map<String, List<String>> CELLS = Map.ofEntries(
            Map.entry("size", List.of("how big is R", "what size is R")),
            Map.entry("type", List.of("what type is R", "which type does R have")),
            Map.entry("default", List.of("what is the default of R", "what does R default to")),
            Map.entry("default value", List.of("what is the default value of R", "what does R default to")),
            Map.entry("meaning", List.of("what does R mean", "what is the meaning of R")),
            Map.entry("purpose", List.of("what is R for", "what is the purpose of R")),
            Map.entry("use", List.of("what is R used for")),
            Map.entry("function", List.of("what does R do")),
            Map.entry("effect", List.of("what does R do", "what effect does R have")),
            Map.entry("unit", List.of("which unit is R measured in")),
            Map.entry("range", List.of("what range can R have", "what is the range of R")),
            Map.entry("value", List.of("what is the value of R")),
            Map.entry("role", List.of("what is the role of R")),
            Map.entry("price", List.of("how much does R cost", "what does R cost")),
            Map.entry("cost", List.of("how much does R cost", "what does R cost")),
            Map.entry("fee", List.of("how much is the fee for R")),
            Map.entry("since", List.of("since when is R available")),
            Map.entry("version", List.of("which version is given for R")));

    private static final Pattern DOES = Pattern.compile(
            "(?i)(?:.* )?(?:option|flag|command|function|method|argument|parameter|field|setting|key|variable|property|attribute|macro|keyword|directive|hook|button|switch|endpoint|tool|action|subcommand|event)s?");
    private static final Pattern MEANS = Pattern.compile(
            "(?i)(?:.* )?(?:error|code|status|error number|error code|symbol|value|state|message|level|exit status|signal)s?(?: code| number)?");

    @Override
    public String name() {
        return "table";
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
            section.blocks(Block.Table.class)
                    .filter(Prose::own)
                    .filter(t -> clean(page, t))
                    .forEach(t -> {
                        whole(page, naming, section, t).ifPresent(out);
                        cells(page, naming, section, t, out);
                    });
        }
    }

    /** Headed, three rows or more below the header, every cell filled, headers distinct words, keys distinct. */
    private static boolean clean(Page page, Block.Table table) {
        if (!table.headed()
                || table.rows().size() < 4
                || table.rows().getFirst().size() < 2) {
            return false;
        }
        List<String> headers = cellsOf(page, table.rows().getFirst());
        boolean broken = table.rows().stream()
                .flatMap(List::stream)
                .map(page::text)
                .anyMatch(c -> c.chars().filter(x -> x == '`').count() % 2 == 1 || c.contains("**"));
        return !broken
                && headers.stream().allMatch(h -> h.matches("[\\p{L}][\\p{L} /()-]*"))
                && headers.stream().distinct().count() == headers.size();
    }

    private static List<String> cellsOf(Page page, List<Span> row) {
        return row.stream().map(page::text).map(String::strip).toList();
    }

    private Optional<Find> whole(Page page, Naming naming, Section section, Block.Table table) {
        String heading = Headings.clean(section.title());
        boolean full = table.rows().stream()
                .allMatch(r -> r.stream().noneMatch(c -> page.text(c).isBlank()));
        boolean only = section.blocks(Block.Table.class).count() == 1;
        if (!full
                || !only
                || !Naming.noun(heading)
                || Words.count(page.text(table)) > 350
                || table.rows().size() > 25) {
            return Optional.empty();
        }
        String thing = naming.sentenceCase(heading);
        String in = naming.inProduct(thing);
        if (!naming.holdsTopic(thing)) {
            Optional<String> topic = naming.nounTopic();
            if (topic.isEmpty()) {
                return Optional.empty();
            }
            in = " for " + topic.get() + naming.inProduct(thing + " " + topic.get());
        }
        String columns = columns(cellsOf(page, table.rows().getFirst()));
        return Optional.of(new Find(
                        this,
                        section,
                        List.of(
                                "Make a table of " + thing + in + " with the columns " + columns + ".",
                                "List the " + thing.replaceFirst("(?i)^the ", "") + in + " as a table: " + columns
                                        + ".",
                                "Put " + thing + in + " into a table showing " + columns + "."),
                        Answer.of(table.span()))
                .ranked(1));
    }

    private static String columns(List<String> headers) {
        List<String> low = headers.stream()
                .map(h -> h.equals(h.toUpperCase(Locale.ROOT)) ? h : Words.lowerFirst(h))
                .toList();
        return String.join(", ", low.subList(0, low.size() - 1)) + " and " + low.getLast();
    }

    private void cells(Page page, Naming naming, Section section, Block.Table table, Consumer<Find> out) {
        List<String> headers = cellsOf(page, table.rows().getFirst());
        List<String> keys = table.rows().stream()
                .skip(1)
                .map(r -> page.text(r.getFirst()).strip())
                .toList();
        if (keys.stream().distinct().count() != keys.size()) {
            return;
        }
        List<Find> finds = new ArrayList<>();
        for (int column = 1; column < headers.size(); column++) {
            List<String> cores = cores(headers.getFirst(), headers.get(column));
            for (List<Span> row : cores.isEmpty()
                    ? List.<List<Span>>of()
                    : table.rows().subList(1, table.rows().size())) {
                cell(page, naming, section, headers, row, column, cores).ifPresent(finds::add);
            }
        }
        finds.forEach(out);
    }

    private static List<String> cores(String keyHeader, String header) {
        if (!header.equalsIgnoreCase("description")) {
            return CELLS.getOrDefault(header.toLowerCase(Locale.ROOT), List.of());
        }
        if (DOES.matcher(keyHeader).matches()) {
            return List.of("what does R do", "what is R for");
        }
        return MEANS.matcher(keyHeader).matches()
                ? List.of("what does R mean", "what does R stand for")
                : List.of("what is R");
    }

    /** "Name of the zone" tells what a parameter is, not what it does. */
    private static List<String> asThing(List<String> cores) {
        return cores.contains("what does R do") ? List.of("what is R", "what is R for") : cores;
    }

    private Optional<Find> cell(
            Page page,
            Naming naming,
            Section section,
            List<String> headers,
            List<Span> row,
            int column,
            List<String> cores) {
        String keyHeader = headers.getFirst();
        String key = page.text(row.getFirst()).strip();
        String said = page.text(row.get(column)).strip();
        boolean prose = Words.count(said) >= 4;
        boolean word = key.matches("`[^`; ]{2,40}`|[\\p{L}][\\p{L}\\d ._/()'-]{1,50}") && Words.count(key) <= 6;
        if (!word
                || said.length() < 2
                || said.matches("[-–—/.?]+|n/a|none|yes|no|✓|✗")
                || AnswerText.anywhere(said).isPresent()
                || (prose && AnswerText.openEnd(said).isPresent())) {
            return Optional.empty();
        }
        boolean identifier = key.startsWith("`") || key.matches("[\\w.-]*[_.\\d-][\\w.-]*");
        boolean kind = Words.count(keyHeader) <= 2 && !keyHeader.matches("(?i)name|item|id|key|no|#|term");
        String named = identifier
                ? (kind ? "the " + Words.lowerFirst(keyHeader) + " " : "")
                        + (key.startsWith("`") ? key : "`" + key + "`")
                : naming.sentenceCase(key);
        return Optional.of(new Find(
                        this,
                        section,
                        (Verbs.says(said) ? cores : asThing(cores))
                                .stream()
                                        .map(c -> naming.ask(c.replace("R", named)))
                                        .toList(),
                        Units.measured(page, headers, row, column))
                .ranked(prose ? 0 : 2));
    }
}
