package dev.lectern.stage.extract.en;

import dev.lectern.corpus.Span;
import dev.lectern.stage.extract.page.Answer;
import dev.lectern.stage.extract.page.Family;
import dev.lectern.stage.extract.page.Find;
import dev.lectern.stage.extract.page.Page;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** "To enable debug mode, use the `--debug` option." answers "How do I enable debug mode in Flask?" */
final class Purpose implements Family {
    private static final Pattern FRONTED = Pattern.compile(
            "^(?:To|In order to|If you (?:want|need|would like|wish) to) ([a-z]+) ([^,:;()]{3,90}), (.+)$",
            Pattern.DOTALL);
    private static final Pattern BY = Pattern.compile(
            "^You can ([a-z]+) ([^,:;()]{3,70}?),? (?:by [a-z]+ing|using|with the|through the|from the|via the) (.+)$",
            Pattern.DOTALL);
    private static final Pattern MAIN = Pattern.compile(
            "^(?:(?:simply|just|first|you|we|then)\\s+)?(?:(?:you|we)\\s+)?(?:(?:can|could|must|need to|have to|should|may|'ll need to|will need to|would)\\s+)?(?:also |simply |just |first |either )?([A-Za-z]+)\\b");
    private static final Set<String> NARRATING = Set.of(
            "understand",
            "see",
            "look",
            "know",
            "have",
            "think",
            "suit",
            "help",
            "examine",
            "explore",
            "refactor",
            "show",
            "illustrate",
            "compare",
            "learn",
            "work",
            "keep",
            "be",
            "do",
            "demonstrate",
            "explain",
            "summarize",
            "begin",
            "continue",
            "make",
            "become",
            "appreciate",
            "recap",
            "experiment",
            "discuss",
            "better",
            "follow",
            "reproduce",
            "clarify",
            "consider",
            "address",
            "answer",
            "achieve",
            "accomplish");
    private static final Set<String> WEAK_MAIN = Set.of(
            "see",
            "look",
            "consider",
            "imagine",
            "note",
            "recall",
            "remember",
            "think",
            "understand",
            "know",
            "suppose",
            "start",
            "read",
            "refer",
            "is",
            "are",
            "was",
            "have",
            "let",
            "begin");

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
        Naming naming = new Naming(page);
        for (Prose.Sentence sentence : Prose.sentences(page)) {
            of(page, naming, sentence).ifPresent(out);
        }
    }

    private Optional<Find> of(Page page, Naming naming, Prose.Sentence sentence) {
        Matcher m = FRONTED.matcher(sentence.text());
        boolean fronted = m.matches();
        if (!fronted) {
            m = BY.matcher(sentence.text());
            if (!m.matches()) {
                return Optional.empty();
            }
        }
        String verb = m.group(1);
        String object = mine(m.group(2).strip());
        if (!Verbs.base(verb)
                || NARRATING.contains(verb)
                || (fronted && !instructs(m.group(3)))
                || !goodObject(object)) {
            return Optional.empty();
        }
        Optional<Span> answer = Prose.withWhatFollows(sentence);
        String action = verb + " " + object;
        if (answer.isEmpty()
                || told(page.text(answer.get()))
                || page.text(answer.get()).matches("(?s).*\\b(?:things?|something)\\b.*")
                || Words.count(page.text(answer.get())) < 8) {
            return Optional.empty();
        }
        List<String> wordings = ask(naming, action);
        int rank = (naming.holdsTopic(action) ? 0 : 2) + (sentence.text().length() > 400 ? 1 : 0);
        return Optional.of(new Find(this, sentence.section(), wordings, Answer.of(answer.get())).ranked(rank));
    }

    /** The ways to ask how something is done. */
    static List<String> ask(Naming naming, String said) {
        String action = naming.inFull(said);
        String busy = naming.busyWith(action);
        String in = busy.isEmpty() ? naming.inProduct(action) : "";
        if (!naming.holdsTopic(action) && busy.isEmpty()) {
            return List.of(
                    naming.ask("how do I " + action),
                    naming.ask("what's the right way to " + action),
                    naming.ask("how can I " + action));
        }
        return List.of(
                naming.ask("how do I " + action),
                naming.ask("what's the right way to " + action),
                naming.ask("how can I " + action),
                busy + "I want to " + action + in + ". What should I do?",
                busy + "What do I need to do to " + action + in + "?",
                busy + "Tell me how to " + action + in + ".",
                busy + "What steps do I take to " + action + in + "?");
    }

    /** "your" as the asker says it. */
    static String mine(String words) {
        return words.replaceAll("\\b(?:your|our)\\b", "my")
                .replaceAll("\\b(?:you|we)\\b", "I")
                .replaceAll("\\byours\\b", "mine");
    }

    private static boolean instructs(String main) {
        Matcher m = MAIN.matcher(main);
        if (!m.find()) {
            return false;
        }
        String verb = m.group(1);
        return Verbs.base(verb) && Character.isLowerCase(verb.charAt(0)) && !WEAK_MAIN.contains(verb);
    }

    /** The teller may say what one can or needs to do, nothing else. */
    private static boolean told(String answer) {
        return AnswerText.told(
                answer.replaceAll("\\b(?:we|We) (?:can|need|must|use|should|could|have to)\\b", "you can")
                        .replaceAll("\\b(?:our)\\b", "your"));
    }

    private static boolean goodObject(String object) {
        return Words.count(object) <= 12
                && !Words.content(object).isEmpty()
                && !object.matches(
                        "(?i)(?:more|all of|up|this|that|it|them|with|on|in|at|for|sure|use|as|out|about|into)\\b.*|.*\\b(?:below|above|how|why|what|whether|if|when|because|while)\\b.*|.*\\b(?:of|the|a|an|to|in|for|with|and|or)$");
    }
}
