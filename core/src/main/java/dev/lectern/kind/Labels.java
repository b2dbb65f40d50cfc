package dev.lectern.kind;

import dev.lectern.text.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The choices that an instruction names: after a word like "Choices:" or 选项：, as a list of lines, or as "one of a, b or c". */
final class Labels {
    private static final Pattern NAMED = Pattern.compile(
            "(?i)(?:choices|options|labels|categories|classes|kinds|types|选项|類別|类别|标签|標籤|种类|類型|类型|可选(?:项|类别)?)\\s*"
                    + "(?:are|is|为|有|包括)?\\s*[:：]\\s*([^\\n]+)");
    private static final Pattern LINE = Pattern.compile("(?m)^\\s*(?:[-*•]|\\(?[A-Za-z0-9][.)、）])\\s*(\\S[^\\n]*)$");
    private static final Pattern ONE_OF = Pattern.compile(
            "(?i)(?:(?:\\binto )?\\bone of|\\bas either|\\beither|\\bbetween|\\binto|属于|分为|归为)\\s*[:：]?\\s*([^\\n?？。.!]+)");
    private static final Pattern BETWEEN = Pattern.compile("\\s*(?:[|,;/，；、]|\\bor\\b|\\band\\b|还是|或者|或|和)\\s*");
    private static final Pattern MARK = Pattern.compile("^\\(?[A-Za-z0-9][.)、）]\\s*");
    private static final int LONGEST = 60;

    private Labels() {}

    /** As they stand there; none if fewer than two can be told. */
    static List<String> of(String instruction) {
        Matcher named = NAMED.matcher(instruction);
        List<String> labels = List.of();
        while (named.find()) {
            labels = split(named.group(1));
        }
        if (labels.size() < 2) {
            labels = LINE.matcher(instruction)
                    .results()
                    .map(line -> tidy(line.group(1)))
                    .toList();
        }
        if (labels.size() < 2) {
            Matcher oneOf = ONE_OF.matcher(instruction);
            while (oneOf.find() && labels.size() < 2) {
                labels = split(oneOf.group(1));
            }
        }
        return labels.size() < 2 ? List.of() : labels;
    }

    /** As two labels are compared: letters and digits in lower case. */
    static String folded(String label) {
        return Words.question(MARK.matcher(label.strip()).replaceFirst("").replaceAll("[`*]", ""))
                .toLowerCase(Locale.ROOT);
    }

    private static List<String> split(String list) {
        List<String> labels = new ArrayList<>();
        // A list with bars or semicolons may hold commas and "or" inside its labels.
        String separator =
                list.contains("|") ? "\\s*\\|\\s*" : list.matches(".*[;；].*") ? "\\s*[;；]\\s*" : BETWEEN.pattern();
        Arrays.stream(list.split(separator, -1))
                .map(Labels::tidy)
                .filter(label -> !label.isEmpty())
                .forEach(labels::add);
        return labels.stream().anyMatch(label -> label.length() > LONGEST) ? List.of() : labels;
    }

    private static String tidy(String label) {
        return MARK.matcher(label.strip())
                .replaceFirst("")
                .replaceAll("^[\"'“”‘’「」`*]+|[\"'“”‘’「」`*.。?？!！]+$", "")
                .strip();
    }
}
