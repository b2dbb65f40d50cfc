package dev.lectern.adapters.read;

import dev.lectern.text.CleanText;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** Takes the printed lines of a PDF page by page, in the order in which the page draws them: column after column, as a rule. */
final class PdfLines extends PDFTextStripper {
    private static final double BOLD_WEIGHT = 600;

    private final List<PdfLine> lines = new ArrayList<>();
    private final StringBuilder words = new StringBuilder();
    private final List<TextPosition> positions = new ArrayList<>();
    /** Asked for every character, and found by looking at names. */
    private final IdentityHashMap<PDFont, Boolean> bolds = new IdentityHashMap<>();

    private final IdentityHashMap<PDFont, Boolean> monos = new IdentityHashMap<>();

    private PdfLines() {
        setSortByPosition(false);
        setAddMoreFormatting(false);
        setSuppressDuplicateOverlappingText(true);
    }

    /** The lines of one page, numbered from 1. */
    static List<PdfLine> of(PDDocument document, int page) throws IOException {
        PdfLines taker = new PdfLines();
        taker.setStartPage(page);
        taker.setEndPage(page);
        taker.writeText(document, Writer.nullWriter());
        taker.end();
        return taker.lines;
    }

    @Override
    protected void writeString(String text, List<TextPosition> word) {
        if (!positions.isEmpty() && !word.isEmpty() && begins(word.getFirst())) {
            end();
        }
        words.append(isRightToLeft(text) ? text : unicode(word, text));
        positions.addAll(word);
    }

    @Override
    protected void writeWordSeparator() {
        words.append(' ');
    }

    @Override
    protected void writeLineSeparator() {
        end();
    }

    @Override
    protected void writeParagraphEnd() {
        end();
    }

    /** A jump to the left or far along the line: another column, another line. */
    private boolean begins(TextPosition next) {
        TextPosition last = positions.getLast();
        double gap = next.getXDirAdj() - (last.getXDirAdj() + last.getWidthDirAdj());
        return Math.abs(next.getYDirAdj() - last.getYDirAdj()) > last.getFontSizeInPt() * 0.8
                || gap < -last.getFontSizeInPt() * 2;
    }

    /** The characters as the page names them: ligatures stay, which the library would take apart. */
    private static String unicode(List<TextPosition> word, String fallback) {
        StringBuilder out = new StringBuilder();
        for (TextPosition p : word) {
            String c = p.getUnicode();
            out.append(c == null ? "" : c);
        }
        return out.isEmpty() ? fallback : out.toString();
    }

    private static boolean isRightToLeft(String text) {
        return text.chars().anyMatch(c -> (c >= 0x590 && c <= 0x8ff) || (c >= 0xfb1d && c <= 0xfeff));
    }

    private void end() {
        String text = CleanText.of(words.toString().replaceAll("\u00ad$", "-"))
                .replace('\u00a0', ' ')
                .strip();
        if (!text.isEmpty() && !positions.isEmpty()) {
            lines.add(line(text));
        }
        words.setLength(0);
        positions.clear();
    }

    private PdfLine line(String text) {
        Map<Double, Integer> sizes = new HashMap<>();
        boolean bold = true;
        boolean mono = true;
        double width = 0;
        int letters = 0;
        double left = Double.MAX_VALUE;
        double right = 0;
        for (TextPosition p : positions) {
            String c = p.getUnicode();
            if (c == null || c.isBlank()) {
                continue;
            }
            left = Math.min(left, p.getXDirAdj());
            right = Math.max(right, p.getXDirAdj() + p.getWidthDirAdj());
            width += p.getWidthDirAdj();
            letters++;
            sizes.merge(Math.round(p.getFontSizeInPt() * 2) / 2.0, 1, Integer::sum);
            bold &= bolds.computeIfAbsent(p.getFont(), PdfLines::isBold);
            mono &= monos.computeIfAbsent(p.getFont(), PdfLines::isMono);
        }
        double size = sizes.entrySet().stream()
                .max(Map.Entry.<Double, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(10.0);
        return new PdfLine(
                getCurrentPageNo(),
                text,
                left,
                right,
                positions.getFirst().getYDirAdj(),
                size,
                bold && letters > 0,
                mono && letters > 0,
                letters == 0 ? 5 : width / letters);
    }

    private static boolean isBold(PDFont font) {
        String name = name(font);
        PDFontDescriptor descriptor = font.getFontDescriptor();
        return name.contains("bold")
                || name.contains("black")
                || name.contains("heavy")
                || name.matches(".*(cmbx|cmb\\d|sfbx|-bd|demi).*")
                || (descriptor != null && (descriptor.getFontWeight() >= BOLD_WEIGHT || descriptor.isForceBold()));
    }

    private static boolean isMono(PDFont font) {
        String name = name(font);
        PDFontDescriptor descriptor = font.getFontDescriptor();
        return name.contains("mono")
                || name.contains("courier")
                || name.contains("consol")
                || name.contains("typewriter")
                || name.matches(".*(cmtt|sftt|lmtt|menlo|monaco|inconsolata).*")
                || (descriptor != null && descriptor.isFixedPitch());
    }

    private static String name(PDFont font) {
        return font == null || font.getName() == null ? "" : font.getName().toLowerCase(Locale.ROOT);
    }
}
