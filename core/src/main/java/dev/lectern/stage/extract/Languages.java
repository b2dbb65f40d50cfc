package dev.lectern.stage.extract;

import dev.lectern.stage.extract.en.English;
import dev.lectern.stage.extract.page.Language;
import dev.lectern.stage.extract.zh.Chinese;
import java.util.List;
import java.util.Optional;

/** The languages that have families. */
final class Languages {
    private static final List<Language> ALL = List.of(new English(), new Chinese());

    private Languages() {}

    static Optional<Language> of(String code) {
        return ALL.stream()
                .filter(l -> code.equals(l.code()) || code.startsWith(l.code() + "-"))
                .findFirst();
    }
}
