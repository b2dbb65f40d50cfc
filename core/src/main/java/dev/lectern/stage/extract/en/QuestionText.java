package dev.lectern.stage.extract.en;

import dev.lectern.stage.extract.page.Find;
import dev.lectern.stage.extract.page.Page;
import dev.lectern.stage.extract.page.Section;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What no English question may do: lean on something unsaid, name an actor of the running example, break off. */
final class QuestionText {
    private static final Pattern UNRESOLVED = Pattern.compile(
            "\\b(?:it|its|itself|this|these|those|such|here|there|they|them|their|he|she|his|her|him|us|our|we|above|below|same|other|others|following|previous|former|latter|thing|things|one|ones|earlier|so far|later|so|also|again|now|then|else|"
                    + "according to|the text|the passage|the document|the article|another)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern THAT = Pattern.compile(
            "\\bthat\\b(?! (?:is|are|was|were|has|have|can|do|does|contain|contains|implement|implements|use|uses|need|needs|match|matches|return|returns))");
    private static final Pattern BARE_THE = Pattern.compile(
            "\\b[Tt]he (`?[\\p{L}\\p{N}_-]+`?)(?=[?.,:;]|$| (?:of|in|on|at|for|to|from|with|by|is|are|and|or|as|when|into|\\w+ly)\\b)");
    private static final Pattern CODE = Pattern.compile("`([^`]*)`");
    private static final Set<String> FREE = Set.of(
            "right",
            "way",
            "first",
            "idea",
            "meaning",
            "default",
            "maximum",
            "minimum",
            "difference",
            "main",
            "key",
            "columns",
            "purpose",
            "internet",
            "web",
            "user",
            "end",
            "command",
            "compiler",
            "world",
            "number",
            "time",
            "case",
            "terminal",
            "keyboard",
            "screen",
            "steps",
            "passage",
            "use",
            "paragraph");

    /** Families whose questions are about a name that the answer itself explains, or were written by the author. */
    private static final Set<String> NAMES_ITS_OWN = Set.of("date", "acronym", "faq");

    private QuestionText() {}

    static Optional<String> refusal(Page page, Find find, String wording) {
        String question = wording.replaceAll("[“\"][^”\"]*[”\"]", "X");
        int words = Words.count(wording);
        if (words < 3 || words > (find.input().isPresent() ? 60 : 28)) {
            return Optional.of("question too short or too long");
        }
        String plain = CODE.matcher(question).replaceAll("`x`");
        if (find.input().isEmpty()
                && (UNRESOLVED.matcher(plain).find() || THAT.matcher(plain).find())) {
            return Optional.of("question leans on something unsaid");
        }
        if (question.matches(".*[:,;–—-]\\s*[?.]?$|.*\\?\\?.*|.*\\(\\).*") && !wording.contains("()`")) {
            return Optional.of("question breaks off");
        }
        String known = known(page, find.section());
        if (find.input().isEmpty() && unknownThing(plain, known)) {
            return Optional.of("question says \"the\" of something that no heading names");
        }
        boolean byName =
                find.input().isPresent() || NAMES_ITS_OWN.contains(find.family().name());
        return !byName && exampleActor(page, question, known)
                ? Optional.of("question names an actor of an example")
                : Optional.empty();
    }

    private static boolean unknownThing(String question, String known) {
        Matcher the = BARE_THE.matcher(question);
        Set<String> stems = Words.content(known);
        while (the.find()) {
            String noun = the.group(1).toLowerCase(Locale.ROOT);
            boolean of = question.startsWith(" of", the.end());
            if (!of && !noun.contains("`") && !FREE.contains(noun) && !stems.contains(Words.stem(noun))) {
                return true;
            }
        }
        return false;
    }

    private static boolean exampleActor(Page page, String question, String known) {
        Map<String, Integer> names = page.names();
        String knownWords = known.toLowerCase(Locale.ROOT);
        List<String> words = Words.of(CODE.matcher(question).replaceAll(" "));
        for (int i = 1; i < words.size(); i++) {
            String word = words.get(i);
            String bare = word.replaceAll("['’]s$", "");
            boolean capital = Character.isUpperCase(word.charAt(0)) && !bare.equals(bare.toUpperCase(Locale.ROOT));
            if (capital
                    && !bare.startsWith("I'")
                    && !knownWords.contains(bare.toLowerCase(Locale.ROOT))
                    && names.getOrDefault(bare, 0) < 2
                    && !sentenceStart(question, word)) {
                return true;
            }
        }
        return exampleName(page, knownWords, question);
    }

    /** Whether the text names, as code, what only the page's code blocks define, or a bare letter. */
    static boolean exampleName(Page page, Section section, String text) {
        return exampleName(page, known(page, section).toLowerCase(Locale.ROOT), text);
    }

    private static String known(Page page, Section section) {
        return page.document().title() + " " + page.product().orElse("") + " " + String.join(" ", page.path(section));
    }

    private static boolean exampleName(Page page, String knownWords, String text) {
        Set<String> defined = page.codeNames();
        Matcher code = CODE.matcher(text);
        while (code.find()) {
            String id = code.group(1).replaceAll("[&*()]|<.*>", "").strip();
            boolean letter = id.length() == 1 && Character.isLetter(id.charAt(0)) && !id.equals("T");
            if ((letter || defined.contains(id)) && !knownWords.contains(id.toLowerCase(Locale.ROOT))) {
                return true;
            }
        }
        return false;
    }

    private static boolean sentenceStart(String question, String word) {
        int at = question.indexOf(word);
        return at < 2 || question.substring(0, at).stripTrailing().matches("(?s).*[.?!:]");
    }
}
