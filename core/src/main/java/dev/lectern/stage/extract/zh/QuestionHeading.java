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

/** A heading that asks (断网后还能增氧吗？) over a section whose opening answers by itself. */
record QuestionHeading() implements Family {
    private static final Pattern ASKS =
            Pattern.compile(".*[？?]$|^(?:什么是|为什么|如何|怎么|怎样|为何).{2,}|.{2,}(?:是什么|怎么办|是如何.{2,}的)$");
    private static final Pattern WORD = Pattern.compile("什么|为何|如何|怎|哪|谁|吗|呢|几|多少|能否|是否|可否|多久|还是|[能可会要]不[能可会要]|何时");
    private static final int FEWEST = 20;
    private static final int MOST = 420;

    @Override
    public String name() {
        return "question-heading";
    }

    @Override
    public String task() {
        return "qa";
    }

    @Override
    public void find(Page page, Consumer<Find> out) {
        Scope scope = Scope.of(page);
        for (Section section : page.sections()) {
            String heading = Headings.clean(section.title());
            String folded = Script.fold(heading);
            if (section.level() > 0
                    && ASKS.matcher(folded).matches()
                    && WORD.matcher(folded).find()) {
                answer(page, section, folded).ifPresent(span -> {
                    String question = heading.replaceFirst("[？?]*$", "？");
                    out.accept(new Find(
                                    this,
                                    section,
                                    Phrasing.of(scope, "faq", scope.shortBeside(heading), Map.of("Q", question)),
                                    Answer.of(span))
                            .about(Subject.key(heading.replaceFirst("^什么是", "").replaceFirst("[？?]$", ""))));
                });
            }
        }
    }

    /** The first paragraph, with the list it leads to; it must speak of what was asked. */
    private static Optional<Span> answer(Page page, Section section, String heading) {
        if (section.blocks().isEmpty()
                || !(section.blocks().getFirst() instanceof Block.Paragraph first)
                || !first.within().isEmpty()) {
            return Optional.empty();
        }
        List<Line> lines = Line.of(page, section, first);
        Optional<Span> span = lines.getLast().leadsOn()
                ? HowTo.Following.of(page, lines.getLast()).map(s -> new Span(first.start(), s.end()))
                : Optional.of(first.span());
        return span.filter(s -> {
            String text = page.text(s);
            int length = Script.length(text);
            return length >= FEWEST
                    && length <= MOST
                    && AnswerText.prose(text).isEmpty()
                    && AnswerText.impersonal(text)
                    && speaksOf(heading, lines.getFirst().folded())
                    && text.matches("(?s).*[。！）)]\\s*$|(?s).*\\n\\s*(?:-|\\d+\\.) .*$");
        });
    }

    private static boolean speaksOf(String heading, String opening) {
        String words = heading.replaceAll("什么是|是什么|为什么|要?使用|如何|怎么办?|怎样|为何|是|的|吗|呢|[？?“”]", " ");
        for (String word : words.strip().split("\\s+", -1)) {
            for (int i = 0; i + 2 <= word.length(); i++) {
                if (opening.contains(word.substring(i, i + 2))) {
                    return true;
                }
            }
        }
        return false;
    }
}
