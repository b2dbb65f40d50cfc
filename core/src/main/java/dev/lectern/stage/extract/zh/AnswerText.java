package dev.lectern.stage.extract.zh;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether words copied from a page can stand as an answer without it. */
final class AnswerText {
    private static final int FEWEST = 8;
    private static final int MOST = 130;

    private static final Pattern RUBBISH = Pattern.compile(
            "-\\{|formula_\\d|codice_\\d|（\\s*[，；、）]|[：:，、；,][\\s\"'“”]*[)）]|（\\s*[\"']+\\s*）|\\(\\s*[,;]|\\(\\s+\\)|\\{\\{#"
                    + "|---cut---|\uFFFD|[，。；、：]{2}|。，|（；|：；|\\[\\^|\\[citation|参见\\d|\\*\\*|</?(?:span|div|sup|br)");
    /** The same words twice in a row, or code after code: two variants of an API printed one after the other. */
    private static final Pattern DOUBLED = Pattern.compile("[^\\s`]``[^\\s`]|([\\p{IsHan}\\w ]{5,})\\1");

    private static final Pattern CODE = Pattern.compile("`[^`\\n]+`");

    private AnswerText() {}

    /** What speaks against any copied text, whatever its kind. */
    static Optional<String> broken(String text) {
        String prose = text.replaceAll("(?s)```.*?(```|$)", "");
        if (RUBBISH.matcher(prose).find()) {
            return Optional.of("left-overs of a template");
        }
        if (DOUBLED.matcher(prose).find() || touching(prose)) {
            return Optional.of("two variants glued together");
        }
        return balanced(prose) ? Optional.empty() : Optional.of("brackets or quotes are not closed");
    }

    /** "通过 `emits` 选项`defineEmits` 宏": a code that touches the Han before it where others are spaced. */
    private static boolean touching(String prose) {
        boolean spaced = false;
        boolean touches = false;
        Matcher code = CODE.matcher(prose);
        while (code.find()) {
            int before = code.start() == 0 ? '\n' : prose.charAt(code.start() - 1);
            spaced |= before == ' ';
            touches |= Script.han(before);
        }
        return spaced && touches;
    }

    private static boolean balanced(String text) {
        String pairs = "（）「」『』《》【】“”〔〕";
        for (int p = 0; p < pairs.length(); p += 2) {
            if (count(text, pairs.charAt(p)) != count(text, pairs.charAt(p + 1))) {
                return false;
            }
        }
        String plain = text.replaceAll("`[^`\\n]*`", "");
        return plain.indexOf('`') < 0
                && count(plain, '(') + count(plain, '（') == count(plain, ')') + count(plain, '）')
                && count(plain, '"') % 2 == 0;
    }

    private static long count(String text, char c) {
        return text.chars().filter(x -> x == c).count();
    }

    /** What speaks against one sentence as a whole answer. A colon at its end is the family's business. */
    static Optional<String> sentence(String text) {
        String folded = Script.fold(text);
        int length = Script.length(folded);
        if (length < FEWEST || length > MOST) {
            return Optional.of("too short or too long");
        }
        return prose(folded);
    }

    /** What speaks against a run of prose, however long. */
    static Optional<String> prose(String text) {
        String folded = Script.fold(text).replaceAll("(?s)```.*?(```|$)", "");
        String own = folded.replaceAll("`[^`]*`", "`");
        if (Vocabulary.starts("start", own) || own.startsWith("，") || own.startsWith("`，")) {
            return Optional.of("starts in mid-thought");
        }
        if (Vocabulary.holds("pointer", own)) {
            return Optional.of("only points elsewhere");
        }
        String closed = own.replaceAll("(?:如下|以下|下面|下列)[^。，；]*[：:]\\s*(?=\\n|$)", "");
        if (Vocabulary.holds("deixis", closed)) {
            return Optional.of("points outside the quote");
        }
        return broken(text);
    }

    /** Definitions, reasons and summaries are nobody's talk. */
    static boolean impersonal(String text) {
        return !Vocabulary.holds("voice", Script.fold(text));
    }
}
