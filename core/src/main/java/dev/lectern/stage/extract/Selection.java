package dev.lectern.stage.extract;

import dev.lectern.stage.extract.page.Find;
import dev.lectern.stage.extract.page.Language;
import dev.lectern.stage.extract.page.Page;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Picks among a page's finds: the better family first, then the better find, then the earlier. One span makes one sample,
 * one question one sample, and a section or a page no more than its share.
 */
final class Selection {
    private final Page page;
    private final Language language;
    private final int perSection;
    private final int mostOfPage;
    private final List<Find> taken = new ArrayList<>();
    private final Set<String> questions = new HashSet<>();
    private final Set<String> subjects = new HashSet<>();

    Selection(Page page, Language language, int perSection, int wordsPerRow) {
        this.page = page;
        this.language = language;
        this.perSection = perSection;
        this.mostOfPage = Math.max(1, language.words(page.text()) / wordsPerRow);
    }

    /** @param finds in the order of families, each family's in text order */
    List<Find> of(List<Find> finds) {
        List<Find> ranked = new ArrayList<>(finds);
        List<String> order =
                finds.stream().map(f -> f.family().name()).distinct().toList();
        ranked.sort(Comparator.<Find>comparingInt(f -> order.indexOf(f.family().name()))
                .thenComparingInt(Find::rank)
                .thenComparingInt(f -> f.answer().start()));
        ranked.forEach(this::offer);
        taken.sort(Comparator.comparingInt(f -> f.answer().start()));
        return List.copyOf(taken);
    }

    private void offer(Find find) {
        if ((find.family().authored() || room(find))
                && ofFamilyAndSection(find) < find.family().perSection(perSection)
                && taken.stream().noneMatch(t -> copiesTheSame(t, find))
                && (find.about().isEmpty() || !subjects.contains(find.about()))
                && find.wordings().stream().noneMatch(w -> questions.contains(key(find, w)))) {
            taken.add(find);
            subjects.add(find.about());
            find.wordings().forEach(w -> questions.add(key(find, w)));
        }
    }

    /** The same instruction over another input is another question. */
    private String key(Find find, String wording) {
        return language.questionKey(page, wording)
                + find.input().map(page::text).orElse("");
    }

    private static boolean copiesTheSame(Find one, Find other) {
        if (one.input().isPresent() && other.input().isPresent()) {
            return one.input().equals(other.input());
        }
        if (one.input().isPresent() || other.input().isPresent()) {
            return false;
        }
        return one.answer().overlaps(other.answer());
    }

    /** What the page and the section may still give; rows of tables have their own share of a section. */
    private boolean room(Find find) {
        return taken.stream().filter(t -> !t.family().authored()).count() < mostOfPage
                && (find.family().perSection(perSection) > perSection || ofSection(find) < perSection)
                && ofFamily(find) < Math.min(familyShare(), find.family().perPage());
    }

    private long ofFamilyAndSection(Find find) {
        return taken.stream()
                .filter(t -> t.family().equals(find.family())
                        && t.section().number() == find.section().number())
                .count();
    }

    private long ofSection(Find find) {
        return taken.stream()
                .filter(t -> t.section().number() == find.section().number())
                .count();
    }

    private long ofFamily(Find find) {
        return taken.stream().filter(t -> t.family().equals(find.family())).count();
    }

    /** No family fills a page: at most half of what the page may give, but two anyway. */
    private int familyShare() {
        return Math.max(2, mostOfPage / 2);
    }
}
