package dev.lectern.corpus;

import dev.lectern.corpus.Chunker.Piece;
import dev.lectern.text.Sentences;
import dev.lectern.text.Tokens;
import java.util.ArrayList;
import java.util.List;

/** Cuts one block into the pieces that a passage is packed from: the block itself, or its parts where it is too large. */
final class PieceCutter {
    /** Longer runs are cut before their tokens are counted: counting is quadratic in the length of a word at worst. */
    private static final int LONGEST_RUN = 4000;

    /** Sentences are looked for in stretches of this length at most, so that memory stays bounded. */
    private static final int STRETCH = 400_000;

    private final int most;

    PieceCutter(int most) {
        this.most = most;
    }

    /** Pieces in order; between them stands white space alone. */
    List<Piece> pieces(String text, Block block) {
        Span span = trimmed(text, block.start(), block.end());
        if (span.length() == 0) {
            return List.of();
        }
        if (span.length() <= LONGEST_RUN) {
            int tokens = Tokens.count(span.of(text));
            if (tokens <= most) {
                return List.of(new Piece(span, tokens, leads(text, block)));
            }
        }
        List<Piece> pieces = new ArrayList<>();
        for (Span part : parts(text, block, span)) {
            add(text, part, pieces);
        }
        return pieces;
    }

    private static boolean leads(String text, Block block) {
        char last = text.charAt(block.end() - 1);
        return block instanceof Block.Paragraph && (last == ':' || last == '：');
    }

    private static List<Span> parts(String text, Block block, Span span) {
        return switch (block) {
            case Block.Table t -> lines(text, span);
            case Block.Code c -> lines(text, span);
            case Block.Formula f -> lines(text, span);
            case Block.Heading h -> sentences(text, span);
            case Block.Paragraph p -> sentences(text, span);
            case Block.Item i -> sentences(text, span);
        };
    }

    private static List<Span> lines(String text, Span span) {
        List<Span> lines = new ArrayList<>();
        for (int at = span.start(); at < span.end(); ) {
            int newline = text.indexOf('\n', at);
            int end = newline < 0 ? span.end() : Math.min(newline, span.end());
            lines.add(new Span(at, end));
            at = end + 1;
        }
        return lines;
    }

    private static List<Span> sentences(String text, Span span) {
        List<Span> sentences = new ArrayList<>();
        int stop = span.end();
        for (int at = span.start(), end; at < stop; at = end) {
            end = stop - at <= STRETCH ? stop : whole(text, at + STRETCH, stop);
            for (Sentences.Sentence s : Sentences.of(text.substring(at, end))) {
                sentences.add(new Span(at + s.start(), at + s.end()));
            }
        }
        return sentences;
    }

    /** Adds a part, cut into runs at white space, or anywhere, where even the part alone exceeds the limit. */
    private void add(String text, Span part, List<Piece> pieces) {
        Span span = trimmed(text, part.start(), part.end());
        if (span.length() == 0) {
            return;
        }
        int tokens = span.length() <= LONGEST_RUN ? Tokens.count(span.of(text)) : Integer.MAX_VALUE;
        if (tokens <= most) {
            pieces.add(new Piece(span, tokens, false));
            return;
        }
        int step = tokens == Integer.MAX_VALUE
                ? LONGEST_RUN
                : Math.max(1, (int) ((long) span.length() * most / tokens) - 1);
        for (int at = span.start(); at < span.end(); ) {
            int end = breakBefore(text, at, Math.min(span.end(), at + step), span.end());
            add(text, new Span(at, end), pieces);
            at = end;
        }
    }

    /** The last white space before {@code end}, if it is not far; else {@code end}, moved so that no character is halved. */
    private static int breakBefore(String text, int from, int end, int limit) {
        if (end >= limit) {
            return limit;
        }
        for (int i = end; i > from + (end - from) / 2; i--) {
            if (Character.isWhitespace(text.charAt(i - 1))) {
                return i;
            }
        }
        return whole(text, end, limit);
    }

    private static int whole(String text, int end, int limit) {
        return end < limit && Character.isLowSurrogate(text.charAt(end)) ? end + 1 : end;
    }

    private static Span trimmed(String text, int start, int end) {
        int from = start;
        int to = end;
        while (from < to && Character.isWhitespace(text.charAt(from))) {
            from++;
        }
        while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
            to--;
        }
        return new Span(from, to);
    }
}
