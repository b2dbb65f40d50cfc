package dev.lectern.kind;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SnippetTest {
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '¦', quoteCharacter = '§', textBlock = """
            json ¦ {"a": [1, 2, {"b": null}]}
            jsonl ¦ {"a": 1}⏎{"a": 2}
            yaml ¦ server:⏎  port: 8080⏎  hosts: [a, b]
            yaml ¦ name: {{ name }}
            xml ¦ <dependency><groupId>a</groupId></dependency>⏎<dependency/>
            python ¦ def f(x):⏎    # it's :⏎    if x:⏎        return {⏎  'a': 1}⏎    return "a:"⏎⏎print(f(1))
            py ¦ s = \"\"\"⏎it's⏎  (\"\"\"⏎for a in (1,⏎2): print(a)
            python ¦ >>> len('a')⏎1
            bash ¦ for f in *.txt; do⏎  echo "it's $(basename "$f")"  # don't⏎done
            sh ¦ cat <<'EOF' > a.txt⏎it's free⏎EOF
            sh ¦ echo "the \\"end\\"" && ls \\⏎  -l
            java ¦ String s = "a \\" )"; // it's (⏎char c = '\\''; int[] a = {1};
            js ¦ const a = `x ${b[`y`]} (`; const r = /[/"']\\)/.test(s);
            rust ¦ fn f<'a>(x: &'a str) -> char { ')' }
            go ¦ s := `raw " (`
            sql ¦ SELECT 'it''s', (1 + 2) -- don't
            kotlin ¦ val s = "a ${m["b"]}"
            brainfuck ¦ ]]]
            '' ¦ $ tar -xzf it's.tgz
            """)
    void codeOfItsLanguageParses(String language, String code) {
        assertThat(Snippet.parses(language, code.replace('⏎', '\n'))).isTrue();
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '¦', quoteCharacter = '§', textBlock = """
            json ¦ {"a": [1, 2}
            json ¦ {"a": 1} and so on
            jsonl ¦ {"a": 1}⏎a: 2
            yaml ¦ server:⏎  port: [8080⏎  name: "x
            xml ¦ <a><b></a></b>
            xml ¦ <!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>
            python ¦ def f(x):⏎return x
            python ¦ if x:⏎    a = 1⏎  b = 2
            python ¦ a = 1⏎    b = 2
            python ¦ print("a
            python ¦ f((1, 2)
            bash ¦ echo "it's free
            bash ¦ if [ -f a ]; then⏎  echo 'a'
            sh ¦ cat <<EOF > a.txt⏎no end
            java ¦ class A { void f() { g(); }
            java ¦ String s = "no end;
            js ¦ const a = `no end;
            go ¦ f(a[1)]
            kotlin ¦ fun f() { g(
            """)
    void codeThatIsBrokenDoesNot(String language, String code) {
        assertThat(Snippet.parses(language, code.replace('⏎', '\n'))).isFalse();
    }
}
