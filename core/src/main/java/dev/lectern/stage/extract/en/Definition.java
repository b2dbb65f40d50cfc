package dev.lectern.stage.extract.en;

import dev.lectern.corpus.Span;
import dev.lectern.stage.extract.page.Answer;
import dev.lectern.stage.extract.page.Family;
import dev.lectern.stage.extract.page.Find;
import dev.lectern.stage.extract.page.Page;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** "An array is a sequence of objects of the same type …" answers "What is an array in C++?" */
final class Definition implements Family {
    private static final Pattern SHAPE = Pattern.compile(
            "^((?:An?|The) )?((?:[`\"“]?[\\p{L}\\d][\\p{L}\\d:<>_.,()'’+#*&-]*[`\"”]?)(?: [`\"“]?[\\p{L}\\d:<>_.+#*&'’-]+[`\"”]?){0,4})"
                    + "(?: \\([^()]{1,60}\\))? (is|are|refers to|is defined as)(?: (an?|the|any|simply a|essentially a|typically a|usually a|basically a))? (.+)$",
            Pattern.DOTALL);
    private static final Pattern NO_SUBJECT = Pattern.compile(
            "\\b(?:that|which|if|when|because|since|while|although|then|so|not|of your|your|my|our|this|these|who|what|why|how|there|it|one|each|every|all|both|only|some|goal|purpose|reason|result|way|difference|advantage|disadvantage|example|problem|idea|rule|step|answer|thing|kind|type of|case|point|time|default|and|or|but|following|use|using|example|syntax|value|next|best|most|first|last|second|main|key|by|with|can|could|would|will|do|does|did|has|have|had|is|are|was|were|be|been|as|at|on|for|to|in|from)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern WEAK = Pattern.compile(
            "^(?:one of|(?:registered )?trademark|members? of|part of|only|largest|smallest|greatest|current|main|term that originat|effective|good|great|bad|best|better|similar|different|common|popular|useful|simple|same|more|less|very|valid|required|optional|example|lot|few|bit|little|number of|great way|way (?:to|of)|perfect|important|major|big|first|second|third|last|most|long|new|kind|sort|case|variant|result|mistake|problem|must|available|able|used|called|known|responsible|not|also|always|often|still|just|now|then|here|there|it|what|where|when|why|how|that|this|because|equivalent|subset of the|name of the|word )\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern LINKED_SOON =
            Pattern.compile(" (?:is|are)(?: \\S+){1,7} (?:of|that|which|used|caused|where|who|for)\\b");
    /** Says where a thing lies or what it is in this very text, not what it is. */
    private static final Pattern LOCAL = Pattern.compile(
            "^(?:(?:namespace|class|file|folder|module|header|function|variable|data|value|type|name) (?:in which|where|you|that you|to be)\\b)|\\byou['’]re\\b");

    private static final Set<String> GOOD_LINKS = Set.of(
            "of",
            "that",
            "which",
            "for",
            "to",
            "where",
            "used",
            "who",
            "whose",
            "by",
            "in",
            "consisting",
            "containing",
            "between",
            "from");

    @Override
    public String name() {
        return "definition";
    }

    @Override
    public String task() {
        return "qa";
    }

    @Override
    public void find(Page page, Consumer<Find> out) {
        Naming naming = new Naming(page);
        List<Prose.Sentence> sentences = Prose.sentences(page);
        for (int i = 0; i < sentences.size(); i++) {
            Optional<Prose.Sentence> next = i + 1 < sentences.size()
                            && sentences.get(i + 1).block() == sentences.get(i).block()
                    ? Optional.of(sentences.get(i + 1))
                    : Optional.empty();
            of(page, naming, sentences.get(i), next).ifPresent(out);
        }
    }

    private Optional<Find> of(Page page, Naming naming, Prose.Sentence sentence, Optional<Prose.Sentence> next) {
        Matcher m = SHAPE.matcher(sentence.text());
        if (!m.matches() || sentence.text().endsWith(":")) {
            return Optional.empty();
        }
        String article = m.group(1) == null ? "" : m.group(1).strip().toLowerCase(Locale.ROOT);
        String term = m.group(2);
        boolean plural = m.group(3).equals("are");
        String determiner = m.group(4) == null ? "" : m.group(4);
        boolean shape = m.group(3).startsWith("refers") || m.group(3).endsWith("as") || plural || !determiner.isEmpty();
        if (!shape
                || article.equals("the")
                || (term.startsWith("`") && determiner.equals("the"))
                || repeats(term)
                || LOCAL.matcher(m.group(5)).find()
                || NO_SUBJECT.matcher(term.replace("`", "")).find()
                || term.contains(",")
                || !complement(m.group(5), plural && determiner.isEmpty())) {
            return Optional.empty();
        }
        Span place =
                new Span(sentence.span().start() + m.start(2), sentence.span().start() + m.end(2));
        Optional<Integer> rank = standing(page, sentence, place, term);
        if (rank.isEmpty()
                || AnswerText.told(sentence.text())
                || Words.count(sentence.text()) > 48
                || !plainTerm(naming, term, article, plural)) {
            return Optional.empty();
        }
        Span answer = next.filter(n -> continues(n, term))
                .map(n -> sentence.to(n.span()))
                .orElse(sentence.span());
        String named = (article.isEmpty() ? "" : article + " ") + naming.sentenceCase(term);
        return Optional.of(new Find(this, sentence.section(), wordings(naming, named, term, plural), Answer.of(answer))
                .about(about(term))
                .ranked(rank.get()));
    }

    /** A run-in head melted into its sentence: "Sleep Readiness Sleep is the …". */
    private static boolean repeats(String term) {
        List<String> stems = Words.of(term).stream().map(Words::stem).toList();
        return stems.stream().distinct().count() < stems.size();
    }

    static String about(String term) {
        return String.join(" ", Words.content(term));
    }

    private static boolean complement(String rest, boolean bare) {
        List<String> words = Words.of(rest);
        if (words.size() < 5 || WEAK.matcher(rest).find()) {
            return false;
        }
        // "Lifetimes are references that …" defines; "Threads are running in …" or "Arrays are faster to …" does not.
        if (bare
                && (words.get(0).matches(".*(?:ed|ing|er|ly|able|ible|ful|ous|al|ive|ic)")
                        || !words.get(0).matches("[a-z-]+"))) {
            return false;
        }
        if (bare
                && words.subList(0, Math.min(4, words.size())).stream()
                        .noneMatch(w -> w.endsWith("s") && w.length() > 3)) {
            return false;
        }
        return words.stream().limit(14).anyMatch(GOOD_LINKS::contains);
    }

    /** What entitles the term to a definition: 0 the title or a heading, 1 emphasised or code, 2 said with its article three times; empty if nothing does. */
    private static Optional<Integer> standing(Page page, Prose.Sentence sentence, Span place, String term) {
        boolean opens = sentence.index() == 0
                && sentence.section().bodyStart() == sentence.block().start();
        boolean heads = Words.holds(sentence.section().title(), term)
                && !Words.content(term).isEmpty();
        boolean first = page.firstMention(term) == place.start()
                || (sentence.span().start() <= page.firstMention(term)
                        && page.firstMention(term) < sentence.span().end());
        boolean title = page.topic().map(t -> sameThing(t, term)).orElse(false);
        if (!first
                && !(opens && heads)
                && !(title
                        && sentence.index() == 0
                        && LINKED_SOON.matcher(sentence.text()).find())) {
            return Optional.empty();
        }
        boolean heading = page.sections().stream().anyMatch(s -> sameThing(s.title(), term));
        if (title || heading) {
            return Optional.of(0);
        }
        if (page.marked(place) || term.startsWith("`")) {
            return Optional.of(1);
        }
        return said(page, term) >= 3 ? Optional.of(2) : Optional.empty();
    }

    private static boolean sameThing(String heading, String term) {
        return Words.holds(heading, term)
                && !Words.content(term).isEmpty()
                && Words.content(heading).size() <= Words.content(term).size() + 2;
    }

    private static long said(Page page, String term) {
        return Pattern.compile("\\b(?:an?|the) " + Pattern.quote(term) + "\\b", Pattern.CASE_INSENSITIVE)
                .matcher(page.text())
                .results()
                .count();
    }

    /** A term that a stranger could ask about: with the product it is one of many, without it must stand for itself. */
    private static boolean plainTerm(Naming naming, String term, String article, boolean plural) {
        boolean proper = Character.isUpperCase(term.charAt(0))
                && article.isEmpty()
                && Words.of(term).size() > 1
                && !plural;
        return !term.matches(".*[.,;:]$|\\d.*") && term.length() > 2 && (naming.canName(term) || proper);
    }

    private static boolean continues(Prose.Sentence next, String term) {
        String text = next.text();
        return (text.startsWith("It ") || text.startsWith(term + " ") || text.startsWith("They "))
                && !text.contains(":")
                && AnswerText.anywhere(text).isEmpty()
                && !AnswerText.told(text)
                && Words.count(text) <= 40;
    }

    private static List<String> wordings(Naming naming, String named, String term, boolean plural) {
        String be = plural ? "are" : "is";
        String bare = naming.sentenceCase(term);
        return List.of(
                naming.ask("what " + be + " " + named),
                naming.ask("what exactly " + be + " " + named),
                naming.ask("what does \"" + bare.replace("`", "") + "\" mean"),
                naming.ask("can you explain what " + named + " " + be),
                explain(naming, named, be),
                naming.ask("what is meant by " + named));
    }

    private static String explain(Naming naming, String named, String be) {
        String question = naming.ask("explain what " + named + " " + be);
        return question.substring(0, question.length() - 1) + ".";
    }
}
