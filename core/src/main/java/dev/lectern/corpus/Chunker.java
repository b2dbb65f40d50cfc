package dev.lectern.corpus;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Cuts a document into passages. Each section, from its heading to the next, is cut by itself, so an edit moves no border
 * outside its own section. Whole blocks stay together; a block that alone exceeds the limit is cut where it hurts least: a
 * table between rows, code between lines, prose between sentences. A heading goes with the first passage below it; one with
 * nothing below it is in no passage, only in the paths of the sections under it.
 */
public final class Chunker {
    private final int most;
    private final PieceCutter cutter;

    /** A run of text that is never cut again, and what it costs. {@code leads}: it announces what follows ("… are:"). */
    record Piece(Span span, int tokens, boolean leads) {}

    /** @param most tokens that a passage may hold */
    public Chunker(int most) {
        if (most < 16) {
            throw new IllegalArgumentException("a passage of " + most + " tokens holds no sentence; at least 16");
        }
        this.most = most;
        cutter = new PieceCutter(most);
    }

    /** The document's passages in text order. */
    public List<Passage> cut(Document document) {
        List<Passage> passages = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        HeadingPath path = new HeadingPath();
        List<Block> section = new ArrayList<>();
        for (Block block : document.blocks()) {
            if (block instanceof Block.Heading heading) {
                close(document, section, path, seen, passages);
                section.clear();
                path.enter(heading.level(), heading.span().of(document.text()));
            }
            section.add(block);
        }
        close(document, section, path, seen, passages);
        prove(document, passages);
        return passages;
    }

    private void close(
            Document document, List<Block> section, HeadingPath path, Map<String, Integer> seen, List<Passage> out) {
        boolean headed = !section.isEmpty() && section.getFirst() instanceof Block.Heading;
        List<Block> body = headed ? section.subList(1, section.size()) : section;
        List<Piece> pieces = new ArrayList<>();
        for (Block block : body) {
            pieces.addAll(cutter.pieces(document.text(), block));
        }
        if (pieces.isEmpty()) {
            return;
        }
        List<Span> spans = pack(pieces);
        if (headed) {
            spans.set(0, new Span(section.getFirst().start(), spans.getFirst().end()));
        }
        for (Span span : spans) {
            String text = span.of(document.text());
            int nth = seen.merge(text, 1, Integer::sum) - 1;
            OptionalInt page = document.pageAt(span.start());
            out.add(new Passage(
                    Passage.idOf(document.id(), text, nth),
                    document.id(),
                    span.start(),
                    span.end(),
                    path.path(),
                    page));
        }
    }

    /** As few passages as the limit allows, about equally full; what announces the next piece stays with it. */
    private List<Span> pack(List<Piece> pieces) {
        int total = pieces.stream().mapToInt(Piece::tokens).sum();
        int parts = (total + most - 1) / most;
        int fair = parts <= 1 ? most : Math.min(most, total / parts + most / 8);
        List<Span> spans = new ArrayList<>();
        int from = 0;
        int held = 0;
        for (int i = 0; i < pieces.size(); i++) {
            int next = pieces.get(i).tokens;
            if (i > from && (held + next > most || (held >= fair && held + next > fair))) {
                int cut = pieces.get(i - 1).leads && i - 1 > from ? i - 1 : i;
                spans.add(new Span(
                        pieces.get(from).span.start(), pieces.get(cut - 1).span.end()));
                from = cut;
                held = cut < i ? pieces.get(cut).tokens : 0;
            }
            held += next;
        }
        spans.add(new Span(pieces.get(from).span.start(), pieces.getLast().span.end()));
        return spans;
    }

    /** Passages and the gaps between them are the text: in order, apart, and nothing but white space and headings left out. */
    private static void prove(Document document, List<Passage> passages) {
        String text = document.text();
        StringBuilder again = new StringBuilder(text.length());
        int at = 0;
        for (Passage p : passages) {
            if (p.start() < at || p.end() > text.length() || p.start() >= p.end()) {
                throw new IllegalStateException("passages of " + document.uri() + " overlap at " + p.start());
            }
            again.append(gap(document, at, p.start())).append(text, p.start(), p.end());
            at = p.end();
        }
        again.append(gap(document, at, text.length()));
        if (!again.toString().equals(text)) {
            throw new IllegalStateException("passages of " + document.uri() + " do not join to its text");
        }
    }

    private static String gap(Document document, int from, int to) {
        String gap = document.text().substring(from, to);
        if (!gap.isBlank()) {
            StringBuilder bare = new StringBuilder(gap);
            for (Block block : document.blocks()) {
                if (block instanceof Block.Heading && block.start() >= from && block.end() <= to) {
                    bare.replace(block.start() - from, block.end() - from, " ".repeat(block.end() - block.start()));
                }
            }
            if (!bare.toString().isBlank()) {
                throw new IllegalStateException("no passage of " + document.uri() + " holds '"
                        + bare.toString().strip() + "'");
            }
        }
        return gap;
    }
}
