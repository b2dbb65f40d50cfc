package dev.lectern.adapters.read;

import dev.lectern.corpus.DocumentBuilder;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Fences: code mostly, but notes, formulas and reStructuredText too. */
final class MarkdownFences {
    private static final Set<String> CODE_DIRECTIVES =
            Set.of("code", "code-block", "code-cell", "sourcecode", "literalinclude");
    private static final Set<String> SILENT = Set.of(
            "toctree",
            "include",
            "image",
            "figure",
            "contents",
            "index",
            "raw",
            "bibliography",
            "mermaid",
            "graphviz",
            "only",
            "tableofcontents",
            "automodule",
            "autoclass",
            "autofunction");

    private final DocumentBuilder document;
    private final Containers containers;

    MarkdownFences(DocumentBuilder document, Containers containers) {
        this.document = document;
        this.containers = containers;
    }

    void fence(String info, String literal) {
        String head = info.strip();
        if (!head.startsWith("{") || head.startsWith("{.")) {
            code(language(head), literal);
            return;
        }
        int close = head.indexOf('}');
        String directive = close < 0 ? head.substring(1) : head.substring(1, close);
        String argument = close < 0 ? "" : head.substring(close + 1).strip();
        String name = directive.strip().split("[\\s,]", 2)[0].toLowerCase(Locale.ROOT);
        Optional<String> box = Admonitions.named(name);
        if (name.equals("math")) {
            document.formula(withoutOptions(literal));
        } else if (name.equals("eval-rst")) {
            restructured(literal);
        } else if (CODE_DIRECTIVES.contains(name)) {
            code(language(argument), withoutOptions(literal));
        } else if (box.isPresent()) {
            note(box.get(), argument, withoutOptions(literal));
        } else if (!SILENT.contains(name)) {
            code(language(name), literal);
        }
    }

    private void note(String box, String title, String markdown) {
        int before = containers.open("fence", box);
        if (!Admonitions.isPlainLabel(title)) {
            document.paragraph(title, List.of());
        }
        for (String paragraph : markdown.split("\n\\s*\n", -1)) {
            MarkdownInlines.Variant words = MarkdownReader.inline(paragraph);
            document.paragraph(words.words().text(), words.words().marks());
        }
        containers.backTo(before);
    }

    /** Directive options ({@code :class: wide}) and directives themselves are no text. */
    private static String withoutOptions(String literal) {
        return literal.lines().filter(line -> !line.matches("\\s*:[\\w-]+:.*")).collect(Collectors.joining("\n"));
    }

    private void restructured(String rst) {
        String box = "";
        for (String paragraph : withoutOptions(rst).split("\n\\s*\n", -1)) {
            String words = paragraph.strip();
            if (words.startsWith(".. ")) {
                int colons = words.indexOf("::");
                String name = colons < 0 ? "" : words.substring(3, colons);
                box = Admonitions.named(name).orElse("");
                words = box.isEmpty() ? "" : words.substring(colons + 2).strip();
            } else if (!paragraph.startsWith(" ")) {
                box = "";
            }
            int before = containers.open("rst", box);
            InlineText text = new InlineText();
            text.words(words.replace("``", "`"));
            document.paragraph(text.text(), List.of());
            containers.backTo(before);
        }
    }

    private void code(String language, String literal) {
        String visible = literal.lines()
                .filter(line -> !line.strip().matches("\\{\\{#\\w+ .*\\}\\}"))
                .filter(line -> !(language.equals("rust") && isHidden(line)))
                .collect(Collectors.joining("\n"));
        document.code(language, visible);
    }

    /** mdBook shows no line of Rust that begins with a lone hash. */
    private static boolean isHidden(String line) {
        String bare = line.stripLeading();
        return bare.equals("#") || bare.startsWith("# ");
    }

    /** The language that an info string names: its first word, without braces, dots and options. */
    static String language(String info) {
        String word =
                info.replaceAll("^[{.\\s]+", "").split("[\\s,{}:\\[(=]", 2)[0].toLowerCase(Locale.ROOT);
        return word.matches("[\\w+#./-]{1,30}") ? word : "";
    }
}
