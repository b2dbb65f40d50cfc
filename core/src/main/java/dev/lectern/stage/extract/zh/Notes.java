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
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A note or warning that forbids or demands something: what must one watch out for with the thing of its heading? */
record Notes() implements Family {
    private static final Set<String> CONTAINERS =
            Set.of("note", "warning", "danger", "caution", "important", "attention", "tip", "info");
    private static final Pattern LABEL = Pattern.compile(
            "^(?:\\[!\\w+\\]\\s*)?(?:请?注意(?:事项)?|警告|重要(?:提示)?|提示|小心|危险|特别提醒|提醒|当心|WARNING|NOTE|TIP)(?:\\s*[：:！!]\\s*|\\s*\\n\\s*|$)");
    private static final int FEWEST = 14;
    private static final int MOST = 200;

    @Override
    public String name() {
        return "note";
    }

    @Override
    public String task() {
        return "qa";
    }

    @Override
    public void find(Page page, Consumer<Find> out) {
        Scope scope = Scope.of(page);
        for (Section section : page.sections()) {
            List<Block> blocks = section.blocks();
            for (int i = 0; i < blocks.size(); i++) {
                if (!(blocks.get(i) instanceof Block.Paragraph note)) {
                    continue;
                }
                Matcher label = LABEL.matcher(Script.fold(page.text(note)));
                boolean labelled = label.find();
                boolean alone = i + 1 >= blocks.size()
                        || !blocks.get(i + 1).within().equals(note.within())
                        || note.within().isEmpty();
                boolean contained = CONTAINERS.contains(note.within()) && alone;
                if (labelled || contained) {
                    Span says = new Span(note.start() + (labelled ? label.end() : 0), note.end());
                    offer(page, scope, section, says, out);
                }
            }
        }
    }

    private void offer(Page page, Scope scope, Section section, Span note, Consumer<Find> out) {
        String text = page.text(note).strip();
        String folded = Script.fold(text);
        int length = Script.length(folded);
        String heading = page.heading(section).map(Scope::bare).orElse("");
        if (length < FEWEST
                || length > MOST
                || heading.isEmpty()
                || !folded.matches("(?s).*[。！]$")
                || !Vocabulary.holds("restriction", folded)
                || Vocabulary.holds("about-page", folded)
                || AnswerText.prose(text).isPresent()
                || !AnswerText.impersonal(text)
                || Headings.generic(heading)
                || Tasks.fragment(heading)
                || heading.matches(".*(?:[？?]|vs).*")) {
            return;
        }
        boolean task = Tasks.heading(heading);
        List<String> wordings = task
                ? Phrasing.of(scope, "note-do", scope.besideTask(heading), Map.of("V", heading))
                : Phrasing.of(scope, "note", scope.thing(heading), Map.of());
        out.accept(new Find(this, section, wordings, Answer.of(note)).about("note " + Subject.key(heading)));
    }
}
