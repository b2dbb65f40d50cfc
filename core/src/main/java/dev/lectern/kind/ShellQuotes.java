package dev.lectern.kind;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether a shell's quotes close, its here-documents end and each if, case and loop has its end. */
final class ShellQuotes {
    private static final Pattern HERE = Pattern.compile("(?ms)<<-?\\s*(['\"]?)(\\w+)\\1([^\\n]*)\\n(.*?)^\\s*\\2\\s*$");
    private static final Pattern OPEN_HERE = Pattern.compile("(?<![<$(])<<-?\\s*['\"]?[A-Za-z_]\\w*");
    private static final Pattern COMMENT = Pattern.compile("(?m)(?:^|(?<=\\s))#[^\\n]*");

    private ShellQuotes() {}

    static boolean hold(String code) {
        String script = HERE.matcher(code).replaceAll(here -> Matcher.quoteReplacement(here.group(3) + "\n"));
        if (OPEN_HERE.matcher(script).find()) {
            return false;
        }
        StringBuilder bare = new StringBuilder();
        return closed(script, bare) && blocks(bare.toString());
    }

    /** @param bare gets the script with its strings and comments left out */
    private static boolean closed(String script, StringBuilder bare) {
        int i = 0;
        while (i < script.length()) {
            char c = script.charAt(i);
            Matcher comment = COMMENT.matcher(script).region(i, script.length()).useTransparentBounds(true);
            if (c == '\\') {
                i += 2;
            } else if (c == '#' && comment.lookingAt()) {
                i = comment.end();
            } else if (c == '\'' || c == '"') {
                i = end(script, i + 1, c);
                if (i < 0) {
                    return false;
                }
                bare.append('s');
            } else {
                bare.append(c);
                i++;
            }
        }
        return true;
    }

    private static int end(String script, int from, char quote) {
        for (int i = from; i < script.length(); i++) {
            if (script.charAt(i) == '\\' && quote == '"') {
                i++;
            } else if (quote == '"' && script.startsWith("$(", i)) {
                i = substitution(script, i + 2);
            } else if (script.charAt(i) == quote) {
                return i + 1;
            }
        }
        return -1;
    }

    /** The bracket that closes a command inside a string; that command has quotes of its own. */
    private static int substitution(String script, int from) {
        int depth = 1;
        for (int i = from; i < script.length(); i++) {
            char c = script.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return script.length();
    }

    private static boolean blocks(String bare) {
        List<String> words = Arrays.stream(bare.split("[\\s;&|()]+", -1)).toList();
        return count(words, "if") == count(words, "fi")
                && count(words, "case") == count(words, "esac")
                && count(words, "do") == count(words, "done");
    }

    private static long count(List<String> words, String word) {
        return words.stream().filter(word::equals).count();
    }
}
