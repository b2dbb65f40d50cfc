package dev.lectern.adapters.read;

/**
 * One line of a page as it is printed, in points from the page's upper left corner.
 *
 * @param baseline where its letters stand
 * @param bold all of it
 * @param mono all of it, in letters of one width
 * @param letterWidth width of its average character
 */
record PdfLine(
        int page,
        String text,
        double left,
        double right,
        double baseline,
        double size,
        boolean bold,
        boolean mono,
        double letterWidth) {

    /** Set alike, so that both may belong to one block. */
    boolean isLike(PdfLine other) {
        return Math.abs(size - other.size) < 0.6 && bold == other.bold && mono == other.mono;
    }

    PdfLine withText(String words) {
        return new PdfLine(page, words, left, right, baseline, size, bold, mono, letterWidth);
    }

    boolean endsSentence() {
        String bare = text.stripTrailing().replaceAll("[\"'”’)\\]»]+$", "");
        return bare.isEmpty() || ".!?:;。！？：；…".indexOf(bare.charAt(bare.length() - 1)) >= 0;
    }
}
