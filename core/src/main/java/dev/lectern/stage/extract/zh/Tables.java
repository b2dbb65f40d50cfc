package dev.lectern.stage.extract.zh;

import dev.lectern.corpus.Block;
import dev.lectern.corpus.Span;
import dev.lectern.stage.extract.page.Headings;
import dev.lectern.stage.extract.page.Page;
import dev.lectern.stage.extract.page.Section;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** Tables that questions can be made of: every row full, a header of distinct words, a heading that says what it holds. */
final class Tables {
    private Tables() {}

    /** @param title what the table is about: the section's heading, else the page's topic */
    record Good(Section section, Block.Table table, List<String> header, String title) {}

    static List<Good> of(Page page) {
        return page.sections().stream()
                .flatMap(s -> s.blocks(Block.Table.class).map(t -> good(page, s, t)))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Good> good(Page page, Section section, Block.Table table) {
        if (!table.headed() || table.rows().size() < 4) {
            return Optional.empty();
        }
        List<String> header = table.rows().getFirst().stream()
                .map(page::text)
                .map(String::strip)
                .toList();
        boolean named =
                header.stream().allMatch(h -> h.codePoints().anyMatch(Character::isLetter) && Script.length(h) <= 14)
                        && new HashSet<>(header).size() == header.size();
        boolean full = table.rows().stream()
                .allMatch(r -> r.size() == header.size()
                        && r.stream().noneMatch(c -> page.text(c).isBlank()));
        boolean alone = section.blocks(Block.Table.class).count() == 1;
        Optional<String> title = Optional.of(Headings.clean(section.title()))
                .filter(t -> !t.isEmpty() && !Headings.generic(t))
                .or(page::topic);
        return named && full && alone && header.size() >= 2 && title.isPresent()
                ? Optional.of(new Good(section, table, header, title.get()))
                : Optional.empty();
    }

    static String cell(Page page, Span cell) {
        return page.text(cell).strip().replace("\\|", "|");
    }
}
