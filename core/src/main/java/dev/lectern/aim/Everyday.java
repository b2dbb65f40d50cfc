package dev.lectern.aim;

import dev.lectern.model.Meaning.Worded;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Pairs about everyday things, forty subjects in a language: how near to a target a pair lies that has nothing to do with it. A corpus can't say
 * that, as all of it may be about the target or in another language.
 */
public final class Everyday {
    private Everyday() {}

    /** The pairs of the language, of whatever region or script; empty if there are none in it. */
    public static List<Worded> in(String language) {
        String plain = language.replaceFirst("-.*", "");
        try (InputStream in = Everyday.class.getResourceAsStream("everyday-" + plain + ".txt")) {
            return Optional.ofNullable(in).map(Everyday::read).orElse(List.of()).stream()
                    .map(line -> line.split("\\|", 2))
                    .map(pair -> new Worded(PairText.of(pair[0], pair[1]), language))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the everyday pairs in '" + plain + "'", e);
        }
    }

    private static List<String> read(InputStream in) {
        return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                .lines()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .toList();
    }
}
