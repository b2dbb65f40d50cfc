package dev.lectern.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MessagesTest {
    private static final Pattern PLACE = Pattern.compile("\\{\\d}");

    @Test
    void everyMessageStandsInBothLanguagesWithTheSamePlaces() throws IOException {
        for (String area : areas()) {
            Messages english = Messages.of(area, "en");
            Messages chinese = Messages.of(area, "zh");
            assertThat(chinese.keys()).as(area).isEqualTo(english.keys());
            for (String key : english.keys()) {
                assertThat(places(chinese.get(key))).as(area + ": " + key).isEqualTo(places(english.get(key)));
            }
        }
    }

    private static List<String> areas() throws IOException {
        Path folder = Path.of(System.getProperty("lectern.root"), "core/src/main/resources/messages");
        try (Stream<Path> files = Files.list(folder)) {
            List<String> areas = files.map(f -> f.getFileName().toString())
                    .filter(name -> name.endsWith("_en.properties"))
                    .map(name -> name.substring(0, name.length() - "_en.properties".length()))
                    .toList();
            assertThat(areas).isNotEmpty();
            return areas;
        }
    }

    private static Set<String> places(String message) {
        Set<String> places = new TreeSet<>();
        PLACE.matcher(message).results().forEach(m -> places.add(m.group()));
        return places;
    }

    @Test
    void fillsPlacesOnceSoThatArgumentsCannotAskForOthers() {
        String said = Messages.of("export", "en").get("would-skip", "{1}", "{0}", "it's");
        assertThat(said).startsWith("Read back by the rules of {1}: it would not train {0} rows of it's");
    }

    @Test
    void servesEveryChineseInChineseAndTheRestInEnglish() {
        assertThat(Stream.of("zh", "zh-TW", "zh_CN.UTF-8", "ZH").map(Messages::supported))
                .containsOnly("zh");
        assertThat(Stream.of("", "en", "de", "C.UTF-8").map(Messages::supported))
                .containsOnly("en");
    }

    @Test
    void aMissingMessageNamesItsKey() {
        assertThatThrownBy(() -> Messages.of("export", "zh").get("no-such")).hasMessageContaining("no-such");
    }
}
