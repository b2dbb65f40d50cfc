package dev.lectern.stage.extract.zh;

import dev.lectern.stage.extract.page.Answer;
import dev.lectern.stage.extract.page.Family;
import dev.lectern.stage.extract.page.Find;
import dev.lectern.stage.extract.page.Page;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** "2008年，X V O" and "X成立于1958年": when did X, the page's title or its product, do it? */
record When() implements Family {
    private static final String DAY =
            "(?:公元前?)?(?:[12]?\\d{3}|[一二三四五六七八九〇零]{4})\\s?年(?:\\s?\\d{1,2}\\s?月(?:\\s?\\d{1,2}\\s?日)?)?(?:[初末底中]|年初|年底)?";
    private static final Pattern FRONTED = Pattern.compile("^(?:于|在)?" + DAY + "，?\\s?(.{2,40})[，。；].*$");
    private static final Pattern CLAUSE = Pattern.compile("^([^，。；：]+)[，。；]");
    private static final Pattern FOUNDED =
            Pattern.compile("^(.{2,24}?)(?:（[^）]{2,}）|\\([^)]{2,}\\))?，?(?:[^，。年]{0,30}，)?(?:始|最早|最初|正式)?"
                    + "(成立|创立|创建|创办|建立|建成|建造|修建|兴建|落成|竣工|开业|开通|启用|通车|发行|上映|首播|首演|出版|发布|问世|设立|设置|出生|建)于" + DAY
                    + "[^，。；]{0,12}[，。；].*$");
    private static final Pattern BAD = Pattern.compile(
            ".*(?:更|也|亦|仅|只|却|则|还|仍|已经?|曾经?|因|由于|为了|当时|以[^及]|[与和]其|同时|开始[^使用出销]|成为|是|有|在此|该|此|其|他|她|它|被认为|约|共|排名|时|而|继续|并|再次|又|改为|的[一第]|时候|不|没|自导|自演).*|.*[后前时里]$|^(?:被控|被捕)$");
    private static final int LONGEST = 20;

    @Override
    public String name() {
        return "date";
    }

    @Override
    public String task() {
        return "qa";
    }

    @Override
    public void find(Page page, Consumer<Find> out) {
        Scope scope = Scope.of(page);
        for (Line line : Line.paragraphs(page)) {
            if (AnswerText.sentence(line.text()).isPresent()) {
                continue;
            }
            Matcher founded = FOUNDED.matcher(line.folded());
            if (founded.matches() && Subject.isTitle(page, line.piece(founded.start(1), founded.end(1)))) {
                String event = founded.group(2).equals("建") ? "建" : line.piece(founded.start(2), founded.end(2));
                offer(scope, line, line.piece(founded.start(1), founded.end(1)), event, out);
                continue;
            }
            Matcher fronted = FRONTED.matcher(line.folded());
            if (fronted.matches()) {
                subject(page, line, fronted.start(1))
                        .ifPresent(name -> event(line, fronted.start(1) + name.length())
                                .ifPresent(event -> offer(scope, line, name, event, out)));
            }
        }
    }

    /** The title or product, if the clause after the date starts with it. */
    private static Optional<String> subject(Page page, Line line, int from) {
        String rest = line.text().substring(from);
        String title = page.document().title().replaceFirst("\\s*[（(].*[)）]$", "");
        return Stream.concat(Stream.of(title), page.product().stream())
                .filter(n -> n.length() >= 2 && Script.fold(rest).startsWith(Script.fold(n)))
                .map(n -> rest.substring(0, n.length()))
                .findFirst();
    }

    /** The predicate of that clause as a question says it: 增加了功能 → 增加功能. */
    private static Optional<String> event(Line line, int from) {
        String rest = line.text().substring(from);
        Matcher clause = CLAUSE.matcher(rest);
        if (!clause.find()) {
            return Optional.empty();
        }
        String folded = Script.fold(clause.group(1));
        String said = clause.group(1)
                .replaceFirst("^(?:正式)?", "")
                .replaceFirst("(?<=[\\p{IsHan}]{2})了(?=.)", "")
                .replaceFirst("了$", "");
        boolean good = Script.length(folded) >= 2
                && Script.length(folded) <= LONGEST
                && !BAD.matcher(folded).matches()
                && Vocabulary.starts("events", folded.replaceFirst("^正式", ""))
                && !folded.matches("^(?:宣布|表示|发现|决定).{0,2}$");
        return good ? Optional.of(said.strip()) : Optional.empty();
    }

    private void offer(Scope scope, Line line, String name, String event, Consumer<Find> out) {
        out.accept(new Find(
                this,
                line.section(),
                Phrasing.of(scope, "when", "", Map.of("X", name, "V", event)),
                Answer.of(line.span())));
    }
}
