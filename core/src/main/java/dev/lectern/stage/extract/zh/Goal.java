package dev.lectern.stage.extract.zh;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A sentence that says how something is done: "要 V O，…", "如果想 V O，…", "为了 V O，…", "可以用 X 来 V O". */
final class Goal {
    private static final Pattern WANT = Pattern.compile("^(?:但是?|不过)?(?:要想|若要|若想|想要|要|如果(?:你|您|用户)?(?:想要|想|希望|需要|要)"
            + "|若(?:需要|需|希望)|如(?:需要|需|要|想))(.{2,40}?)(?:的话|时)?，(.+)$");
    private static final Pattern IN_ORDER_TO = Pattern.compile("^为了?(.{2,32}?)，(.+)$");
    private static final Pattern BY_MEANS = Pattern.compile("^(?:在[^，]{2,14}[中里]，)?(?:我们|你|您|用户|也)?可以?(?:通过|使用|用|借助|利用)"
            + "([^，。：]{2,50}?)来([^，。：；]{3,40})(?:[，。：；]|$)");
    /** What the main clause of a sentence that instructs begins with. */
    private static final Pattern INSTRUCTS = Pattern.compile(
            "^(?:我们|你|您|用户|开发者|管理员|员工|则|就|那么|那|还|一般|通常|首先|先|最好|都|也)*"
                    + "(?:可以|可(?=[用在通直])|请|需要|需|应当|应该|应|必须|须|只需要?|只要|务必|建议|推荐|使用|用|通过|调用|运行|执行|点击|点按|打开|选择|进入|改用|不妨|直接|添加|设置|输入|按下|先|将|把|在.{2,30}(?:点击|选择|添加|设置|使用|加上|输入|打开|运行|勾选|填写))");

    private static final Pattern CONDITION =
            Pattern.compile("^(?:额外|一个|更多|不同|特定|复杂|响应性|其他|这|该|某|的|比|它|他)|[，；。]|如果|因为|由于|但是|而是|并不|的话|时$|之后$|之前$");

    private static final int LEAST_ADVICE = 18;

    private Goal() {}

    /**
     * What is to be done, by folded offsets in the sentence.
     *
     * @param sure whether the form is one that is nearly always right
     */
    record Found(int from, int to, boolean sure) {}

    static Optional<Found> in(String folded) {
        Matcher want = WANT.matcher(folded);
        if (want.matches() && instructs(want.group(2))) {
            String opening = folded.substring(0, want.start(1));
            boolean needs = opening.endsWith("需要") || opening.endsWith("需");
            return found(folded, want.start(1), want.end(1), true)
                    .filter(g -> !needs || Tasks.opens(folded.substring(g.from(), g.to())));
        }
        Matcher inOrder = IN_ORDER_TO.matcher(folded);
        if (inOrder.matches() && instructs(inOrder.group(2))) {
            return found(folded, inOrder.start(1), inOrder.end(1), false)
                    .filter(g -> Tasks.opens(folded.substring(g.from(), g.to())));
        }
        Matcher means = BY_MEANS.matcher(folded);
        if (means.find() && !means.group(1).contains("这") && !means.group(1).contains("它")) {
            return found(folded, means.start(2), means.end(2), false)
                    .filter(g -> Tasks.opens(folded.substring(g.from(), g.to())));
        }
        return Optional.empty();
    }

    /** Says what to do, and enough of it: a bare "需要传递一个插槽" leaves the question open. */
    private static boolean instructs(String main) {
        boolean concrete = main.matches("(?s).*[`A-Za-z“「：].*") || Script.length(main) >= LEAST_ADVICE;
        return concrete && INSTRUCTS.matcher(main).find();
    }

    private static Optional<Found> found(String folded, int start, int end, boolean sure) {
        int from = start;
        int to = end;
        while (from < to && Character.isWhitespace(folded.charAt(from))) {
            from++;
        }
        while (to > from && Character.isWhitespace(folded.charAt(to - 1))) {
            to--;
        }
        String goal = folded.substring(from, to);
        boolean good = Script.length(goal) >= 3
                && Script.length(goal) <= 28
                && !Vocabulary.starts("narrating", goal)
                && !CONDITION.matcher(goal).find()
                && !Vocabulary.holds("actor", goal)
                && !Vocabulary.holds("vague", goal)
                && goal.codePoints().anyMatch(Script::han);
        return good ? Optional.of(new Found(from, to, sure)) : Optional.empty();
    }

    /** The goal as a question says it: nobody's own, no stray 的 at its head. */
    static String worded(String goal) {
        String said = goal.replaceAll("(?:你|您|我们|自己)(?:自己)?[的們们]的?", "")
                .replaceFirst("^的", "")
                .strip();
        return said.matches(".*[你您我].*") ? "" : said;
    }
}
