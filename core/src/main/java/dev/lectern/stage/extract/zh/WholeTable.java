package dev.lectern.stage.extract.zh;

import dev.lectern.stage.extract.page.Answer;
import dev.lectern.stage.extract.page.Family;
import dev.lectern.stage.extract.page.Find;
import dev.lectern.stage.extract.page.Headings;
import dev.lectern.stage.extract.page.Page;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A table as a whole, asked for by its heading and columns. */
record WholeTable() implements Family {
    private static final int PER_PAGE = 2;
    private static final int MOST_ROWS = 16;

    @Override
    public String name() {
        return "table";
    }

    @Override
    public String task() {
        return "extraction";
    }

    @Override
    public void find(Page page, Consumer<Find> out) {
        Scope scope = Scope.of(page);
        int asked = 0;
        for (Tables.Good good : Tables.of(page)) {
            boolean faq = good.header().stream().map(Script::fold).anyMatch(h -> h.equals("问题") || h.equals("答案"));
            if (asked < PER_PAGE
                    && !Tasks.heading(good.title())
                    && !faq
                    && !Cells.prefers(page, good)
                    && good.table().rows().size() <= MOST_ROWS
                    && !Headings.generic(good.title())) {
                asked++;
                List<String> wordings = Phrasing.of(
                        scope, "table", scope.thing(good.title()), Map.of("C", columns(scope, good.header())));
                out.accept(new Find(
                        this, good.section(), wordings, Answer.of(good.table().span())));
            }
        }
    }

    private static String columns(Scope scope, List<String> header) {
        String all = String.join("、", header.subList(0, header.size() - 1));
        return scope.join(all, "和", header.getLast());
    }
}
