package dev.lectern.export.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lectern.check.ProblemsException;
import dev.lectern.text.Messages;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DataCheckTest {
    private static final String GOOD = "{'conversations':[{'from':'human','value':'a'},{'from':'gpt','value':'b'}]}";

    @TempDir
    Path folder;

    private final List<Finding> findings = new ArrayList<>();

    private List<DataCheck.FileResult> check(String trainer, Path path) {
        return DataCheck.run(path, Trainer.named(trainer), findings::add);
    }

    private DataCheck.FileResult check(String trainer, String... lines) throws IOException {
        Path file = folder.resolve("rows.jsonl");
        Files.writeString(file, String.join("\n", lines).replace('\'', '"') + "\n");
        return check(trainer, file).getFirst();
    }

    private List<String> rules() {
        return findings.stream()
                .filter(f -> f.effect() != Effect.NOTE)
                .map(f -> f.line() + " " + f.effect() + " " + f.rule())
                .toList();
    }

    @ParameterizedTest(name = "{1}: {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "llama-factory | SKIPS wrong-place     | {'conversations':[{'from':'gpt','value':'a'},{'from':'human','value':'b'}]}",
                "llama-factory | SKIPS wrong-place     | {'conversations':[{'from':'human','value':'a'},{'from':'human','value':'b'}]}",
                "llama-factory | SKIPS odd-turns       | {'conversations':[{'from':'human','value':'a'}]}",
                "llama-factory | SKIPS no-turns        | {'conversations':[]}",
                "llama-factory | SKIPS unknown-role    | {'conversations':[{'from':'bing','value':'a'},{'from':'gpt','value':'b'}]}",
                "llama-factory | SPOILS empty-answer   | {'conversations':[{'from':'human','value':'a'},{'from':'gpt','value':' '}]}",
                "llama-factory | SPOILS empty-question | {'conversations':[{'from':'human','value':''},{'from':'gpt','value':'b'}]}",
                "llama-factory | STOPS content-not-text | {'messages':[{'role':'user','content':'a'},{'role':'assistant','content':null}]}",
                "llama-factory | STOPS turns-no-list   | {'conversations':'a'}",
                "llama-factory | STOPS tools-not-text  | {'conversations':[{'from':'human','value':'a'},{'from':'gpt','value':'b'}],'tools':[{'name':'f'}]}",
                "llama-factory | STOPS tools-not-json  | {'conversations':[{'from':'human','value':'a'},{'from':'gpt','value':'b'}],'tools':'f()'}",
                "llama-factory | STOPS call-not-json   | {'conversations':[{'from':'human','value':'a'},{'from':'function_call','value':'f(1)'}]}",
                "llama-factory | STOPS call-lacks      | {'conversations':[{'from':'human','value':'a'},{'from':'function_call','value':'{}'}]}",
                "llama-factory | SPOILS arguments-text | {'conversations':[{'from':'human','value':'a'},{'from':'function_call','value':'{\\'name\\':\\'f\\',\\'arguments\\':\\'{}\\'}'}]}",
                "llama-factory | STOPS media-marks     | {'conversations':[{'from':'human','value':'<image><image> a'},{'from':'gpt','value':'b'}],'images':['x.png']}",
                "llama-factory | SKIPS no-answer       | {'instruction':'a','input':''}",
                "llama-factory | SPOILS empty-question | {'instruction':'','input':'','output':'b'}",
                "llama-factory | STOPS history-pairs   | {'instruction':'a','output':'b','history':[['x']]}",
                "llama-factory | SKIPS even-turns      | {'conversations':[{'from':'human','value':'a'},{'from':'gpt','value':'b'}],'chosen':{'from':'gpt','value':'c'},'rejected':{'from':'gpt','value':'d'}}",
                "llama-factory | STOPS unknown-layout  | {'question':'a','answer':'b'}",
                "trl           | STOPS trl-alpaca      | {'instruction':'a','output':'b'}",
                "trl           | SPOILS trl-sharegpt   | {'conversations':[{'from':'human','value':'a'},{'from':'gpt','value':'b'}]}",
                "trl           | SPOILS nothing-to-learn | {'messages':[{'role':'user','content':'a'}]}",
                "trl           | STOPS unknown-role    | {'messages':[{'role':'human','content':'a'},{'role':'assistant','content':'b'}]}",
                "trl           | STOPS content-not-text | {'messages':[{'role':'user','content':'a'},{'role':'assistant','content':null}]}",
                "trl           | STOPS no-completion   | {'prompt':'a'}",
                "trl           | SPOILS arguments-text-trl | {'messages':[{'role':'user','content':'a'},{'role':'assistant','content':'','tool_calls':[{'function':{'name':'f','arguments':'{}'}}]}]}",
                "axolotl       | SPOILS empty-answer   | {'conversations':[{'from':'human','value':'a'},{'from':'gpt','value':''}]}",
                "axolotl       | SPOILS axolotl-history | {'instruction':'a','output':'b','history':[['x','y']]}",
                "openai        | STOPS extra-column    | {'messages':[{'role':'user','content':'a'},{'role':'assistant','content':'b'}],'meta':{}}",
                "openai        | STOPS extra-key       | {'messages':[{'role':'user','content':'a','id':1},{'role':'assistant','content':'b'}]}",
                "openai        | STOPS ends-without-answer | {'messages':[{'role':'assistant','content':'a'},{'role':'user','content':'b'}]}",
                "openai        | STOPS weight          | {'messages':[{'role':'user','content':'a','weight':1},{'role':'assistant','content':'b'}]}",
                "openai        | STOPS openai-layout   | {'conversations':[{'from':'human','value':'a'},{'from':'gpt','value':'b'}]}",
                "openai        | STOPS empty-list      | {'messages':[{'role':'user','content':'a'},{'role':'assistant','content':'b'}],'tools':[]}",
            })
    void findsTheTrap(String trainer, String found, String row) throws IOException {
        DataCheck.FileResult result = check(trainer, row);
        assertThat(rules()).containsExactly("1 " + found);
        assertThat(result.accepted()).isFalse();
        assertThat(result.badRows()).isEqualTo(1);
    }

    @Test
    void findsWhatOpenAiWantsOfToolCalls() throws IOException {
        check(
                "openai",
                "{'messages':[{'role':'user','content':'a'},"
                        + "{'role':'assistant','tool_calls':[{'id':'1','function':{'name':'f','arguments':{}}},{'function':{'name':'g','arguments':'{}'}}]},"
                        + "{'role':'tool','content':'r','tool_call_id':'9'},{'role':'assistant','content':'b'}]}");
        assertThat(rules())
                .containsExactlyInAnyOrder(
                        "1 STOPS arguments-object",
                        "1 STOPS call-without-id",
                        "1 STOPS result-without-call",
                        "1 STOPS call-without-result");
    }

    @Test
    void everyFindingNamesItsLineAndBrokenLinesStopNothing() throws IOException {
        DataCheck.FileResult result =
                check("llama-factory", GOOD, "{'conversations':", GOOD, "", "[1]", GOOD + " x", GOOD);
        assertThat(rules()).containsExactly("2 STOPS broken-json", "5 STOPS no-object", "6 STOPS broken-json");
        assertThat(result.rows()).isEqualTo(6);
        assertThat(result.badRows()).isEqualTo(3);
        assertThat(result.layout()).isEqualTo("sharegpt");
        assertThat(result.findings()).containsEntry("broken-json", 2L);
    }

    @Test
    void namesAColumnThatChangesItsTypeOnce() throws IOException {
        check(
                "trl",
                "{'messages':[{'role':'user','content':'a'},{'role':'assistant','content':'b'}],'meta':{'page':1}}",
                "{'messages':[{'role':'user','content':'a'},{'role':'assistant','content':'b'}],'meta':{'page':null}}",
                "{'messages':[{'role':'user','content':'a'},{'role':'assistant','content':'b'}],'meta':{'page':'2'}}",
                "{'messages':[{'role':'user','content':'a'},{'role':'assistant','content':'b'}],'meta':{'page':'3'}}");
        assertThat(rules()).containsExactly("3 STOPS type-changes");
        assertThat(findings.getFirst().arguments()).containsExactly("meta.page", "number", "text");
    }

    @Test
    void readsArraysAndSaysOnWhichLineARowBegins() throws IOException {
        Path file = folder.resolve("rows.json");
        Files.writeString(file, ("[\n " + GOOD + ",\n {\n  'conversations': []\n }\n]\n").replace('\'', '"'));
        check("llama-factory", file);
        assertThat(rules()).containsExactly("3 SKIPS no-turns");
    }

    @Test
    void namesTheLineAtWhichAnArrayBreaksOff() throws IOException {
        Path file = folder.resolve("rows.json");
        Files.writeString(file, ("[\n" + GOOD + ",\n{'conversations'").replace('\'', '"'));
        check("llama-factory", file);
        assertThat(rules()).containsExactly("3 STOPS broken-array");
    }

    @Test
    void objectsGluedTogetherOverLinesAreNoJsonAtAll() throws IOException {
        check("llama-factory", GOOD.replace("[{", "[\n{"), GOOD.replace("[{", "[\n{"));
        assertThat(rules()).containsExactly("3 STOPS glued-objects");
    }

    @Test
    void readsZippedFiles() throws IOException {
        Path file = folder.resolve("rows.jsonl.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write((GOOD + "\n{}\n").replace('\'', '"').getBytes(StandardCharsets.UTF_8));
        }
        assertThat(check("llama-factory", file).getFirst().rows()).isEqualTo(2);
    }

    @Test
    void findsBytesThatAreNoUtf8AndMarksThatStopReaders() throws IOException {
        Path file = folder.resolve("gbk.jsonl");
        Files.write(file, "{\"text\":\"中文\"}\n".getBytes(Charset.forName("GBK")));
        check("trl", file);
        Path marked = folder.resolve("bom.jsonl");
        Files.writeString(marked, "\uFEFF{\"text\":\"a\"}\n");
        check("trl", marked);
        Files.writeString(folder.resolve("empty.jsonl"), "");
        check("trl", folder.resolve("empty.jsonl"));
        assertThat(rules()).containsExactly("1 STOPS not-utf8", "0 STOPS byte-order-mark", "0 STOPS empty-file");
    }

    @Test
    void aMissingFileAndAnUnknownTrainerAreProblems() {
        assertThatThrownBy(() -> check("trl", folder.resolve("no.jsonl"))).isInstanceOf(ProblemsException.class);
        assertThatThrownBy(() -> Trainer.named("llamafactory"))
                .isInstanceOf(ProblemsException.class)
                .hasMessageContaining("did you mean 'llama-factory'?");
    }

    @Test
    void everyRuleThatCanBeFoundHasItsWordsAndItsFix() throws IOException {
        Path sources = Path.of(System.getProperty("lectern.root"), "core/src/main/java/dev/lectern/export/check");
        Messages words = Finding.messages("en");
        try (Stream<Path> files = Files.list(sources)) {
            List<String> rules = files.flatMap(DataCheckTest::rulesIn).toList();
            assertThat(rules).hasSizeGreaterThan(60);
            for (String rule : rules) {
                assertThat(words.has(rule) && words.has(rule + ".fix")).as(rule).isTrue();
            }
        }
    }

    private static Stream<String> rulesIn(Path source) {
        try {
            return Pattern.compile("Effect\\.[A-Z]+,\\s*\"([a-z0-9-]+)\"")
                    .matcher(Files.readString(source))
                    .results()
                    .map(m -> m.group(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
