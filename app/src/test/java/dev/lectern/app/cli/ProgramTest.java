package dev.lectern.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProgramTest {
    @TempDir
    private Path folder;

    @Test
    void saysItsVersion() {
        assertThat(Typed.in(folder).run("--version").out()).matches("lectern \\d+\\.\\d+\\.\\d+\\R");
    }

    @Test
    void helpIsAResultAndNamesEveryCommand() {
        Typed help = Typed.in(folder).run("--help");
        assertThat(help.status()).isEqualTo(Status.DONE);
        assertThat(help.err()).isEmpty();
        Arrays.stream(Verb.values()).forEach(verb -> assertThat(help.out()).contains(verb.typed()));
        assertThat(Typed.in(folder).run()).isEqualTo(help);
    }

    @ParameterizedTest
    @EnumSource(Verb.class)
    void everyCommandHasHelpInBothLanguagesOrSaysItIsNotThereYet(Verb verb) {
        for (String language : List.of("en", "zh")) {
            Typed help = Typed.in(folder).run(verb.typed(), "--help", "--ui-language", language);
            if (verb.available()) {
                assertThat(help.status()).isEqualTo(Status.DONE);
                assertThat(help.out()).contains("--ui-language", "--json");
                assertThat(help.out().lines())
                        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
            } else {
                assertThat(help.status()).isEqualTo(Status.WRONG);
                assertThat(help.err())
                        .contains("lectern " + verb.typed(), language.equals("en") ? "not available" : "尚不提供");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Option.class)
    void everyOptionWithoutAPartIsRefusedByName(Option option) {
        if (!option.available()) {
            List<String> typed =
                    option.flag() ? List.of("doctor", option.typed()) : List.of("doctor", option.typed(), "x");
            Typed refused = Typed.in(folder).run(typed.toArray(String[]::new));
            assertThat(refused.status()).isEqualTo(Status.WRONG);
            assertThat(refused.err()).contains(option.typed() + " is not available in this version");
        }
    }

    @Test
    void parametersOfCallsAndTheWayOfReasoningAreCheckedBeforeAnything() throws IOException {
        Files.writeString(folder.resolve("page.md"), "# A page");
        String[] wrong = {
            "build", "page.md", "--reasoning", "tags", "--set", "writer.thinking=sometimes", "--set", "writer.stop=[]"
        };
        assertThat(Typed.in(folder).run(wrong))
                .satisfies(typed -> assertThat(typed.status()).isEqualTo(Status.WRONG))
                .extracting(Typed::err)
                .asString()
                .contains("3 problems")
                .contains("there is no way 'tags' to write reasoning", "did you mean")
                .contains("the parameter 'thinking' cannot be 'sometimes': give on, off, or a number of tokens")
                .contains("the parameter 'stop' cannot be '[]'");
        List<String> chinese = new ArrayList<>(List.of(wrong));
        chinese.addAll(List.of("--ui-language", "zh"));
        assertThat(Typed.in(folder).run(chinese.toArray(String[]::new)).err())
                .contains("没有“tags”这种写出思维链的方式", "请给出 on、off，或思考最多可用的 token 数");
    }

    @Test
    void aMisspeltCommandNamesTheNearest() {
        Typed typed = Typed.in(folder).run("docter");
        assertThat(typed.status()).isEqualTo(Status.WRONG);
        assertThat(typed.err()).contains("there is no command 'docter'", "did you mean 'doctor'?");
        assertThat(typed.out()).isEmpty();
    }

    @Test
    void allThatIsWrongIsSaidAtOnce() {
        Typed typed = Typed.in(folder)
                .run(
                        "doctor",
                        "--concurency",
                        "3",
                        "--ocr",
                        "x",
                        "--concurrency",
                        "many",
                        "--base-url",
                        "1",
                        "--base-url",
                        "2",
                        "--output");
        assertThat(typed.status()).isEqualTo(Status.WRONG);
        assertThat(typed.err())
                .contains("there is no option --concurency", "did you mean '--concurrency'?")
                .contains("--ocr is not available")
                .contains("'many' is not a whole number")
                .contains("--base-url: given more than once")
                .contains("--output: the value is missing")
                .contains("5 problems");
    }

    @Test
    void problemsAreSaidInChineseToo() {
        Typed typed = Typed.in(folder).with("LANG", "zh_CN.UTF-8").run("doctor", "--concurrency", "0");
        assertThat(typed.err()).contains("发现 1 个问题", "“0”不是不小于 1 的整数", "例如：--concurrency 1");
    }

    @Test
    void withJsonProblemsAreAnObjectOnStandardOutput() {
        Typed typed = Typed.in(folder).run("doctor", "--json", "--concurrency", "0");
        assertThat(typed.out()).startsWith("{").contains("\"exit\":2", "\"where\":\"--concurrency\"");
        assertThat(typed.out().lines()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--resume", "--dry-run", "--api-key", "--chunk-size"})
    void habitsOfOtherToolsGetAnAnswer(String option) {
        Typed typed = Typed.in(folder).run("doctor", option, "x");
        assertThat(typed.status()).isEqualTo(Status.WRONG);
        assertThat(typed.err()).contains("there is no option " + option).contains("1 problem,");
    }

    @Test
    void theAliasOfACommandIsTheCommand() {
        assertThat(Typed.in(folder).run("system-check", "--help"))
                .isEqualTo(Typed.in(folder).run("doctor", "--help"));
        assertThat(Typed.in(folder).run("curate").err()).contains("'lectern clean' is not available");
    }

    @Test
    void theDoctorNeverShowsAKey() {
        Typed typed = Typed.in(folder).with("OPENAI_API_KEY", "sk-secret-value").run("doctor");
        assertThat(typed.status()).isEqualTo(Status.DONE);
        assertThat(typed.out()).contains("OPENAI_API_KEY").doesNotContain("secret");
        assertThat(typed.out()).contains("no model is bound");
    }

    @Test
    void theDoctorSaysWhichEndpointIsDead() {
        Typed typed = Typed.in(folder).run("doctor", "--model", "openai:m", "--base-url", "http://127.0.0.1:9/v1");
        assertThat(typed.status()).isEqualTo(Status.WRONG);
        assertThat(typed.out()).contains("BAD", "127.0.0.1:9", "connection refused");
    }

    @Test
    void theDoctorSaysThatAServerSpeaksPlainHttpThoughItWaitsForTheEndOfALineThatTlsNeverSends() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread.ofPlatform().daemon().start(() -> answerWholeLines(server, new ArrayList<>()));
            String host = "127.0.0.1:" + server.getLocalPort();
            Typed typed =
                    Typed.in(folder).run("doctor", "--model", "openai:m", "--base-url", "https://" + host + "/v1");
            assertThat(typed.status()).isEqualTo(Status.WRONG);
            assertThat(typed.out())
                    .contains("this server speaks plain HTTP, and its address begins with https://")
                    .contains("write the address so: http://" + host + "/v1");
        }
    }

    /** @param held connections, so that none is closed by the collector of garbage */
    private static void answerWholeLines(ServerSocket server, List<Socket> held) {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                held.add(client);
                if (client.getInputStream().read() == 'G') {
                    client.getOutputStream()
                            .write("HTTP/1.1 404 Not Found\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                }
            } catch (IOException e) {
                // The test is over, or the client went.
            }
        }
    }

    @Test
    void theDoctorTriesEachKeyByItself() {
        Typed typed = Typed.in(folder)
                .with("OPENAI_API_KEY", "sk-one,sk-two")
                .run("doctor", "--model", "openai:m", "--base-url", "http://127.0.0.1:9/v1");
        assertThat(typed.out())
                .contains("(OPENAI_API_KEY #1)", "(OPENAI_API_KEY #2)")
                .doesNotContain("sk-");
    }

    @Test
    void coloursStandOnTerminalsOnlyAndNotWhereNobodyWantsThem() {
        assertThat(Typed.in(folder).onATerminal().run("docter").err()).contains("\u001b[31m");
        assertThat(Typed.in(folder)
                        .onATerminal()
                        .with("NO_COLOR", "1")
                        .run("docter")
                        .err())
                .doesNotContain("\u001b");
        assertThat(Typed.in(folder).run("docter").err()).doesNotContain("\u001b");
    }

    @Test
    void sourcesMayStandBeforeAndBehindOptionsAndCountOnce() {
        Typed typed = Typed.in(folder).run("build", "nowhere", "--seed", "7", "nothing", "-o", "out");
        assertThat(typed.err())
                .contains("2 problems", "nowhere: no such file or folder", "nothing: no such file or folder");
    }

    @Test
    void aSourceThatIsMissingNamesTheNearest() throws IOException {
        Files.createDirectories(folder.resolve("handbook/en"));
        assertThat(Typed.in(folder).run("build", "hanbdook/en").err()).contains("did you mean 'handbook'?");
        assertThat(Typed.in(folder).run("build").err()).contains("no documents were named");
    }
}
