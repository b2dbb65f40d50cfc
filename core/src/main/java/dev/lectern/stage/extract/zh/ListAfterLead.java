package dev.lectern.stage.extract.zh;

import dev.lectern.corpus.Block;
import dev.lectern.corpus.Span;
import dev.lectern.stage.extract.page.Answer;
import dev.lectern.stage.extract.page.Family;
import dev.lectern.stage.extract.page.Find;
import dev.lectern.stage.extract.page.Page;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** "X 有以下五种 Y：" with its list: which Y does X have? Only leads of exactly this kind. */
record ListAfterLead() implements Family {
    private static final String NUMBER =
            "(?:以下|如下|下列|下面)?(?:这?[一二两三四五六七八九十几\\d]+\\s?(?:种|个|类|项|款|条|点|步|部分|组|大|方面|级)?大?)?(?:主要)?(?:的)?";
    private static final Pattern HAS =
            Pattern.compile("^(.{2,30}?)(?:一?共|主要|还|总共|目前|同时)?(?:有|提供了?|包含|包括|支持|分为|分成|具有|拥有|设有|可分为|内置了?)" + NUMBER
                    + "([\\p{IsHan}A-Za-z]{2,12})：$");
    private static final Pattern PARTS = Pattern.compile(
            "^(.{2,24}?)(?:主要)?由(?:以下|如下|下列|下面)?[\\p{IsHan}\\d]{0,4}(?:部分|部件|模块|层|单元|要素|内容)(?:组成|构成)：$");

    @Override
    public String name() {
        return "list-after-lead";
    }

    @Override
    public String task() {
        return "extraction";
    }

    @Override
    public void find(Page page, Consumer<Find> out) {
        Scope scope = Scope.of(page);
        for (Line line : Line.paragraphs(page)) {
            if (!line.last() || !line.leadsOn() || !listFollows(line) || Vocabulary.starts("start", line.folded())) {
                continue;
            }
            Optional<Span> answer = HowTo.Following.of(page, line);
            Matcher has = HAS.matcher(line.folded());
            Matcher parts = PARTS.matcher(line.folded());
            if (answer.isPresent() && has.matches()) {
                String owner = line.piece(has.start(1), has.end(1));
                String things = line.piece(has.start(2), has.end(2)).replaceFirst("^的", "");
                if (listed(owner) && !Script.fold(things).matches("部分|方面|内容|情况|特点之一|几种|几个|些.*|.*的|.*[是有].*")) {
                    offer(scope, line, "list", Map.of("X", owner, "Y", things), answer.get(), out);
                } else if (listed(owner) && Script.fold(things).matches("部分")) {
                    offer(scope, line, "parts", Map.of("X", owner), answer.get(), out);
                }
            } else if (answer.isPresent() && parts.matches() && listed(line.piece(parts.start(1), parts.end(1)))) {
                offer(scope, line, "parts", Map.of("X", line.piece(parts.start(1), parts.end(1))), answer.get(), out);
            }
        }
    }

    private static boolean listFollows(Line line) {
        List<Block> blocks = line.section().blocks();
        int next = blocks.indexOf(line.block()) + 1;
        return next < blocks.size() && blocks.get(next) instanceof Block.Item;
    }

    private static boolean listed(String owner) {
        return !owner.matches(".*[，为為给給对對向].*")
                && (Subject.isName(owner) || (Tasks.opens(Script.fold(owner)) && Script.length(owner) <= 8));
    }

    private void offer(
            Scope scope, Line line, String kind, Map<String, String> holes, Span answer, Consumer<Find> out) {
        String owner = holes.getOrDefault("X", "");
        String named = scope.shortBeside(owner);
        String whole = named.isEmpty() ? owner : scope.join(named, owner);
        Map<String, String> filled = new HashMap<>(holes);
        filled.put("X", whole);
        List<String> wordings = Phrasing.of(scope, kind, "", filled);
        out.accept(new Find(this, line.section(), wordings, Answer.of(answer)).about("list " + Subject.key(owner)));
    }
}
