package dev.lectern.kind;

import dev.lectern.sample.Evidence;
import dev.lectern.sample.Sample;
import dev.lectern.sample.Turn;
import dev.lectern.text.Han;
import dev.lectern.text.Leaks;
import dev.lectern.text.Words;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A conversation: user and assistant take turns, what the user asks later is only understood with what was said before, and every answer
 * of the assistant rests on a quote.
 */
record Dialogue() implements TaskKind {
    /** A question and its answer are no conversation yet. */
    private static final int FEWEST_TURNS = 4;
    /** Of an answer's telling words at least this share stands in quotes or in what was asked. */
    private static final double SUPPORTED = 0.3;
    /** A follow-up this short leaves most of its question to the history. */
    private static final int SHORT = 5;

    private static final int SHORT_HAN = 10;
    private static final int TELLING = 4;

    private static final Pattern LOOKS_BACK = Pattern.compile(
            "(?i)\\b(?:it|its|they|them|their|those|these|that|this|he|she|his|her|there|then|one|ones|same|other|others|another|instead|also|else|too|again|still|former|latter|both|either|neither|earlier|before|you (?:said|mentioned|meant|just)|so|but|actually|i meant|sorry|correction|no,|wait|(?:what|how) about|and|why|in that case|otherwise|the (?:first|second|third|last)|more detail|example)\\b"
                    + "|它|他|她|这|那|其|此|呢|刚才|刚刚|上面|前面|前者|后者|之前|还有|还能|另外|此外|那么|同样|再|也|又|你说|您说|不对|我是说|更正|抱歉|说错|为什么|第[一二三]|具体|举例|两者|哪个");

    @Override
    public String name() {
        return "dialogue";
    }

    @Override
    public AnswerForm form() {
        return new DialogueAnswer();
    }

    @Override
    public Optional<String> fault(Sample sample, List<String> passages) {
        List<Turn> turns = sample.messages().stream()
                .filter(turn -> !turn.role().equals("system"))
                .toList();
        if (!alternates(turns)) {
            return Optional.of("turns do not alternate from user to assistant");
        } else if (turns.size() < FEWEST_TURNS) {
            return Optional.of("no follow-up");
        } else if (turns.stream().anyMatch(turn -> Words.count(turn.content()) == 0)) {
            return Optional.of("empty turn");
        }
        Set<String> said = new HashSet<>();
        if (!turns.stream().allMatch(turn -> said.add(Words.question(turn.content())))) {
            return Optional.of("a turn is repeated");
        } else if (turns.stream().anyMatch(turn -> Leaks.find(turn.content()).isPresent())) {
            return Optional.of("a turn points at the source");
        } else if (turns.stream().skip(1).anyMatch(turn -> otherLanguage(turns.getFirst(), turn))) {
            return Optional.of("a turn in another language");
        } else if (!followsUp(turns)) {
            return Optional.of("follow-ups do not need the history");
        }
        return unsupported(turns, sample) ? Optional.of("a turn without a quote") : Optional.empty();
    }

    private static boolean alternates(List<Turn> turns) {
        for (int i = 0; i < turns.size(); i++) {
            if (!turns.get(i).role().equals(i % 2 == 0 ? "user" : "assistant")) {
                return false;
            }
        }
        return !turns.isEmpty() && turns.size() % 2 == 0;
    }

    /** At least half of what the user says later looks back, by a word that stands for something said before or by being short. */
    private static boolean followsUp(List<Turn> turns) {
        int later = 0;
        int back = 0;
        for (int i = 2; i < turns.size(); i += 2) {
            String said = turns.get(i).content();
            boolean isShort = Words.count(said) <= (Han.mostly(said) ? SHORT_HAN : SHORT);
            later++;
            back += isShort || LOOKS_BACK.matcher(said).find() ? 1 : 0;
        }
        return 2 * back >= later;
    }

    private static boolean otherLanguage(Turn first, Turn turn) {
        return Han.mostly(first.content()) != Han.mostly(turn.content()) && Words.count(turn.content()) > 2 * TELLING;
    }

    private static boolean unsupported(List<Turn> turns, Sample sample) {
        Set<String> known = new HashSet<>();
        sample.evidence().stream().map(Evidence::quote).map(Words::of).forEach(known::addAll);
        for (int i = 1; i < turns.size(); i += 2) {
            known.addAll(Words.of(turns.get(i - 1).content()));
            List<String> words = Words.of(turns.get(i).content()).stream()
                    .filter(word -> word.length() >= TELLING || Han.any(word))
                    .distinct()
                    .toList();
            long held = words.stream().filter(known::contains).count();
            if (held < SUPPORTED * words.size()) {
                return true;
            }
        }
        return false;
    }
}
