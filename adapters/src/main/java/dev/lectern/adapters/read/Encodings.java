package dev.lectern.adapters.read;

import dev.lectern.corpus.DocumentSink;
import dev.lectern.corpus.ReadException;
import dev.lectern.corpus.Source;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Text from bytes of an unnamed encoding: a byte order mark decides, then strict UTF-8, then whichever of the encodings that
 * decode strictly gives text as people write it. Damaged UTF-8 keeps what is whole. What is no text is refused.
 */
final class Encodings {
    /** Text files beyond this size are not read whole. */
    static final long LARGEST_TEXT = 128L << 20;

    private static final double CERTAIN = 0.25;

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final Charset BIG5 = Charset.forName("Big5-HKSCS");
    private static final Charset WESTERN = Charset.forName("windows-1252");

    /** The decoded text; {@code damaged} where some bytes belonged to no character. */
    record Decoded(String text, Charset charset, boolean damaged) {}

    private Encodings() {}

    /** The text of a whole source; damage is told to the sink. */
    static String text(Source source, DocumentSink sink) {
        Decoded decoded = decode(source.bytes(LARGEST_TEXT));
        if (decoded.damaged) {
            sink.problem("", "some bytes are no " + decoded.charset + " and were replaced");
        }
        return decoded.text;
    }

    static Decoded decode(byte[] bytes) {
        Optional<Decoded> marked = marked(bytes);
        if (marked.isPresent()) {
            return marked.get();
        }
        Optional<Charset> wide = wide(bytes);
        if (wide.isPresent()) {
            return lenient(bytes, 0, wide.get());
        }
        Optional<String> utf8 = strict(bytes, StandardCharsets.UTF_8);
        if (utf8.isEmpty()) {
            Optional<Decoded> chinese = wideChinese(bytes);
            if (chinese.isPresent()) {
                return chinese.get();
            }
        }
        refuseBinary(bytes);
        if (utf8.isPresent()) {
            return new Decoded(utf8.get(), StandardCharsets.UTF_8, false);
        }
        return best(bytes);
    }

    private static Optional<Decoded> marked(byte[] b) {
        if (b.length >= 3 && b[0] == (byte) 0xEF && b[1] == (byte) 0xBB && b[2] == (byte) 0xBF) {
            return Optional.of(lenient(b, 3, StandardCharsets.UTF_8));
        }
        if (b.length >= 2 && b[0] == (byte) 0xFF && b[1] == (byte) 0xFE) {
            return Optional.of(lenient(b, 2, StandardCharsets.UTF_16LE));
        }
        if (b.length >= 2 && b[0] == (byte) 0xFE && b[1] == (byte) 0xFF) {
            return Optional.of(lenient(b, 2, StandardCharsets.UTF_16BE));
        }
        return Optional.empty();
    }

    /** UTF-16 without a mark: line feeds and spaces of two bytes, on the same side throughout. */
    private static Optional<Charset> wide(byte[] b) {
        if (b.length < 4 || b.length % 2 != 0) {
            return Optional.empty();
        }
        int big = 0;
        int little = 0;
        int zeros = 0;
        for (int i = 0; i + 1 < b.length; i += 2) {
            zeros += (b[i] == 0 ? 1 : 0) + (b[i + 1] == 0 ? 1 : 0);
            big += b[i] == 0 && isPlain(b[i + 1]) ? 1 : 0;
            little += b[i + 1] == 0 && isPlain(b[i]) ? 1 : 0;
        }
        int most = Math.max(big, little);
        if (most < 2 || most * 100 < b.length / 2 || zeros - most > most / 20) {
            return Optional.empty();
        }
        return Optional.of(big > little ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE);
    }

    /** UTF-16 without a mark and with hardly a plain character: so common are its characters in no other reading. */
    private static Optional<Decoded> wideChinese(byte[] bytes) {
        for (Charset charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            Optional<String> text = bytes.length % 2 == 0 ? strict(bytes, charset) : Optional.empty();
            if (text.isPresent() && Likely.chinese(text.get()) > CERTAIN) {
                return Optional.of(new Decoded(text.get(), charset, false));
            }
        }
        return Optional.empty();
    }

    private static boolean isPlain(byte b) {
        return b == '\n' || b == '\r' || b == '\t' || (b >= ' ' && b < 0x7f);
    }

    private static void refuseBinary(byte[] bytes) {
        int odd = 0;
        for (byte b : bytes) {
            if (b >= 0 && b < ' ' && b != '\n' && b != '\r' && b != '\t' && b != '\f' && b != 0x1b) {
                odd++;
            }
        }
        if (odd * 50L > bytes.length) {
            throw new ReadException("binary, no text", "give the file the ending of its format");
        }
    }

    private static Decoded best(byte[] bytes) {
        Decoded utf8 = lenient(bytes, 0, StandardCharsets.UTF_8);
        long broken = utf8.text.chars().filter(c -> c == '\ufffd').count();
        long whole =
                utf8.text.chars().filter(c -> c > '\u007f' && c != '\ufffd').count();
        if (whole > 4 * broken) {
            return utf8;
        }
        Decoded best = new Decoded("", WESTERN, true);
        double top = 0;
        for (Charset charset : List.of(GB18030, BIG5, WESTERN)) {
            Optional<String> text = strict(bytes, charset);
            double score = text.map(t -> charset.equals(WESTERN) ? Likely.western(t) : Likely.chinese(t))
                    .orElse(0.0);
            if (score > top) {
                top = score;
                best = new Decoded(text.orElse(""), charset, false);
            }
        }
        if (top == 0) {
            Decoded chinese = lenient(bytes, 0, GB18030);
            best = Likely.chinese(chinese.text) > 0.1 ? chinese : whole > broken ? utf8 : lenient(bytes, 0, WESTERN);
        }
        return best;
    }

    private static Optional<String> strict(byte[] bytes, Charset charset) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static Decoded lenient(byte[] bytes, int from, Charset charset) {
        String text = new String(bytes, from, bytes.length - from, charset);
        return new Decoded(text, charset, text.indexOf('\ufffd') >= 0);
    }
}
