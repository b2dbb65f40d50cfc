package dev.lectern.stage.extract.zh;

import dev.lectern.corpus.Block;
import dev.lectern.corpus.Span;
import dev.lectern.stage.extract.page.Answer;
import dev.lectern.stage.extract.page.Family;
import dev.lectern.stage.extract.page.Find;
import dev.lectern.stage.extract.page.Page;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** "要 V O，请…": the sentence answers how to V O; a closing colon takes the code or list after it along. */
record HowTo() implements Family {
    @Override
    public String name() {
        return "how-to-purpose";
    }

    @Override
    public String task() {
        return "generation";
    }

    @Override
    public void find(Page page, Consumer<Find> out) {
        Scope scope = Scope.of(page);
        for (Line line : Line.paragraphs(page)) {
            Goal.in(line.folded()).ifPresent(goal -> offer(page, scope, line, goal, out));
        }
    }

    private void offer(Page page, Scope scope, Line line, Goal.Found goal, Consumer<Find> out) {
        String task = Goal.worded(line.piece(goal.from(), goal.to()));
        Optional<Span> answer = answer(page, line);
        if (circular(scope, line)
                || task.isEmpty()
                || answer.isEmpty()
                || AnswerText.sentence(line.text()).isPresent()) {
            return;
        }
        List<String> wordings = Phrasing.of(scope, "how", scope.besideTask(task), Map.of("V", task));
        out.accept(new Find(this, line.section(), wordings, Answer.of(answer.get()))
                .about(Script.fold(task))
                .ranked(goal.sure() ? 0 : 1));
    }

    /** "用 Vue 来构建组件" does not say how Vue does it. */
    private static boolean circular(Scope scope, Line line) {
        return scope.product()
                .map(p -> Pattern.compile("(?:用|使用|通过)\\s*" + Pattern.quote(Script.fold(p)) + "\\s*来"))
                .filter(byItself -> byItself.matcher(line.folded()).find())
                .isPresent();
    }

    /** The sentence; with what it leads on to if it ends in a colon; nothing if that is missing. */
    private static Optional<Span> answer(Page page, Line line) {
        if (!line.leadsOn()) {
            return line.text().matches("(?s).*[。！!]$|.*[。！][”」』）)]$") ? Optional.of(line.span()) : Optional.empty();
        }
        return line.last() ? Following.of(page, line) : Optional.empty();
    }

    /** What stands right after a sentence that ends in a colon. */
    static final class Following {
        private static final int LONGEST = 1_500;

        private Following() {}

        /** From the sentence to the end of the code, the table or the list that follows it at once. */
        static Optional<Span> of(Page page, Line line) {
            List<Block> blocks = line.section().blocks();
            int at = blocks.indexOf(line.block()) + 1;
            int end = at;
            if (at < blocks.size() && (blocks.get(at) instanceof Block.Code || blocks.get(at) instanceof Block.Table)) {
                end = at + 1;
            } else {
                while (end < blocks.size() && blocks.get(end) instanceof Block.Item) {
                    end++;
                }
            }
            if (end == at) {
                return Optional.empty();
            }
            Span span = new Span(line.span().start(), blocks.get(end - 1).end());
            return span.length() <= LONGEST
                            && AnswerText.broken(page.text(span)).isEmpty()
                    ? Optional.of(span)
                    : Optional.empty();
        }
    }
}
