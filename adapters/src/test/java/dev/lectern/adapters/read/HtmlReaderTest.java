package dev.lectern.adapters.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.corpus.Document;
import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;

class HtmlReaderTest {
    @Test
    void keepsTheMainTextAlone() {
        Document page = read("""
                <html lang="en"><head><title>Gate | Site</title><style>p{}</style></head><body>
                <header><a href="/">Site</a></header><nav><ul><li><a href="a">A</a></ul></nav>
                <main><h1>Gate<a class="headerlink" href="#g">¶</a></h1><p>It <b>opens</b> at noon.</p>
                <p hidden>secret</p><p style="display: none">hidden</p><script>var x = 1;</script></main>
                <footer>Copyright</footer></body></html>""");
        assertThat(Reading.blocks(page)).containsExactly("Heading1: Gate", "Paragraph: It opens at noon.");
        assertThat(page.title()).isEqualTo("Gate");
        assertThat(page.language()).isEqualTo("en");
    }

    @Test
    void readsListsTablesCodeAndTerms() {
        Document page = read("""
                <main><ol start="2"><li>Two<ul><li>inner</li></ul></li></ol>
                <table><tr><th>Key</th><th>Use</th></tr><tr><td rowspan="2">a</td><td>b | c</td></tr><tr><td>d</td></tr></table>
                <pre class="language-sh"><code>ls -l
                cd</code></pre><dl><dt>Sluice</dt><dd>A gate.</dd></dl><blockquote><p>Said.</p></blockquote></main>""");
        assertThat(Reading.blocks(page))
                .containsExactly(
                        "Item: 2. Two",
                        "Item:   - inner",
                        "Table: | Key | Use |\n| --- | --- |\n| a | b \\| c |\n| a | d |",
                        "Code: ```sh\nls -l\ncd\n```",
                        "Item: - Sluice: A gate.",
                        "Paragraph in quote: Said.");
    }

    @Test
    void believesTheDeclaredEncoding() {
        byte[] page = "<meta charset=gb2312><p>水位与流量</p>".getBytes(Charset.forName("GBK"));
        assertThat(Reading.of(new HtmlReader(), "a.html", page).only().text()).isEqualTo("水位与流量");
    }

    @Test
    void survivesTwoHundredThousandNestedTags() {
        assertThat(read("<div>".repeat(200_000) + "deep").text()).contains("deep");
    }

    private static Document read(String html) {
        return Reading.of(new HtmlReader(), "page.html", html).only();
    }
}
