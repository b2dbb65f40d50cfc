package dev.lectern.adapters.read;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The names that boxes beside the text go by, in the several dialects and in Chinese. */
final class Admonitions {
    private static final Set<String> NAMES = Set.of(
            "note",
            "tip",
            "warning",
            "danger",
            "important",
            "caution",
            "info",
            "hint",
            "attention",
            "error",
            "seealso",
            "details",
            "success",
            "question",
            "failure",
            "bug",
            "example",
            "quote",
            "abstract",
            "summary",
            "admonition",
            "remark",
            "alert",
            "security",
            "versionadded",
            "versionchanged",
            "deprecated",
            "todo",
            "topic",
            "sidebar",
            "margin",
            "dropdown",
            "definition",
            "theorem",
            "proof",
            "lemma",
            "footnote",
            "figure");
    private static final Map<String, String> CHINESE = Map.ofEntries(
            Map.entry("注意", "warning"),
            Map.entry("警告", "warning"),
            Map.entry("危险", "danger"),
            Map.entry("危險", "danger"),
            Map.entry("提示", "tip"),
            Map.entry("小贴士", "tip"),
            Map.entry("小提示", "tip"),
            Map.entry("技巧", "tip"),
            Map.entry("说明", "note"),
            Map.entry("說明", "note"),
            Map.entry("备注", "note"),
            Map.entry("備註", "note"),
            Map.entry("注", "note"),
            Map.entry("信息", "info"),
            Map.entry("重要", "important"));

    private Admonitions() {}

    /** The container's name for a label such as {@code NOTE}, {@code Warning:} or {@code 注意}, if it is one. */
    static Optional<String> named(String label) {
        String bare = label.strip().replaceAll("[:：!！]+$", "").strip().toLowerCase(Locale.ROOT);
        if (CHINESE.containsKey(bare)) {
            return Optional.of(CHINESE.get(bare));
        }
        String name = bare.equals("notes") ? "note" : bare.equals("tips") ? "tip" : bare;
        return NAMES.contains(name) ? Optional.of(name.equals("admonition") ? "note" : name) : Optional.empty();
    }

    /** A label that stands for every box of its kind, so that it says nothing of its own. */
    static boolean isPlainLabel(String title) {
        return title.isBlank() || named(title).isPresent();
    }
}
