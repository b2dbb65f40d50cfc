package dev.lectern.stage.extract.en;

import dev.lectern.corpus.Block;
import dev.lectern.corpus.Span;
import dev.lectern.stage.extract.page.Answer;
import dev.lectern.stage.extract.page.Family;
import dev.lectern.stage.extract.page.Find;
import dev.lectern.stage.extract.page.Page;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A list that a sentence announces exactly: "There are three kinds of storage:" asks "What are the three kinds of storage?" */
final class ListAfterLead implements Family {
    private static final String COUNT =
            "(two|three|four|five|six|seven|eight|nine|ten|several|some|a few|many|various|\\d{1,2})";
    private static final Pattern THERE = Pattern.compile(
            "^There (?:are|exist) " + COUNT
                    + "(?: main| basic| different| primary| common| possible)? ([\\p{L}` -]+?(?: (?:of|to|for|in) [\\p{L}\\d` -]+?)?):$");
    private static final Pattern HAS = Pattern.compile(
            "^((?:The |An? )?[\\p{L}`][\\p{L}\\d`+#:<>_ .-]{1,50}?) (has|have|supports?|provides?|offers?|consists? of|accepts?|includes?|contains?|defines?) (?:the following )?(?:"
                    + COUNT + " )?([\\p{L}` -]+?):$");
    private static final Pattern FOLLOWING = Pattern.compile(
            "^The following(?: " + COUNT
                    + ")? ([\\p{L}\\d` -]+?) (?:are|can be|must be|is) (available|supported|allowed|required|permitted|provided|possible|valid|reserved|accepted|used [\\p{L}` -]+|needed|recognized|defined)[\\p{L}\\d` -]{0,50}:$");
    private static final Pattern AS_FOLLOWS = Pattern.compile("^The ([\\p{L}\\d` -]+?) (?:are|is)(?: as follows)?:$");
    private static final Pattern WHEN = Pattern.compile(
            "^((?:The |An? )?[\\p{L}`][\\p{L}\\d`+#:<>_ -]{2,60}?) (is|are) ([\\p{L}-]+) (?:when|if) (?:any|one|all|either)(?: one)? of the following(?: [\\p{L} ]+)?:$");
    private static final Map<String, Integer> NUMBERS =
            Map.of("two", 2, "three", 3, "four", 4, "five", 5, "six", 6, "seven", 7, "eight", 8, "nine", 9, "ten", 10);

    @Override
    public String name() {
        return "announced-list";
    }

    @Override
    public String task() {
        return "extraction";
    }

    @Override
    public void find(Page page, Consumer<Find> out) {
        Naming naming = new Naming(page);
        for (Prose.Sentence sentence : Prose.sentences(page)) {
            if (sentence.last() && sentence.text().endsWith(":")) {
                List<Block.Item> items = Prose.listAfter(sentence.section(), sentence.block());
                if (goodList(page, items)) {
                    of(naming, sentence, items).ifPresent(out);
                }
            }
        }
    }

    private Optional<Find> of(Naming naming, Prose.Sentence sentence, List<Block.Item> items) {
        String lead = sentence.text();
        long outer = items.stream()
                .filter(i -> i.depth() == items.getFirst().depth())
                .count();
        return question(naming, lead, outer)
                .map(cores -> new Find(
                        this,
                        sentence.section(),
                        cores,
                        Answer.of(new Span(
                                items.getFirst().start(), items.getLast().end()))));
    }

    private static Optional<List<String>> question(Naming naming, String lead, long items) {
        Matcher there = THERE.matcher(lead);
        if (there.matches() && countFits(there.group(1), items)) {
            String things = counted(there.group(1)) + there.group(2).strip();
            return Optional.of(ways(naming, "what are the " + things, things));
        }
        Matcher following = FOLLOWING.matcher(lead);
        if (following.matches()) {
            String things = following.group(2).strip() + " are " + following.group(3);
            return plain(following.group(2))
                    ? Optional.of(List.of(naming.ask("which " + things), naming.ask("what " + things)))
                    : Optional.empty();
        }
        Matcher when = WHEN.matcher(lead);
        if (when.matches()) {
            return Optional.of(List.of(naming.ask(
                    "when " + when.group(2) + " " + naming.sentenceCase(when.group(1)) + " " + when.group(3))));
        }
        Matcher has = HAS.matcher(lead);
        if (has.matches()
                && countFits(has.group(3) == null ? "some" : has.group(3), items)
                && subject(has.group(1))
                && plain(has.group(4))) {
            String verb = has.group(2).replaceAll("s( of)?$", "$1").replaceAll("^ha$", "have");
            boolean many = has.group(2).matches("have|support|provide|offer|consist of|accept|include|contain|define");
            String who = Words.lowerFirst(has.group(1));
            who = has.group(1).matches("(?:The|An?) .*") ? who : has.group(1);
            return Optional.of(List.of(naming.ask(
                    "what " + has.group(4).strip() + " " + (many ? "do " : "does ") + who + " " + verb.strip())));
        }
        Matcher as = AS_FOLLOWS.matcher(lead);
        if (as.matches() && plain(as.group(1)) && pluralHead(as.group(1).strip())) {
            String things = as.group(1).strip();
            return Optional.of(ways(naming, "what are the " + things, things));
        }
        return Optional.empty();
    }

    private static List<String> ways(Naming naming, String core, String things) {
        String listed = naming.ask("list the " + things);
        return List.of(
                naming.ask(core),
                listed.substring(0, listed.length() - 1) + ".",
                naming.ask("can you list the " + things));
    }

    /** "values of X", not "summary of the process". */
    private static boolean pluralHead(String things) {
        String head = things.split(" (?:of|for|to|in|that|with) ", 2)[0];
        return head.matches(".*[^s]s");
    }

    private static String counted(String count) {
        return NUMBERS.containsKey(count) || count.matches("\\d+") ? count + " " : "";
    }

    private static boolean countFits(String count, long items) {
        Integer number = count.matches("\\d+") ? Integer.valueOf(count) : NUMBERS.getOrDefault(count, -1);
        return number < 0 || number == items;
    }

    private static boolean plain(String things) {
        return Words.count(things) <= 7
                && !Words.content(things).isEmpty()
                && !things.toLowerCase(Locale.ROOT)
                        .matches(
                                "(?:.*\\b)?(?:following|code|output|example|examples|things|this|that|content|contents|line|lines|ways|points|one|result|results|steps|items)\\b.*");
    }

    private static boolean subject(String words) {
        return !words.matches(
                "(?i)(?:this|that|it|these|those|they|he|she|we|you|here|there|i|each|both|one|which|what|example|for example|the (?:following|above|same|code|example|program|output|result|first|second|last))\\b.*");
    }

    /** Two items or more, alike in form, each of which stands alone. */
    private static boolean goodList(Page page, List<Block.Item> items) {
        if (items.size() < 2 || items.size() > 20) {
            return false;
        }
        String text =
                page.text(new Span(items.getFirst().start(), items.getLast().end()));
        return Words.count(text) >= 6
                && Words.count(text) <= 350
                && !AnswerText.told(text)
                && AnswerText.anywhere(text).isEmpty()
                && items.stream().noneMatch(i -> page.text(i).endsWith(":"))
                && items.stream()
                        .noneMatch(i -> page.text(i.content()).matches("(?is)(?:it|this|that|they|these)\\b.*"));
    }
}
