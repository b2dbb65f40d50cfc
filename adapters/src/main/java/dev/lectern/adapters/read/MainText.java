package dev.lectern.adapters.read;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

/** Finds the part of a web page that its reader came for. The page is changed: the rest is taken out. */
final class MainText {
    private static final String NEVER = "script, style, noscript, template, nav, footer, iframe, object, embed, svg, canvas, video,"
            + " audio, button, input, select, textarea, dialog, head, [hidden], [aria-hidden=true], [role=navigation], [role=banner],"
            + " [role=contentinfo], [role=search], [role=complementary], [role=menu], [role=menubar], [role=dialog], [role=alertdialog],"
            + " a.headerlink, a.anchor, a.header-anchor, .lineno, .linenos, .gutter, rt, rp";
    /** Words in class or id by which sites name what surrounds the text. */
    private static final Set<String> AROUND = Set.of(
            "nav", "navbar", "navigation", "menu", "sidebar", "breadcrumb", "breadcrumbs", "footer", "cookie", "cookies", "cookie-banner",
            "banner", "skip-link", "skip", "share", "social", "ads", "ad", "advert", "advertisement", "pagination", "pager", "newsletter",
            "related", "related-posts", "site-header", "site-footer", "page-header", "topbar", "masthead", "comments", "toc", "table-of-contents",
            "print-only", "sr-only", "visually-hidden", "edit-page", "feedback", "subscribe", "popup", "modal", "promo");
    private static final List<String> MAIN = List.of("main", "[role=main]", "article", "#main-content", "#content", "#main", ".markdown-body", ".post-content", ".entry-content");
    /** What surrounds the text is never most of the page. */
    private static final double MOST = 0.5;

    private MainText() {}

    static Element of(Document page) {
        Element body = page.body();
        body.select(NEVER).remove();
        body.select("[style]").forEach(e -> {
            String style = e.attr("style").toLowerCase(Locale.ROOT).replaceAll("\\s", "");
            if (style.contains("display:none") || style.contains("visibility:hidden")) {
                e.remove();
            }
        });
        int all = Math.max(1, letters(body));
        body.select("header").forEach(header -> {
            if (header.selectFirst("h1") == null && letters(header) < MOST * all) {
                header.remove();
            }
        });
        body.select("[class], [id]").forEach(e -> {
            if (isAround(e) && letters(e) < MOST * all && e.selectFirst("h1") == null) {
                e.remove();
            }
        });
        Element main = main(body, all);
        dropLinkLists(main, letters(main));
        return main;
    }

    private static Element main(Element body, int all) {
        for (String place : MAIN) {
            Elements found = body.select(place);
            if (found.size() == 1 && letters(found.getFirst()) > 0.3 * all) {
                return found.getFirst();
            }
        }
        return body;
    }

    private static boolean isAround(Element e) {
        if (AROUND.contains(e.id().toLowerCase(Locale.ROOT))) {
            return true;
        }
        return e.classNames().stream().anyMatch(name -> AROUND.contains(name.toLowerCase(Locale.ROOT)));
    }

    /** Lists, tables and lines of nothing but links lead elsewhere; they say nothing here. */
    private static void dropLinkLists(Element main, int all) {
        for (Element block : main.select("ul, ol, table, p, div")) {
            int letters = letters(block);
            boolean lines = block.tagName().equals("p") || block.tagName().equals("div");
            int least = lines ? 1 : 2;
            Elements links = block.select("a[href]");
            boolean atEdge = block.parents().stream().noneMatch(p -> p.tagName().equals("main") || p.tagName().equals("article"));
            if (atEdge && letters > 0 && letters < 0.2 * all && links.size() >= least) {
                int linked = links.stream().mapToInt(MainText::letters).sum();
                if (linked >= letters && block.selectFirst("h1, h2, h3, img, code, pre") == null) {
                    block.remove();
                }
            }
        }
    }

    private static int letters(Element e) {
        int[] letters = {0};
        e.nodeStream(org.jsoup.nodes.TextNode.class).forEach(text -> letters[0] +=
                (int) text.getWholeText().chars().filter(c -> !Character.isWhitespace(c)).count());
        return letters[0];
    }
}
