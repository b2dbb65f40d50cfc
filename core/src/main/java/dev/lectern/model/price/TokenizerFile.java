package dev.lectern.model.price;

import com.fasterxml.jackson.databind.JsonNode;
import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingRegistry;
import com.knuddels.jtokkit.api.GptBytePairEncodingParams;
import dev.lectern.check.ProblemsException;
import dev.lectern.model.TokenCounter;
import dev.lectern.text.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Counts by a {@code tokenizer.json} of byte pairs over bytes, as Qwen, Llama 3, DeepSeek, GLM and GPT have. Text is cut by the most
 * detailed of the file's patterns and pairs are merged in the file's order; special tokens are not looked for, since prompts hold none.
 */
final class TokenizerFile {
    /** How GPT-2 cuts text, for files that say no more than that they work on bytes. */
    private static final String BY_WORDS =
            "'(?:[sdmt]|ll|ve|re)| ?\\p{L}+| ?\\p{N}+| ?[^\\s\\p{L}\\p{N}]+|\\s+(?!\\S)|\\s+";

    private static final Map<Integer, Integer> BYTES = bytes();

    private record Counter(String name, Encoding encoding) implements TokenCounter {
        @Override
        public long count(String text) {
            return encoding.countTokensOrdinary(text);
        }
    }

    private TokenizerFile() {}

    /** @throws ProblemsException if there is no such file, or it is no tokenizer of this kind */
    static TokenCounter open(Path file, String where) {
        JsonNode root;
        try {
            root = Json.mapper().readTree(Files.readString(file));
        } catch (IOException e) {
            throw new ProblemsException(
                    "the tokenizer " + file + " can't be read: " + e.getMessage(),
                    where,
                    "name the tokenizer.json of the model, or leave 'tokenizer' out");
        }
        JsonNode model = root.path("model");
        if (!model.path("type").asText().equals("BPE") || !root.toString().contains("ByteLevel")) {
            throw new ProblemsException(
                    "the tokenizer " + file + " is not of byte pairs over bytes, which is all that can be read",
                    where,
                    "leave 'tokenizer' out: OpenAI's counts as the nearest there is");
        }
        EncodingRegistry registry = Encodings.newLazyEncodingRegistry();
        String name = String.valueOf(file.getFileName());
        registry.registerGptBytePairEncoding(
                new GptBytePairEncodingParams(name, pattern(root), ranks(model.path("merges")), Map.of()));
        return new Counter(name, registry.getEncoding(name).orElseThrow());
    }

    private static Pattern pattern(JsonNode root) {
        Optional<String> longest = root.path("pre_tokenizer").findValuesAsText("Regex").stream()
                .reduce((one, other) -> other.length() > one.length() ? other : one);
        try {
            return Pattern.compile(longest.orElse(BY_WORDS), Pattern.UNICODE_CHARACTER_CLASS);
        } catch (PatternSyntaxException e) {
            return Pattern.compile(BY_WORDS, Pattern.UNICODE_CHARACTER_CLASS);
        }
    }

    /** Every byte first, then what each merge makes, in the order of the merges. The encoder takes them so, and reads them all once. */
    @SuppressWarnings("ArrayAsKeyOfSetOrMap")
    private static Map<byte[], Integer> ranks(JsonNode merges) {
        Map<String, byte[]> made = new HashMap<>();
        List<byte[]> order = new ArrayList<>();
        BYTES.values().stream().sorted().forEach(each -> order.add(new byte[] {each.byteValue()}));
        for (JsonNode merge : merges) {
            String pair = merge.isArray()
                    ? merge.path(0).asText() + merge.path(1).asText()
                    : merge.asText().replaceFirst(" ", "");
            if (made.putIfAbsent(pair, raw(pair)) == null) {
                order.add(raw(pair));
            }
        }
        Map<byte[], Integer> ranks = new HashMap<>();
        for (int i = 0; i < order.size(); i++) {
            ranks.put(order.get(i), i);
        }
        return ranks;
    }

    private static byte[] raw(String token) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        token.codePoints().forEach(letter -> bytes.write(BYTES.getOrDefault(letter, 0)));
        return bytes.toByteArray();
    }

    /** The letters that stand for bytes in such files: those that can be seen for themselves, others from U+0100 on. */
    private static Map<Integer, Integer> bytes() {
        Map<Integer, Integer> bytes = new HashMap<>();
        int next = 256;
        for (int each = 0; each < 256; each++) {
            boolean seen = (each >= '!' && each <= '~') || (each >= 0xA1 && each <= 0xAC) || each >= 0xAE;
            bytes.put(seen ? each : next++, each);
        }
        return Map.copyOf(bytes);
    }
}
