package dev.lectern.stage.extract.zh;

import dev.lectern.corpus.Block;
import dev.lectern.corpus.Span;
import dev.lectern.stage.extract.page.Page;
import dev.lectern.stage.extract.page.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One Chinese sentence of a page.
 *
 * @param folded the same in simplified characters, unit for unit
 * @param nth its place in its block, from 0
 * @param last whether it closes its block
 */
record Line(Span span, String text, String folded, Block block, Section section, int nth, boolean last) {
    /** A semicolon joins clauses in Chinese; it ends nothing. */
    private static final Pattern END = Pattern.compile("[。！？]+[”’」』）)]*|(?<=\\p{IsHan})[!?]+(?=\\s|$)");

    /** The sentences of the page's paragraphs, in text order. */
    static List<Line> paragraphs(Page page) {
        List<Line> lines = new ArrayList<>();
        for (Section section : page.sections()) {
            section.blocks(Block.Paragraph.class).forEach(p -> lines.addAll(of(page, section, p)));
        }
        return lines;
    }

    static List<Line> of(Page page, Section section, Block block) {
        Span body = block instanceof Block.Item item ? item.content() : block.span();
        List<Span> spans = cut(page.text(), body);
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < spans.size(); i++) {
            String text = spans.get(i).of(page.text());
            lines.add(new Line(spans.get(i), text, Script.fold(text), block, section, i, i == spans.size() - 1));
        }
        return lines;
    }

    private static List<Span> cut(String text, Span body) {
        List<Span> found = new ArrayList<>();
        Matcher end = END.matcher(text).region(body.start(), body.end());
        int from = body.start();
        while (end.find()) {
            if (!inBrackets(text, from, end.start())) {
                add(text, from, end.end(), found);
                from = end.end();
            }
        }
        add(text, from, body.end(), found);
        return found;
    }

    /** "（见下。）" and "“好。”他说" end nowhere inside. */
    private static boolean inBrackets(String text, int from, int at) {
        int open = 0;
        for (int i = from; i < at; i++) {
            char c = text.charAt(i);
            open += "（「『《【“".indexOf(c) >= 0 ? 1 : "）」』》】”".indexOf(c) >= 0 ? -1 : 0;
        }
        int close = text.length() > at + 1 && "”」』".indexOf(text.charAt(at + 1)) >= 0 ? 1 : 0;
        return open - close > 0;
    }

    private static void add(String text, int from, int to, List<Span> found) {
        int s = from;
        int e = to;
        while (s < e && Character.isWhitespace(text.charAt(s))) {
            s++;
        }
        while (e > s && Character.isWhitespace(text.charAt(e - 1))) {
            e--;
        }
        if (e > s) {
            found.add(new Span(s, e));
        }
    }

    boolean leadsOn() {
        return text.endsWith("：") || text.endsWith(":");
    }

    /** A piece of the sentence as it stands, by folded offsets. */
    String piece(int from, int to) {
        return text.substring(from, to).strip();
    }
}
