package dev.lectern.adapters.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rewrites what the Markdown dialects add to CommonMark into what a CommonMark parser keeps in its place: containers
 * become {@code <lectern-in>} tags, formulas become {@code {math}} fences. Comments, includes and shortcodes go. What
 * stands inside a fence stays as it is.
 */
final class MarkdownDialects {
    static final String TAG = "lectern-in";
    private static final Pattern FENCE = Pattern.compile("^([ >\\t]*(?:[-*+] +|\\d+[.)] +)?)(`{3,}|~{3,})([^`]*)$");
    private static final Pattern CONTAINER = Pattern.compile("^([ >]*):{3,}\\s*(.*)$");
    private static final Pattern OPENING =
            Pattern.compile("^\\{?([A-Za-z][\\w-]*)\\}?\\s*(?:\\[([^\\]]*)\\]|\\{[^}]*\\})?\\s*(.*)$");
    private static final Pattern ALT = Pattern.compile("alt-text=\"([^\"]*)\"");
    private static final Pattern INDENTED =
            Pattern.compile("^( *)(?:!!!|\\?\\?\\?\\+?|===) *([\\w-]*) *(?:\"([^\"]*)\")?.*$");
    private static final Pattern NOISE = Pattern.compile(
            "^\\s*(?:\\{\\{#[^}]*\\}\\}|\\{%.*%\\}|\\{\\{[<%].*[%>]\\}\\}|\\[\\[_?toc_?\\]\\]|\\[toc\\]|\\{:[^}]*\\})\\s*$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern FOOTNOTE = Pattern.compile("^\\[\\^[^\\]]+\\]:\\s*(.*)$");
    private static final Pattern FOOTNOTE_MARK = Pattern.compile("\\[\\^[^\\]\\s]+\\](?!:)");

    private final List<String> out = new ArrayList<>();
    private String fence = "";
    private String formula = "";
    private boolean inComment;
    private boolean inFootnote;
    private int indented = -1;

    static String rewrite(String markdown) {
        MarkdownDialects d = new MarkdownDialects();
        String[] lines = markdown.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            d.line(lines[i], i + 1 < lines.length ? lines[i + 1] : "");
        }
        d.endIndented();
        return String.join("\n", d.out);
    }

    private void line(String raw, String next) {
        String line = dedent(raw);
        if (!fence.isEmpty()) {
            out.add(line);
            String bare = line.replaceAll("^[ >\\t]+", "").stripTrailing();
            if (bare.startsWith(fence) && bare.chars().allMatch(c -> c == fence.charAt(0))) {
                fence = "";
            }
            return;
        }
        if (!formula.isEmpty()) {
            insideFormula(line);
            return;
        }
        boolean resumes = inComment;
        String clean = withoutComments(line);
        if (resumes && !clean.isBlank() && !out.isEmpty() && !out.getLast().isBlank()) {
            out.set(out.size() - 1, out.getLast() + clean);
            return;
        }
        if (clean.isBlank() && !line.isBlank()) {
            out.add("");
            return;
        }
        Matcher opensFence = FENCE.matcher(clean);
        if (opensFence.matches()) {
            fence = opensFence.group(2);
            out.add(clean);
        } else {
            outsideFence(clean, next);
        }
    }

    private void outsideFence(String line, String next) {
        Matcher container = CONTAINER.matcher(line);
        Matcher admonition = INDENTED.matcher(line);
        Matcher footnote = FOOTNOTE.matcher(line);
        if (container.matches()) {
            container(container.group(1), container.group(2).strip());
        } else if (admonition.matches() && next.startsWith(admonition.group(1) + "    ")) {
            endIndented();
            indented = admonition.group(1).length() + 4;
            open(admonition.group(1), admonition.group(2), admonition.group(3) == null ? "" : admonition.group(3));
        } else if (footnote.matches()) {
            endFootnote();
            inFootnote = true;
            open("", "footnote", "");
            out.add(footnote.group(1));
        } else if (NOISE.matcher(line).matches()) {
            out.add("");
        } else if (!opensFormula(line)) {
            if (line.isBlank()) {
                endFootnote();
            }
            out.add(InlineMath.protect(FOOTNOTE_MARK.matcher(line).replaceAll("")));
        }
    }

    /** Lines that an indented admonition holds lose its indentation; the first line that stands further left ends it. */
    private String dedent(String line) {
        if (indented < 0 || line.isBlank()) {
            return line;
        }
        if (line.startsWith(" ".repeat(indented))) {
            return line.substring(indented);
        }
        endIndented();
        return line;
    }

    private void endIndented() {
        if (indented >= 0) {
            indented = -1;
            close("");
        }
    }

    private void endFootnote() {
        if (inFootnote) {
            inFootnote = false;
            close("");
        }
    }

    private void container(String indent, String rest) {
        if (rest.isEmpty() || rest.equals("image-end:::")) {
            close(indent);
        } else if (rest.startsWith("image ")) {
            open(indent, "figure", "");
            Matcher alt = ALT.matcher(rest);
            if (alt.find()) {
                out.add(indent + alt.group(1));
                out.add("");
            }
            if (!rest.contains("type=\"complex\"")) {
                close(indent);
            }
        } else if (!rest.endsWith(":::")) {
            Matcher opening = OPENING.matcher(rest);
            if (opening.matches()) {
                String title = opening.group(2) == null ? opening.group(3) : opening.group(2);
                open(indent, opening.group(1), title);
            }
        }
    }

    private void open(String indent, String name, String title) {
        out.add(indent.stripTrailing());
        String safe = title.replace("&", "&amp;")
                .replace("\"", "&quot;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
        out.add(indent + "<" + TAG + " name=\"" + name.toLowerCase(Locale.ROOT) + "\" title=\"" + safe + "\">");
        out.add(indent.stripTrailing());
    }

    private void close(String indent) {
        out.add(indent.stripTrailing());
        out.add(indent + "</" + TAG + ">");
        out.add(indent.stripTrailing());
    }

    private boolean opensFormula(String line) {
        String bare = line.strip();
        String end = bare.startsWith("$$") ? "$$" : bare.startsWith("\\[") ? "\\]" : "";
        if (bare.startsWith("\\begin{") && bare.endsWith("}") && bare.indexOf('}') == bare.length() - 1) {
            end = "\\end{" + bare.substring("\\begin{".length());
        }
        int after = end.isEmpty() ? -1 : bare.indexOf(end, 2);
        if (end.isEmpty() || (after >= 0 && after + end.length() < bare.length())) {
            return false;
        }
        String indent = line.substring(0, line.indexOf(bare));
        out.add("");
        out.add(indent + "~~~~~~{math}");
        out.add(line);
        if (after >= 0) {
            out.add(indent + "~~~~~~");
        } else {
            formula = end;
        }
        return true;
    }

    private void insideFormula(String line) {
        out.add(line);
        if (line.strip().endsWith(formula)) {
            out.add("~~~~~~");
            formula = "";
        }
    }

    /** The line without what {@code <!-- -->} hides; ticks protect. */
    private String withoutComments(String line) {
        if (!inComment && !line.contains("<!--")) {
            return line;
        }
        StringBuilder kept = new StringBuilder();
        boolean ticked = false;
        for (int i = 0; i < line.length(); i++) {
            if (inComment) {
                if (line.startsWith("-->", i)) {
                    inComment = false;
                    i += 2;
                }
            } else if (!ticked && line.startsWith("<!--", i)) {
                inComment = true;
                i += 3;
            } else {
                ticked ^= line.charAt(i) == '`';
                kept.append(line.charAt(i));
            }
        }
        return kept.toString();
    }
}
