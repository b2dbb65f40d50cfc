package dev.lectern.text;

/** Where code in ticks, quotations and brackets close: inside them no sentence ends. */
final class Enclosed {
    /** Quotes and brackets that close within this many units are kept whole. */
    private static final int SHORT_QUOTE = 120;

    /** Code in ticks is passed over up to this length; a tick that closes later closes nothing. */
    private static final int SHORT_CODE = 400;

    private static final String OPENING = "“「『(（[【《‘«";
    private static final String CLOSING = "”」』)）]】》’»";

    private Enclosed() {}

    /** One past the ticks that close those at {@code open}, or -1; one or two ticks must close within the paragraph. */
    static int closingTicks(String text, int open, int end) {
        int length = 1;
        while (open + length < end && text.charAt(open + length) == '`') {
            length++;
        }
        String ticks = text.substring(open, open + length);
        int limit = end;
        if (length < 3) {
            limit = Math.min(end, open + SHORT_CODE);
            int blank = text.substring(open, limit).indexOf("\n\n");
            limit = blank < 0 ? limit : open + blank;
        }
        for (int close = text.indexOf(ticks, open + length); close >= 0 && close + length <= limit; ) {
            int past = close + length;
            if (past >= end || text.charAt(past) != '`') {
                return past;
            }
            while (past < end && text.charAt(past) == '`') {
                past++;
            }
            close = text.indexOf(ticks, past);
        }
        // Unmatched: the ticks themselves are passed over, as a search from each of them would find nothing either.
        return length >= 3 ? open + length : -1;
    }

    /** Of a range that begins at {@code start}: the mark that closes the quote or bracket opened at {@code open}, if it does so soon and in the same paragraph; or -1. */
    static int closingQuote(String text, int start, int open, int end) {
        char c = text.charAt(open);
        int kind = OPENING.indexOf(c);
        boolean straight = c == '"'
                && (open == start
                        || !Character.isLetterOrDigit(text.charAt(open - 1))
                        || Han.is(text.charAt(open - 1)));
        if (kind < 0 && !straight) {
            return -1;
        }
        char closer = straight ? '"' : CLOSING.charAt(kind);
        int depth = 0;
        int limit = Math.min(end, open + SHORT_QUOTE);
        for (int i = open + 1; i < limit; i++) {
            char d = text.charAt(i);
            if (d == closer) {
                if (depth == 0) {
                    return i;
                }
                depth--;
            } else if (d == c) {
                depth++;
            } else if (d == '\n' && i + 1 < end && text.charAt(i + 1) == '\n') {
                return -1;
            }
        }
        return -1;
    }
}
