package dev.lectern.stage.extract.en;

import dev.lectern.stage.extract.page.Lexicon;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What no English answer may do: begin in mid-thought, point elsewhere, stop half-way, speak of its own page. Pure. */
final class AnswerText {
    private static final Set<String> MID_THOUGHT = Set.copyOf(Lexicon.lines("mid-thought-en.txt"));
    private static final Pattern THE_UNKNOWN = Pattern.compile(
            "^The (?:former|latter|following|above|same|first|second|third|next|last|other|others|result|code|program|example|reason|problem|"
                    + "key|only|two|three|previous|preceding|remaining|rest|idea|point|answer|output|difference|new|original|final|resulting|entire|whole|"
                    + "signature|solution|advantage|downside|error|listing|figure|snippet|author|authors|actual)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern DEIXIS = Pattern.compile(
            "\\b(?:above|below|as follows|(?:Listing|Figure|Fig\\.|Table|Chapter|Exhibit|Example|Equation|Eq\\.|Appendix|Box)\\s+[A-Z]?-?\\d[\\d.-]*|"
                    + "(?:this|the|that|previous|next|last|following|preceding|these|current|first|second)\\s+(?:following\\s+)?(?:chapters?|sections?|examples?|articles?|pages?|listings?|figures?|tables?|code|snippets?|book|guide|document|tutorial|topic|topics|paper|manual|walkthrough|appendix|exercise|paragraph|lines?|diagram|lesson|article|report)\\b(?! of\\b)|"
                    + "earlier|previously|here(?:'s|’s)|the following|as (?:we|you)(?:'ve|’ve)? (?:saw|seen|have|learned|discussed|mentioned)|later on|in a moment|"
                    + "so far|right now|[”\"]\\s+(?:section|chapter)|(?:in|from|see) the (?:previous|next|last) \\w+|(?:this|these) (?:program|definition|version|code|function definition|snippet|time|output|error|approach|rule|case|change|problem|situation)s?|(?:you|we)(?:['’](?:ve|d)| have| had)? (?:already |just )?(?:seen|saw|learned|covered|discussed|encountered)|at this point|recall that|mentioned|aforementioned|in the preceding|the preceding|right-hand side|left-hand column|see also|cited|ibid)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern POINTER = Pattern.compile(
            "(?i)\\bfor (?:more|further|additional|detailed|a (?:full|complete|list))\\b[^.]*\\b(?:information|details|see|refer|discussion|examples|list|help)\\b|(?:^|[.(;,] )(?:please )?(?:see|refer to|check out|read|consult|visit)\\s+(?:the |our |\\[|`|[A-Z\"“])|\\b[Cc]heck out\\b|\\bsee (?:the|section|chapter|page|RFC|PEP)\\b|https?://|\\bcan be found (?:in|at|on|here|under)\\b|\\bin the API docs\\b");
    private static final Pattern TELLER = Pattern.compile(
            "\\b(?:we|We|our|Our|ours|us|let's|Let's|let’s|Let’s|I|I'm|I’m|I've|my|this book|we'll|We'll|we’ll|We’ll)\\b");
    private static final Pattern RUN_ON = Pattern.compile(
            "[a-z]{2}[.!?][A-Z][a-z]+ |[.!?][:,;][A-Za-z]|\\b(?:inherited|called|known)that\\b|[a-z],[a-z]{3,} [a-z]+ |\\p{Ll}\\p{Lu}\\p{Ll}+ \\p{Ll}+\\.\\p{Lu}");
    private static final Pattern RUBBISH = Pattern.compile(
            "-\\{|formula_\\d|codice_\\d|（）|\\(\\)\\s*[,.]?\\s*(?:is|was)\\b|\\{\\{|\\}\\}|#include\\}|---cut---|\\[\\d+\\]|\\[citation|\\[\\^|:::|%\\}|\\uFFFD|\\bTODO\\b|lorem ipsum|\\p{L}external ?icon|\\(PDF\\)|Project Gutenberg|Gutenberg-tm|(?i:all rights reserved|copyright (?:holder|notice|\\(c\\)|©)|public domain works|express or implied|merchantability|hereby granted|this licen[sc]e)");
    private static final Pattern CODE = Pattern.compile("(?s)(?:```|~~~~).*?(?:```|~~~~)");
    private static final Pattern INLINE = Pattern.compile("`[^`\n]*`");

    private AnswerText() {}

    /** The text without code, so that rules for prose don't read programs. */
    static String prose(String text) {
        return INLINE.matcher(CODE.matcher(text).replaceAll(" "))
                .replaceAll("`x`")
                .replace('\u00a0', ' ');
    }

    /** Why this piece of prose can't stand alone, sentence or longer; empty if it can. Lists, tables and code are not prose. */
    static Optional<String> refusal(String text) {
        String prose = prose(text);
        String start = prose.strip();
        if (start.isEmpty()
                || !(Character.isUpperCase(start.codePointAt(0))
                        || start.startsWith("`")
                        || Character.isDigit(start.charAt(0))
                        || start.startsWith("\"")
                        || start.startsWith("“"))) {
            return Optional.of("does not begin like a sentence");
        }
        if (Verbs.thirdPerson(start.split("[\\s,]+", 2)[0])) {
            return Optional.of("has no subject");
        }
        String first = start.split("[\\s,]+", 2)[0].toLowerCase(Locale.ROOT).replace('’', '\'');
        if (MID_THOUGHT.contains(first) || MID_THOUGHT.contains(first.replaceAll("'.*", ""))) {
            return Optional.of("begins in mid-thought");
        }
        if (THE_UNKNOWN.matcher(start).find()) {
            return Optional.of("begins with something only its context knows");
        }
        return anywhere(text).or(() -> openEnd(text));
    }

    /** What may stand nowhere in an answer, whatever its form. */
    static Optional<String> anywhere(String text) {
        String prose = prose(text);
        if (DEIXIS.matcher(prose).find()) {
            return Optional.of("points to another place of its page");
        }
        if (POINTER.matcher(prose).find()) {
            return Optional.of("sends the reader elsewhere");
        }
        if (RUBBISH.matcher(prose).find()) {
            return Optional.of("holds the rubbish of a template");
        }
        if (RUN_ON.matcher(prose).find()) {
            return Optional.of("is run together");
        }
        return Optional.empty();
    }

    static Optional<String> openEnd(String text) {
        String end = text.strip();
        if (end.isEmpty()) {
            return Optional.of("is empty");
        }
        char last = end.charAt(end.length() - 1);
        if (last == ':'
                || last == ','
                || last == ';'
                || last == '-'
                || last == '–'
                || last == '—'
                || end.endsWith("...")
                || last == '…') {
            return Optional.of("stops half-way");
        }
        String prose = prose(text);
        if (unbalanced(prose, '(', ')')
                || unbalanced(prose, '[', ']')
                || unbalanced(prose, '“', '”')
                || odd(prose, '"')
                || odd(INLINE.matcher(CODE.matcher(text).replaceAll(" ")).replaceAll(""), '`')) {
            return Optional.of("has a bracket or quotation mark without its partner");
        }
        return Optional.empty();
    }

    /** The teller's voice: we, our, I, this book. */
    static boolean told(String text) {
        return TELLER.matcher(prose(text)).find();
    }

    private static boolean unbalanced(String text, char open, char close) {
        return text.chars().filter(c -> c == open).count()
                != text.chars().filter(c -> c == close).count();
    }

    private static boolean odd(String text, char mark) {
        return text.chars().filter(c -> c == mark).count() % 2 == 1;
    }
}
