package dev.lectern.stage.extract.zh;

import dev.lectern.stage.extract.page.Answer;
import dev.lectern.stage.extract.page.Family;
import dev.lectern.stage.extract.page.Find;
import dev.lectern.stage.extract.page.Page;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** "X位于Y", X being the page's title. */
record Place() implements Family {
    private static final Pattern LIES =
            Pattern.compile("^(.{2,24}?)(?:（[^）]{2,}）|\\([^)]{2,}\\))?，?\\s?(?:[^，。]{2,24}，){0,2}"
                    + "(?:是[^，。]{0,12})?(?:座落|坐落|位|地处|处)于?(?!是|此|其|该|同|今天的?地|下|上|首|第)([^，。]{3,40})[，。].*$");

    @Override
    public String name() {
        return "place";
    }

    @Override
    public String task() {
        return "qa";
    }

    @Override
    public void find(Page page, Consumer<Find> out) {
        Scope scope = Scope.of(page);
        for (Line line : Line.paragraphs(page)) {
            Matcher lies = LIES.matcher(line.folded());
            if (lies.matches()
                    && line.folded().matches(".*(?:位于|坐落于|座落于|地处).*")
                    && Subject.isTitle(page, line.piece(lies.start(1), lies.end(1)))
                    && lies.group(2).matches(".*[省市县区镇乡村路街国州岛洲府郡海江城港湾邨道号盟旗].*|.*[东西南北]部.*")
                    && !lies.group(2).matches(".*[的是]")
                    && AnswerText.sentence(line.text()).isEmpty()) {
                String name = line.piece(lies.start(1), lies.end(1));
                out.accept(new Find(
                        this,
                        line.section(),
                        Phrasing.of(scope, "where", "", Map.of("X", name)),
                        Answer.of(line.span())));
            }
        }
    }
}
