package dev.lectern.text;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingType;

/**
 * Counts tokens as o200k_base does: near enough to any current model to plan with. Safe for many threads; the vocabulary is
 * loaded at the first count. Text without a gap is cut, so that no input costs more than its length.
 */
public final class Tokens {
    /** Longer text is counted piece by piece, cut before white space, so that a piece's cost stays bounded. */
    private static final int PIECE = 4096;

    private Tokens() {}

    public static int count(String text) {
        return count(text, Vocabulary.ENCODING);
    }

    /** As cl100k_base does, which models before GPT-4o used. */
    public static int countOlder(String text) {
        return count(text, OlderVocabulary.ENCODING);
    }

    private static int count(String text, Encoding encoding) {
        int tokens = 0;
        for (int at = 0; at < text.length(); ) {
            int end = pieceEnd(text, at);
            tokens += encoding.countTokensOrdinary(text.substring(at, end));
            at = end;
        }
        return tokens;
    }

    private static int pieceEnd(String text, int at) {
        int end = at + PIECE;
        if (end >= text.length()) {
            return text.length();
        }
        for (int i = end; i > at + PIECE / 2; i--) {
            if (Character.isWhitespace(text.charAt(i)) && !Character.isWhitespace(text.charAt(i - 1))) {
                return i;
            }
        }
        return Character.isLowSurrogate(text.charAt(end)) ? end - 1 : end;
    }

    /** Loaded when first touched: reading the vocabulary takes a quarter of a second that `--help` need not pay. */
    private static final class Vocabulary {
        static final Encoding ENCODING = Encodings.newLazyEncodingRegistry().getEncoding(EncodingType.O200K_BASE);
    }

    private static final class OlderVocabulary {
        static final Encoding ENCODING = Encodings.newLazyEncodingRegistry().getEncoding(EncodingType.CL100K_BASE);
    }
}
