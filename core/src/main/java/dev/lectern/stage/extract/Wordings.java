package dev.lectern.stage.extract;

import dev.lectern.stage.extract.page.Family;
import dev.lectern.stage.extract.page.Find;
import dev.lectern.stage.extract.page.Page;
import dev.lectern.text.Chance;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Draws a find's wording by what is asked and said, never by id or place: an edit elsewhere or a rename re-words nothing. Only
 * where an earlier find of the same family on the page drew the same one, the next free one is taken, for neighbours that
 * differ in one word are near copies.
 */
final class Wordings {
    private final Page page;
    private final Chance chance;
    private final Map<Family, Set<Integer>> used = new HashMap<>();

    Wordings(Page page, Chance chance) {
        this.page = page;
        this.chance = chance;
    }

    String of(Find find) {
        int all = find.wordings().size();
        Set<Integer> before = used.computeIfAbsent(find.family(), f -> new HashSet<>());
        if (before.size() >= all) {
            before.clear();
        }
        int drawn = chance.pick(all, key(find), "wording");
        while (before.contains(drawn)) {
            drawn = (drawn + 1) % all;
        }
        before.add(drawn);
        return find.wordings().get(drawn);
    }

    private String key(Find find) {
        return String.join("\n", page.path(find.section())) + "\n"
                + find.answer().text(page.text())
                + find.input().map(page::text).orElse("");
    }
}
