package dev.lectern.adapters.read;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFStyle;

/** What a Word paragraph is for, by its style's outline level and name, its numbering and its font. */
final class DocxStyles {
    enum Kind {
        TEXT,
        HEADING,
        BULLET,
        NUMBERED,
        CODE,
        SILENT
    }

    /** @param level of a heading, or depth of a list item */
    record Role(Kind kind, int level, String within) {}

    private static final Pattern HEADING =
            Pattern.compile("^(?:heading|head|标题|標題|überschrift|titre|titolo)\\s*([1-9]|[a-d](?![a-z]))?.*");
    private static final Pattern MONO =
            Pattern.compile(".*(?:courier|consolas|mono|menlo|monaco|typewriter|source code).*");
    private static final int DEEPEST = 6;

    private final XWPFDocument word;

    DocxStyles(XWPFDocument word) {
        this.word = word;
    }

    Role role(XWPFParagraph p) {
        String name = name(p);
        if (name.matches(".*(?:code|listing|figure|table|graphic|caption).*(?:caption|label|line|title).*|caption.*")) {
            return new Role(Kind.TEXT, 0, "figure");
        }
        if (name.matches("graphicslug|boxtype|toc ?\\d.*|toc heading|chapternumber|header|footer|.*spacer")) {
            return new Role(Kind.SILENT, 0, "");
        }
        if (name.matches(
                        "(?:.*code(?!.*char).*|.*preformatted.*|.*source ?(?:code|text).*|.*listing.*|literal ?block.*|plain ?text|macro.*)")
                || isMono(p)) {
            return new Role(Kind.CODE, 0, "");
        }
        String within = name.startsWith("box")
                        || name.startsWith("note")
                        || name.startsWith("warning")
                        || name.startsWith("tip")
                ? Admonitions.named(name.replaceAll("(?:body|text|first|title|head).*$", ""))
                        .orElse("note")
                : name.contains("quote") || name.contains("epigraph") ? "quote" : "";
        int heading = heading(p, name);
        if (heading > 0) {
            return new Role(Kind.HEADING, heading, within);
        }
        return item(p, name, within);
    }

    private static Role item(XWPFParagraph p, String name, String within) {
        boolean listed = p.getNumID() != null && p.getNumID().signum() > 0;
        int depth = p.getNumIlvl() == null ? 0 : Math.min(8, p.getNumIlvl().intValue());
        String format = listed && p.getNumFmt() != null ? p.getNumFmt() : "";
        if (format.equals("bullet") || (format.isEmpty() && name.matches(".*(?:list ?bullet|bullet ?list).*"))) {
            return new Role(Kind.BULLET, depth, within);
        }
        if ((!format.isEmpty() && !format.equals("none")) || name.matches(".*(?:list ?number|number(?:ed)? ?list).*")) {
            return new Role(Kind.NUMBERED, depth, within);
        }
        return new Role(Kind.TEXT, 0, within);
    }

    /** 1 and up; 0 where the paragraph is no heading. */
    private int heading(XWPFParagraph p, String name) {
        if (name.equals("title") || name.matches("chapter ?title.*|doc(?:ument)? ?title")) {
            return 1;
        }
        if (name.matches("box ?title.*")) {
            return 4;
        }
        if (name.equals("subtitle")) {
            return 0;
        }
        Matcher named = HEADING.matcher(name);
        if (named.matches() && !name.contains("header")) {
            String step = named.group(1) == null ? "1" : named.group(1);
            int level = Character.isDigit(step.charAt(0)) ? step.charAt(0) - '0' : step.charAt(0) - 'a' + 2;
            return Math.min(DEEPEST, level);
        }
        return Math.min(DEEPEST, outline(p));
    }

    private int outline(XWPFParagraph p) {
        if (p.getCTP().getPPr() != null && p.getCTP().getPPr().getOutlineLvl() != null) {
            int level = p.getCTP().getPPr().getOutlineLvl().getVal().intValue() + 1;
            return level <= 9 ? level : 0;
        }
        XWPFStyle style = style(p.getStyle());
        for (int i = 0; style != null && i < 10; i++) {
            if (style.getCTStyle().getPPr() != null
                    && style.getCTStyle().getPPr().getOutlineLvl() != null) {
                int level = style.getCTStyle().getPPr().getOutlineLvl().getVal().intValue() + 1;
                return level <= 9 ? level : 0;
            }
            style = style(style.getBasisStyleID());
        }
        return 0;
    }

    private @org.jspecify.annotations.Nullable XWPFStyle style(@org.jspecify.annotations.Nullable String id) {
        return id == null || word.getStyles() == null ? null : word.getStyles().getStyle(id);
    }

    private String name(XWPFParagraph p) {
        XWPFStyle style = style(p.getStyle());
        String name =
                style != null && style.getName() != null ? style.getName() : p.getStyle() == null ? "" : p.getStyle();
        return name.toLowerCase(Locale.ROOT);
    }

    private static boolean isMono(XWPFParagraph p) {
        boolean any = false;
        for (XWPFRun run : p.getRuns()) {
            if (run.text().isBlank()) {
                continue;
            }
            any = true;
            String font = run.getFontFamily();
            if (font == null || !MONO.matcher(font.toLowerCase(Locale.ROOT)).matches()) {
                return false;
            }
        }
        return any;
    }
}
