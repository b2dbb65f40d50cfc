package dev.lectern.stage.extract.zh;

import dev.lectern.corpus.Block;
import dev.lectern.stage.extract.page.Answer;
import dev.lectern.stage.extract.page.Family;
import dev.lectern.stage.extract.page.Find;
import dev.lectern.stage.extract.page.Headings;
import dev.lectern.stage.extract.page.Page;
import dev.lectern.stage.extract.page.Section;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** The only code block of a section: an example of what the heading names. */
record CodeSample() implements Family {
    private static final Set<String> NOT_CODE = Set.of(
            "", "text", "txt", "console", "output", "plain", "plaintext", "log", "none", "mermaid", "diff", "math");
    private static final Pattern WRONG = Pattern.compile(
            "//\\s*(?:error|错误|报错|❌|wrong|bad|不要|无效|不支持|不会|不能|不是|这是一个语句)|❌|永远不要|#\\s*(?:错误|不要)|<!--\\s*(?:错误|不要)|// ?\\.\\.\\.\\s*$",
            Pattern.CASE_INSENSITIVE);
    /** A prompt and what came back: a session, not something to write. */
    private static final Pattern PROMPT = Pattern.compile("(?m)^\\s*(?:[$>%]|\\w*[$#]|>>>) \\S");

    private static final Map<String, String> FORMATS = Map.ofEntries(
            Map.entry("json", "JSON"),
            Map.entry("json5", "JSON"),
            Map.entry("yaml", "YAML"),
            Map.entry("yml", "YAML"),
            Map.entry("toml", "TOML"),
            Map.entry("ini", "INI"),
            Map.entry("xml", "XML"),
            Map.entry("http", "HTTP"),
            Map.entry("sh", "命令行"),
            Map.entry("bash", "命令行"),
            Map.entry("shell", "命令行"),
            Map.entry("powershell", "命令行"));
    private static final Pattern COMMENT = Pattern.compile("^\\s*(?://|#|<!--.*-->\\s*$|/?\\*|--|;)");
    private static final int PER_PAGE = 2;
    private static final int SHORTEST = 30;
    private static final int LONGEST = 1_400;

    @Override
    public String name() {
        return "code";
    }

    @Override
    public String task() {
        return "code";
    }

    @Override
    public void find(Page page, Consumer<Find> out) {
        Scope scope = Scope.of(page);
        int asked = 0;
        for (Section section : page.sections()) {
            List<Block.Code> codes = section.blocks(Block.Code.class).toList();
            String heading = Scope.bare(Headings.clean(section.title()));
            if (asked < PER_PAGE
                    && codes.size() == 1
                    && section.level() > 1
                    && !Headings.generic(heading)
                    && names(heading)
                    && good(page, codes.getFirst())
                    && shows(page, section, codes.getFirst(), heading)) {
                asked++;
                offer(scope, section, heading, codes.getFirst(), out);
            }
        }
    }

    private void offer(Scope scope, Section section, String heading, Block.Code code, Consumer<Find> out) {
        boolean task = Tasks.heading(heading);
        List<String> wordings = task
                ? Phrasing.of(scope, "code-do", scope.besideTask(heading), Map.of("V", heading))
                : FORMATS.containsKey(code.language())
                        ? Phrasing.of(
                                scope,
                                "format",
                                scope.thing(heading),
                                Map.of("L", FORMATS.getOrDefault(code.language(), "")))
                        : Phrasing.of(scope, "code", scope.thing(heading), Map.of());
        out.accept(new Find(this, section, wordings, Answer.of(code.span()))
                .about("code " + Subject.key(heading))
                .ranked(task ? 1 : 0));
    }

    private static boolean names(String heading) {
        String folded = Script.fold(heading);
        return !Tasks.fragment(heading)
                && !Vocabulary.holds("code-heading", folded)
                && !folded.matches(".*[？?，。].*")
                && Script.length(folded) <= 20;
    }

    /** Whether the code, or the paragraph right before it, speaks of what the heading names. */
    private static boolean shows(Page page, Section section, Block.Code code, String heading) {
        Set<String> words = Classification.words(heading);
        String inside = page.text(code.content()).toLowerCase(Locale.ROOT);
        int at = section.blocks().indexOf(code);
        String before = at > 0 && section.blocks().get(at - 1) instanceof Block.Paragraph p
                ? Script.fold(page.text(p)).toLowerCase(Locale.ROOT)
                : "";
        return words.stream().anyMatch(w -> before.contains(w) || (!Script.han(w.charAt(0)) && inside.contains(w)));
    }

    private static boolean good(Page page, Block.Code code) {
        String text = page.text(code.content()).strip();
        return !NOT_CODE.contains(code.language())
                && text.length() >= SHORTEST
                && text.length() <= LONGEST
                && !WRONG.matcher(text).find()
                && !PROMPT.matcher(text).find()
                && text.lines()
                                .filter(l -> !l.isBlank() && !COMMENT.matcher(l).find())
                                .count()
                        >= 2;
    }
}
