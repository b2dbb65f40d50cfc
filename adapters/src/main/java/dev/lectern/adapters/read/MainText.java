package dev.lectern.adapters.read;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Elements;
import org.jsoup.select.NodeVisitor;

/** Finds the part of a web page that its reader came for. The page is changed: the rest is taken out. */
final class MainText {
    private static final String NEVER =
            "script, style, noscript, template, nav, footer, iframe, object, embed, svg, canvas, video,"
                    + " audio, button, input, select, textarea, dialog, head, [hidden], [aria-hidden=true], [role=navigation], [role=banner],"
                    + " [role=contentinfo], [role=search], [role=complementary], [role=menu], [role=menubar], [role=dialog], [role=alertdialog],"
                    + " a.headerlink, a.anchor, a.header-anchor, .lineno, .linenos, .gutter, rt, rp";
    /** Words in class or id by which sites name what surrounds the text. */
    private static final Set<String> AROUND = Set.of(
            "nav",
            "navbar",
            "navigation",
            "menu",
            "sidebar",
            "breadcrumb",
            "breadcrumbs",
            "footer",
            "cookie",
            "cookies",
            "cookie-banner",
            "banner",
            "skip-link",
            "skip",
            "share",
            "social",
            "ads",
            "ad",
            "advert",
            "advertisement",
            "pagination",
            "pager",
            "newsletter",
            "related",
            "related-posts",
            "site-header",
            "site-footer",
            "page-header",
            "topbar",
            "masthead",
            "comments",
            "toc",
            "table-of-contents",
            "print-only",
            "sr-only",
            "visually-hidden",
            "edit-page",
            "feedback",
            "subscribe",
            "popup",
            "modal",
            "promo");

    private static final List<String> MAIN = List.of(
            "main",
            "[role=main]",
            "article",
            "#main-content",
            "#content",
            "#main",
            ".markdown-body",
            ".post-content",
            ".entry-content");
    /** What surrounds the text is never most of the page. */
    private static final double MOST = 0.5;
    /** What calls itself the main part holds at least this much of the page. */
    private static final double LEAST = 0.3;
    /** A block of links larger than this is what the page is for. */
    private static final double LINKS = 0.2;

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
        Letters letters = new Letters(body);
        double most = MOST * letters.in(body);
        body.select("header").forEach(header -> {
            if (header.selectFirst("h1") == null && letters.in(header) < most) {
                header.remove();
            }
        });
        body.select("[class], [id]").forEach(e -> {
            if (isAround(e) && letters.in(e) < most && e.selectFirst("h1") == null) {
                e.remove();
            }
        });
        Element main = main(body, letters);
        dropLinkLists(main);
        return main;
    }

    private static Element main(Element body, Letters letters) {
        for (String place : MAIN) {
            Elements found = body.select(place);
            if (found.size() == 1 && letters.in(found.getFirst()) > LEAST * letters.in(body)) {
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

    /** Lists, tables and lines of nothing but links lead elsewhere; they say nothing here. A page that says what is its main part is trusted. */
    private static void dropLinkLists(Element main) {
        if (!main.normalName().equals("body")) {
            return;
        }
        Letters letters = new Letters(main);
        for (Element block : main.select("ul, ol, table, p, div")) {
            int own = letters.in(block);
            boolean nothingElse = own > 0 && letters.linkedIn(block) >= own && own < LINKS * letters.in(main);
            if (nothingElse && block.selectFirst("h1, h2, h3, img, code, pre") == null) {
                block.remove();
            }
        }
    }

    /** How many letters stand in each element, and how many of them in links: counted once, for pages of any depth. */
    private static final class Letters implements NodeVisitor {
        private final Map<Node, int[]> counts = new HashMap<>();

        Letters(Element root) {
            root.traverse(this);
        }

        int in(Element e) {
            return counts.getOrDefault(e, new int[2])[0];
        }

        int linkedIn(Element e) {
            return counts.getOrDefault(e, new int[2])[1];
        }

        @Override
        public void head(Node node, int depth) {}

        @Override
        public void tail(Node node, int depth) {
            int[] own = counts.computeIfAbsent(node, n -> new int[2]);
            if (node instanceof TextNode text) {
                own[0] = (int) text.getWholeText()
                        .chars()
                        .filter(c -> !Character.isWhitespace(c))
                        .count();
            }
            if (node.normalName().equals("a") && node.hasAttr("href")) {
                own[1] = own[0];
            }
            Node parent = node.parent();
            if (parent != null) {
                int[] above = counts.computeIfAbsent(parent, n -> new int[2]);
                above[0] += own[0];
                above[1] += own[1];
            }
        }
    }
}
