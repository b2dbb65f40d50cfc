package dev.lectern.stage.extract.zh;

import dev.lectern.corpus.Block;
import dev.lectern.corpus.Span;
import dev.lectern.stage.extract.page.Answer;
import dev.lectern.stage.extract.page.Family;
import dev.lectern.stage.extract.page.Find;
import dev.lectern.stage.extract.page.Page;
import dev.lectern.stage.extract.page.Section;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Questions that the document itself asks: a table with a column of questions and one of answers, or 问：… 答：… paragraphs. */
record Faq() implements Family {
    private static final Set<String> ASKS = Set.of("问题", "问", "提问", "常见问题", "疑问", "q", "question", "questions");
    private static final Set<String> ANSWERS = Set.of("答案", "答", "回答", "解答", "答复", "回复", "a", "answer", "answers");
    private static final Pattern ASKED = Pattern.compile("^(?:问|Q|Q\\d+|问题\\s?\\d*)\\s?[：:.、]\\s?(.+[？?])$");
    private static final Pattern ANSWERED = Pattern.compile("^(?:答|A|A\\d+|回答|答案)\\s?[：:.、]\\s?");

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
        Scope scope = Scope.of(page);
        for (Section section : page.sections()) {
            section.blocks(Block.Table.class)
                    .filter(Block.Table::headed)
                    .forEach(table -> rows(page, scope, section, table, out));
            pairs(page, scope, section, out);
        }
    }

    private void rows(Page page, Scope scope, Section section, Block.Table table, Consumer<Find> out) {
        List<String> header = table.rows().getFirst().stream()
                .map(c -> Script.fold(page.text(c).strip().toLowerCase(Locale.ROOT)))
                .toList();
        int asks = column(header, ASKS);
        int answers = column(header, ANSWERS);
        if (asks < 0 || answers < 0) {
            return;
        }
        for (List<Span> row : table.rows().subList(1, table.rows().size())) {
            if (row.size() > Math.max(asks, answers)) {
                offer(page, scope, section, page.text(row.get(asks)), row.get(answers), out);
            }
        }
    }

    private void pairs(Page page, Scope scope, Section section, Consumer<Find> out) {
        List<Block> blocks = section.blocks();
        for (int i = 0; i + 1 < blocks.size(); i++) {
            Matcher asked = ASKED.matcher(page.text(blocks.get(i)).strip());
            Matcher answered = ANSWERED.matcher(page.text(blocks.get(i + 1)));
            if (asked.matches() && answered.find()) {
                Block answer = blocks.get(i + 1);
                offer(
                        page,
                        scope,
                        section,
                        asked.group(1),
                        new Span(answer.start() + answered.end(), answer.end()),
                        out);
            }
        }
    }

    private void offer(Page page, Scope scope, Section section, String asked, Span answer, Consumer<Find> out) {
        String question = asked.strip().replaceFirst("[?？]*$", "？");
        if (Script.length(page.text(answer)) >= 2
                && AnswerText.broken(page.text(answer)).isEmpty()) {
            String named = scope.product().isPresent() ? scope.shortBeside(question) : "";
            out.accept(new Find(
                    this, section, Phrasing.of(scope, "faq", named, Map.of("Q", question)), Answer.of(answer)));
        }
    }

    private static int column(List<String> header, Set<String> names) {
        for (int i = 0; i < header.size(); i++) {
            if (names.contains(header.get(i))) {
                return i;
            }
        }
        return -1;
    }
}
