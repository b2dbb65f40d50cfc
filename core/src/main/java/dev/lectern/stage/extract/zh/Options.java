package dev.lectern.stage.extract.zh;

import dev.lectern.corpus.Block;
import dev.lectern.corpus.Span;
import dev.lectern.stage.extract.page.Answer;
import dev.lectern.stage.extract.page.Family;
import dev.lectern.stage.extract.page.Find;
import dev.lectern.stage.extract.page.Page;
import dev.lectern.stage.extract.page.Section;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** "- `--pond`：只对指定的塘口执行命令。": what is this option for? Only identifiers, two or more in a row. */
record Options() implements Family {
    private static final Pattern OPTION = Pattern.compile(
            "^(`[^`]{1,40}`)\\s?(?:[(（][^)）]{1,20}[)）])?\\s?(?:：|:|——|—| - )\\s?(.{6,})$", Pattern.DOTALL);
    private static final int PER_SECTION = 2;

    @Override
    public String name() {
        return "option";
    }

    @Override
    public String task() {
        return "extraction";
    }

    @Override
    public void find(Page page, Consumer<Find> out) {
        Scope scope = Scope.of(page);
        for (Section section : page.sections()) {
            List<Block.Item> options = section.blocks(Block.Item.class)
                    .filter(i -> OPTION.matcher(page.text(i.content())).matches())
                    .toList();
            if (options.size() >= 2) {
                options.stream().limit(PER_SECTION).forEach(i -> offer(page, scope, section, i, out));
            }
        }
    }

    private void offer(Page page, Scope scope, Section section, Block.Item item, Consumer<Find> out) {
        Matcher option = OPTION.matcher(page.text(item.content()));
        if (option.matches()) {
            Span says = new Span(
                    item.content().start() + option.start(2), item.content().end());
            String heading = page.heading(section).map(Scope::bare).orElse("");
            String named =
                    heading.isEmpty() || Tasks.heading(heading) ? scope.beside(option.group(1)) : scope.thing(heading);
            String text = page.text(says).strip();
            if (!named.isEmpty()
                    && Script.length(text) >= 6
                    && AnswerText.prose(text).isEmpty()
                    && !text.endsWith("：")
                    && !text.endsWith("；")) {
                out.accept(new Find(
                        this,
                        section,
                        Phrasing.of(scope, "option", named, Map.of("X", option.group(1))),
                        Answer.of(says)));
            }
        }
    }
}
