package dev.lectern.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentencesTest {
    /** Each line is a text; " ⏐ " stands where a sentence must end, and nowhere else. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Dr. Smith met Mrs. Jones. ⏐ They left.",
                "Use it, e.g. Vec or String, i.e. Anything owned. ⏐ Then stop.",
                "See Fig. 3 and No. 5 of Vol. 2. ⏐ It is clear.",
                "Was that all? ⏐ No. ⏐ It went on.",
                "The U.S. Army left the U.S. in 1945. ⏐ The U.K. did not.",
                "He lives in the U.S. ⏐ She lives in Peru.",
                "J. R. R. Tolkien wrote it. ⏐ C. S. Lewis read it.",
                "Take vitamin C. ⏐ The rest is luck.",
                "Pi is 3.14. ⏐ Version 1.2.3 came out. ⏐ Open main.rs. ⏐ Then run it.",
                "Node.js and Vue.js are tools. ⏐ Both are free.",
                "Call `a.b. C` or `x? Y` first. ⏐ Then rest.",
                "`foo` returns a list. ⏐ `bar` returns nothing.",
                "He said, \"Stop. Go on.\" ⏐ Then he left.",
                "She asked “Why? How?” and went away. ⏐ Nobody knew.",
                "(This is optional. Skip it.) ⏐ Then build.",
                "It works (see Fig. 2. It shows the parts) quite well. ⏐ Good.",
                "It works (mostly.) Nobody minds that.",
                "Wait... ⏐ What was that?",
                "Wait... what was that?",
                "Is it so?! ⏐ Yes!",
                "Apple Inc. makes phones. ⏐ It was founded by Jobs et al. in 1976.",
                "Smith et al. (2010) found it. ⏐ Jones did not.",
                "It was founded by Apple Inc. ⏐ The rest is history.",
                "Meet at 5 p.m. ⏐ The door is open.",
                "It was hot.[12] ⏐ Then it rained.",
                "**Note.** ⏐ The server must run.",
                "Read https://a.example/b.c?d=e. ⏐ Then go.",
                "The macro is println! and that is it. ⏐ Fine.",
                "On Jan. 5 it began. ⏐ In Sept. 1999 it ended.",
                "1. Install it. ⏐ Then run it.",
                "Prices rose 5% approx. Two firms failed.",
                "Values are 1, 2, 3. ⏐ 4 is not one.",
                "你好。 ⏐ 我们走吧！ ⏐ 去哪里？ ⏐ 不知道。",
                "他说：“走吧。我等你。” ⏐ 然后他走了。",
                "他问“为什么？”的时候没人回答。 ⏐ 大家都走了。",
                "《你好！》是一首歌。 ⏐ 它很短。",
                "「好。」 ⏐ 他點頭。",
                "我想……算了。 ⏐ 走吧。",
                "他说：“我想……” ⏐ 没人说话。",
                "一是快；二是稳；三是省。 ⏐ 就这些。",
                "使用 Vue.js 3.2 开发。 ⏐ 参见 main.ts 文件。",
                "真的吗？！ ⏐ 真的。",
                "（这一步可以省略。） ⏐ 然后构建。",
                "这很好（见下文。）而且很快。 ⏐ 完。",
                "用 `ref()。` 声明。 ⏐ 再读取 `count.value`。",
                "调用 foo(a, b)。 ⏐ Then it works. ⏐ 很好。"
            })
    void endsWhereAReaderWouldStop(String marked) {
        String text = marked.replace(" ⏐ ", " ");
        assertThat(Sentences.of(text).stream().map(s -> s.of(text)).toList()).isEqualTo(List.of(marked.split(" ⏐ ")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "你好。⏐我们走吧！⏐去哪里？⏐不知道。",
                "他说：“走吧。”⏐然后他走了。",
                "第一行；⏐\n第二行；⏐\n第三行。",
                "A heading⏐\n\nA wrapped\nsentence goes on.⏐\n\n- item one⏐\n- item two⏐\n1. first⏐\n2. second",
                "这是一句.⏐下一句。",
                "Text before⏐\n```rust\nfn main() { a.b(); }\n```"
            })
    void endsWithoutASpaceToo(String marked) {
        String text = marked.replace("⏐", "");
        assertThat(Sentences.of(text).stream().map(s -> s.of(text)).toList())
                .isEqualTo(
                        List.of(marked.split("⏐")).stream().map(String::strip).toList());
    }

    @Property(tries = 3000, seed = "42")
    void rejoinsWithoutLoss(@ForAll("texts") String text) {
        int at = 0;
        for (Sentences.Sentence sentence : Sentences.of(text)) {
            assertThat(sentence.start()).isGreaterThanOrEqualTo(at);
            assertThat(Words.fold(text.substring(at, sentence.start())).strip()).isEmpty();
            String words = sentence.of(text);
            assertThat(words).isNotEmpty();
            assertThat(Words.isSpace(words.charAt(0)) || Words.isSpace(words.charAt(words.length() - 1)))
                    .isFalse();
            at = sentence.end();
        }
        assertThat(Words.fold(text.substring(at)).strip()).isEmpty();
    }

    @Property(tries = 500, seed = "42")
    void aRangeIsCutAsTheTextItHolds(@ForAll("texts") String before, @ForAll("texts") String text) {
        List<Sentences.Sentence> inside = Sentences.in(before + text, before.length(), before.length() + text.length());
        assertThat(inside.stream().map(s -> s.of(before + text)).toList())
                .isEqualTo(Sentences.of(text).stream().map(s -> s.of(text)).toList());
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(
                        "Dr", ".", ". ", "! ", "?", " ", "\n", "\n\n", "The", "a", "3", "3.1", "`", "```", "\"", "“",
                        "”", "(", ")", "。", "！", "……", "；", "「", "」", "你", "好", "- ", "# ", "| ", "1. ", "e.g", "[3]",
                        "*", "\u3000", "U.S", "😀")
                .list()
                .ofMaxSize(40)
                .map(parts -> String.join("", parts));
    }
}
