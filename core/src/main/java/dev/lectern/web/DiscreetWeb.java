package dev.lectern.web;

import dev.lectern.redact.Redactor;
import java.util.List;

/** Searches without the personal data of a query: nothing comes back from a search that a placeholder could be put back into. */
public record DiscreetWeb(Web web, Redactor redactor) implements Web {
    @Override
    public boolean searches() {
        return web.searches();
    }

    @Override
    public List<WebHit> search(String query, int page) {
        return web.search(redactor.without(query).replaceAll("\\s+", " ").strip(), page);
    }

    @Override
    public WebPage read(String url, WebManners manners) {
        return web.read(url, manners);
    }

    @Override
    public void forgo(String url, WebManners manners, String why) {
        web.forgo(url, manners, why);
    }
}
