package dev.lectern.stage.retrieve;

import dev.lectern.corpus.Document;
import dev.lectern.model.ModelException;
import dev.lectern.web.Web;
import dev.lectern.web.WebHit;
import dev.lectern.web.WebManners;
import dev.lectern.web.WebPage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The reading of pages for one query: down the results until enough were read. What cannot be read does not count. */
record PageReading(Web web, WebManners manners, int links, int resultPages) {
    /**
     * The pages read, in the order of the results, each once.
     *
     * @throws ModelException {@code UNREACHABLE} if the engine or all pages could not be reached, so that nothing is known
     */
    List<Document> of(String query) {
        List<Document> read = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        Map<String, String> unreached = new LinkedHashMap<>();
        for (int page = 1; page <= resultPages && read.size() < links; page++) {
            List<WebHit> hits = web.search(query, page);
            boolean more = false;
            for (WebHit hit : hits) {
                String url = hit.url().replaceFirst("#.*$", "");
                if (!seen.add(url)) {
                    continue;
                }
                more = true;
                if (read.size() < links) {
                    read(url, read, unreached);
                }
            }
            if (!more) {
                break;
            }
        }
        if (read.isEmpty() && !unreached.isEmpty()) {
            throw new ModelException(
                    ModelException.Kind.UNREACHABLE,
                    "no page could be reached: "
                            + unreached.entrySet().iterator().next(),
                    "");
        }
        // Others were reached, so it is these pages that are away, not the web: a later run shall find the same.
        unreached.forEach((url, why) -> web.forgo(url, manners, why));
        return read;
    }

    private void read(String url, List<Document> read, Map<String, String> unreached) {
        switch (web.read(url, manners)) {
            case WebPage.Read page -> {
                // Two addresses may lead to the same page.
                if (!read.contains(page.document())) {
                    read.add(page.document());
                }
            }
            case WebPage.Unreached nobody -> unreached.put(url, nobody.why());
            case WebPage.Refused no -> {
                // Counted where it was refused; the next hit takes its place.
            }
        }
    }
}
