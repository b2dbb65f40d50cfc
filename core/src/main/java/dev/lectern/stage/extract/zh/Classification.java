package dev.lectern.stage.extract.zh;

import dev.lectern.corpus.Block;
import dev.lectern.corpus.Span;
import dev.lectern.stage.extract.page.Answer;
import dev.lectern.stage.extract.page.Family;
import dev.lectern.stage.extract.page.Find;
import dev.lectern.stage.extract.page.Headings;
import dev.lectern.stage.extract.page.Page;
import dev.lectern.stage.extract.page.Section;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which of some sibling sections does this paragraph belong to? The label is the heading as it stands. */
record Classification() implements Family {
    private static final int FEWEST_LABELS = 3;
    private static final int MOST_LABELS = 7;
    private static final int FEWEST = 50;
    private static final int MOST = 320;
    private static final int PER_GROUP = 2;
    private static final int PER_PAGE = 2;

    @Override
    public String name() {
        return "classification";
    }

    @Override
    public String task() {
        return "classification";
    }

    @Override
    public void find(Page page, Consumer<Find> out) {
        Scope scope = Scope.of(page);
        int[] left = {PER_PAGE};
        Set<Integer> parents = new LinkedHashSet<>(
                page.sections().stream().map(Section::parent).toList());
        for (int parent : parents) {
            List<Section> group = page.sections().stream()
                    .filter(s -> s.parent() == parent && s.level() > 1)
                    .filter(s -> usable(Headings.clean(s.title())))
                    .toList();
            if (group.size() >= FEWEST_LABELS && group.size() <= MOST_LABELS) {
                ask(page, scope, group, left, out);
            }
        }
    }

    private static boolean usable(String label) {
        return !Headings.generic(label)
                && Script.length(label) <= 20
                && !Script.fold(label).matches(".*(?:什么|如何|怎么|怎样|为何).*")
                && !label.matches(".*(?:[？?：:，、]|示例|案例|例子|小结|小結).*|.*[`].*[`].*[`].*");
    }

    private void ask(Page page, Scope scope, List<Section> group, int[] left, Consumer<Find> out) {
        List<String> labels =
                group.stream().map(s -> Headings.clean(s.title())).distinct().toList();
        if (labels.size() != group.size()) {
            return;
        }
        int asked = 0;
        for (int i = 0; i < group.size() && asked < PER_GROUP && left[0] > 0; i++) {
            for (Block block : group.get(i).blocks()) {
                if (block instanceof Block.Paragraph && passage(page, block) && belongs(page.text(block), labels, i)) {
                    offer(page, scope, group.get(i), labels, i, block.span(), out);
                    asked++;
                    left[0]--;
                    break;
                }
            }
        }
    }

    private void offer(
            Page page, Scope scope, Section section, List<String> labels, int own, Span passage, Consumer<Find> out) {
        int heading = section.start();
        int at = page.text().indexOf(labels.get(own), heading);
        if (at < 0 || at >= section.bodyStart()) {
            return;
        }
        String last = labels.getLast();
        String or = scope.traditional() ? "還是" : "还是";
        String choice = scope.join(String.join("、", labels.subList(0, labels.size() - 1)), or, last);
        List<String> wordings = Phrasing.of(scope, "class", "", Map.of("C", choice, "B", String.join("；", labels)));
        out.accept(new Find(
                        this,
                        section,
                        wordings,
                        Answer.of(at, at + labels.get(own).length()))
                .withInput(passage));
    }

    private static boolean passage(Page page, Block block) {
        String text = page.text(block);
        int length = Script.length(text);
        return length >= FEWEST
                && length <= MOST
                && block.within().isEmpty()
                && text.matches("(?s).*[。！？][”」）)]?$")
                && !text.startsWith("我")
                && AnswerText.prose(text).isEmpty();
    }

    /** At least half of the own label's words stand in it, and of any other's at most a quarter of that share. */
    private static boolean belongs(String text, List<String> labels, int own) {
        List<Set<String>> words = distinct(labels);
        double share = share(text, words.get(own));
        if (share < 0.5) {
            return false;
        }
        for (int i = 0; i < labels.size(); i++) {
            if (i != own
                    && (share(text, words.get(i)) > share / 4 || words.get(i).isEmpty())) {
                return false;
            }
        }
        return true;
    }

    /** Each label's pairs of Han characters and Latin words that no sibling shares. */
    private static List<Set<String>> distinct(List<String> labels) {
        List<Set<String>> all = labels.stream().map(Classification::words).toList();
        List<Set<String>> own = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Set<String> mine = new HashSet<>(all.get(i));
            for (int j = 0; j < all.size(); j++) {
                if (j != i) {
                    mine.removeAll(all.get(j));
                }
            }
            own.add(mine);
        }
        return own;
    }

    static Set<String> words(String text) {
        Set<String> words = new LinkedHashSet<>();
        String folded = Script.fold(text).toLowerCase(Locale.ROOT);
        Matcher latin = Pattern.compile("[a-z0-9][a-z0-9-]+").matcher(folded);
        while (latin.find()) {
            words.add(latin.group());
        }
        for (int i = 0; i + 1 < folded.length(); i++) {
            if (Script.han(folded.charAt(i))
                    && Script.han(folded.charAt(i + 1))
                    && !folded.substring(i, i + 2).contains("的")) {
                words.add(folded.substring(i, i + 2));
            }
        }
        return words;
    }

    private static double share(String text, Set<String> words) {
        String folded = Script.fold(text).toLowerCase(Locale.ROOT);
        return words.isEmpty()
                ? 0
                : (double) words.stream().filter(folded::contains).count() / words.size();
    }
}
