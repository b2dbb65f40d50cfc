package dev.lectern.stage.extract.zh;

import dev.lectern.corpus.Block;
import dev.lectern.corpus.Span;
import dev.lectern.stage.extract.page.Answer;
import dev.lectern.stage.extract.page.Family;
import dev.lectern.stage.extract.page.Find;
import dev.lectern.stage.extract.page.Headings;
import dev.lectern.stage.extract.page.Page;
import dev.lectern.stage.extract.page.Section;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** A heading that names a task (安装网关) over a section that says how: its opening instructs and speaks of the same thing. */
record Steps() implements Family {
    private static final int FEWEST = 40;
    private static final int MOST = 560;
    private static final Pattern INSTRUCTS = Pattern.compile(
            "请|可以(?:通过|使用|用|在|将|把|直接|点|按|选)|可(?:用|通过|在)|需要?(?:先|在|使用|用|通过|将|把|确保|向|给|满足|提供|填写|提交)"
                    + "|应当?|应该|必须|只需|只要|我们(?:可以|需要|使用|用)|你(?:可以|需要|必须|应)|使用.{1,30}(?:来|即可|指令|选项|命令|方法|函数|属性)|通过.{1,40}(?:来|即可|实现)|步骤");

    @Override
    public String name() {
        return "how-to-heading";
    }

    @Override
    public String task() {
        return "generation";
    }

    @Override
    public void find(Page page, Consumer<Find> out) {
        Scope scope = Scope.of(page);
        for (Section section : page.sections()) {
            String heading = Headings.clean(section.title());
            if (section.level() > 1
                    && Tasks.heading(heading)
                    && !Script.fold(heading).matches("(?:避免|防止).*")) {
                answer(page, section, Script.fold(heading))
                        .ifPresent(span -> out.accept(new Find(
                                        this,
                                        section,
                                        Phrasing.of(scope, "steps", scope.besideTask(heading), Map.of("V", heading)),
                                        Answer.of(span))
                                .about(Script.fold(heading))
                                .ranked(section.blocks(Block.Item.class).anyMatch(Block.Item::ordered) ? 0 : 1)));
            }
        }
    }

    private static Optional<Span> answer(Page page, Section section, String heading) {
        if (section.blocks().isEmpty()
                || !(section.blocks().getFirst() instanceof Block.Paragraph first)
                || !page.children(section).isEmpty()) {
            return Optional.empty();
        }
        List<Line> lines = Line.of(page, section, first);
        String opening = Script.fold(
                lines.getFirst().text() + (lines.size() > 1 ? lines.get(1).text() : ""));
        Span span = new Span(section.bodyStart(), section.end());
        String text = page.text(span);
        int length = Script.length(text.replaceAll("(?s)```.*?```", ""));
        boolean good = length >= FEWEST
                && length <= MOST
                && shares(heading, opening)
                && INSTRUCTS.matcher(opening).find()
                && AnswerText.prose(text).isEmpty()
                && !Vocabulary.holds("about-page", opening)
                && text.matches("(?s).*([。！；;!)）]|```|~~~~|\\|)\\s*$|(?s).*\\n\\s*(?:-|\\d+\\.) [^\\n]*$");
        return good ? Optional.of(span) : Optional.empty();
    }

    /** Two Han characters in a row, or a Latin word, of the heading's object stand in the opening. */
    private static boolean shares(String heading, String opening) {
        String object =
                Vocabulary.verb(heading).map(v -> heading.substring(v.length())).orElse(heading);
        for (int i = 0; i + 1 < object.length(); i++) {
            String pair = object.substring(i, i + 2);
            if (pair.codePoints().allMatch(c -> Script.han(c) || Character.isLetterOrDigit(c))
                    && opening.contains(pair)) {
                return true;
            }
        }
        return false;
    }
}
