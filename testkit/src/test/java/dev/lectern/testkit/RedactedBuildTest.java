package dev.lectern.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lectern.Lectern;
import dev.lectern.Result;
import dev.lectern.text.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Personal data planted in documents: the server never reads it, and rows still quote their documents to the letter. */
class RedactedBuildTest {
    private static final List<String> PLANTED = List.of(
            "mira.okafor@harbour.example.org",
            "+44 20 7946 0958",
            "(415) 555-0132",
            "4111 1111 1111 1111",
            "078-05-1120",
            "DE89 3704 0044 0532 0130 00",
            "93.184.216.34",
            "Mira Okafor",
            "陈晓明",
            "xiaoming.chen@example.com.cn",
            "138 0013 8000",
            "010-62770000",
            "11010519491231002X");

    @TempDir
    private Path folder;

    private final Queue<String> heard = new ConcurrentLinkedQueue<>();

    @Test
    void noneOfItIsInAnyRequestAndRowsHaveItBack() throws IOException {
        Path out = folder.resolve("restored");
        Result result = build(out, false);
        assertThat(result.report().samples().accepted()).isGreaterThan(5);
        assertThat(leaked()).as("what the server read").isEmpty();
        assertThat(heard).anyMatch(request -> request.contains("[EMAIL_1]"));
        String rows = Files.readString(out.resolve("samples.jsonl"));
        assertThat(PLANTED.stream().filter(rows::contains).count()).isGreaterThanOrEqualTo(8);
        assertThat(rows).doesNotContain("[EMAIL_").doesNotContain("[NAME_");
        quotesAreWhereTheySay(out);
        assertThat(Files.readString(out.resolve("run/redactions.jsonl"))).contains(PLANTED);
        assertThat(result.report().notes()).anyMatch(note -> note.contains("EMAIL 2"));
    }

    @Test
    void whereItIsLeftOutNothingButTheListHoldsIt() throws IOException {
        Path out = folder.resolve("kept");
        Result result = build(out, true);
        assertThat(result.report().samples().accepted()).isGreaterThan(5);
        assertThat(leaked()).as("what the server read").isEmpty();
        quotesAreWhereTheySay(out);
        try (Stream<Path> files = Files.walk(out)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = out.relativize(file).toString();
                if (!name.startsWith("run")) {
                    assertThat(PLANTED.stream().filter(text(file)::contains))
                            .as(name)
                            .isEmpty();
                }
            }
        }
        assertThat(Files.readString(out.resolve("samples.jsonl"))).contains("[EMAIL_", "[NAME_", "[PHONE_");
        assertThat(Files.readString(out.resolve("run/redactions.jsonl"))).contains(PLANTED);
    }

    @Test
    void runningAgainMakesNoCall() throws IOException {
        Path out = folder.resolve("again");
        try (ModelServer server = ModelServer.start(ModelServer.Settings.sensible())) {
            build(server, out, false);
            byte[] first = Files.readAllBytes(out.resolve("samples.jsonl"));
            assertThat(build(server, out, false).report().calls().made()).isZero();
            assertThat(Files.readAllBytes(out.resolve("samples.jsonl"))).isEqualTo(first);
        }
    }

    private Result build(Path out, boolean keep) throws IOException {
        try (ModelServer server = ModelServer.start(ModelServer.Settings.sensible())) {
            server.heardBy(heard::add);
            return build(server, out, keep);
        }
    }

    private Result build(ModelServer server, Path out, boolean keep) throws IOException {
        return Lectern.into(out)
                .documents(pages())
                .environment(Map.of())
                .model("writer", "openai:test")
                .baseUrl(server.baseUrl())
                .redact(keep, "Mira Okafor", "陈晓明")
                .build();
    }

    /** Planted data that the server has read, in whatever form: spaces and dashes count for nothing. */
    private List<String> leaked() {
        String all = plain(String.join("\n", heard));
        List<String> leaked = new ArrayList<>();
        for (String planted : PLANTED) {
            if (all.contains(plain(planted))) {
                leaked.add(planted);
            }
        }
        return leaked;
    }

    private static String plain(String text) {
        return text.replaceAll("[\\s().+-]", "");
    }

    private static void quotesAreWhereTheySay(Path out) throws IOException {
        Map<String, String> documents = new HashMap<>();
        text(out.resolve("documents.jsonl.gz"))
                .lines()
                .map(line -> Json.read(line, JsonNode.class))
                .forEach(node -> documents.put(
                        node.path("id").asText(), node.path("text").asText()));
        for (String line : Files.readAllLines(out.resolve("samples.jsonl"))) {
            for (JsonNode evidence : Json.read(line, JsonNode.class).path("evidence")) {
                String document =
                        documents.getOrDefault(evidence.path("document").asText(), "");
                assertThat(document.substring(
                                evidence.path("start").asInt(),
                                evidence.path("end").asInt()))
                        .isEqualTo(evidence.path("quote").asText());
            }
        }
    }

    private static String text(Path file) throws IOException {
        if (!file.toString().endsWith(".gz")) {
            return Files.readString(file);
        }
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            return String.join("\n", lines.lines().toList());
        }
    }

    private Path pages() throws IOException {
        Path pages = Files.createDirectories(folder.resolve("pages"));
        Files.writeString(pages.resolve("harbour.md"), """
                # Harbour office

                Mira Okafor runs the harbour office and answers letters on weekdays. Questions about berths go to \
                mira.okafor@harbour.example.org within two days. The office in London is reached at +44 20 7946 0958 before noon.

                ## Billing

                The deposit for boats was paid with card 4111 1111 1111 1111 in the spring. The account for refunds is \
                DE89 3704 0044 0532 0130 00 and has not changed. Berths in California are booked by phone at (415) 555-0132 all year.

                ## Records

                The register lists the harbour master with number 078-05-1120 since she was hired. The camera over the pier \
                sends its pictures from 93.184.216.34 every hour. Mira Okafor checks the register in January and in July.
                """);
        Files.writeString(pages.resolve("港口.md"), """
                # 港口办公室

                陈晓明负责港口办公室的日常工作，每个工作日都会回复来信。泊位申请请发送到邮箱xiaoming.chen@example.com.cn，两天之内会有答复。\
                紧急情况下可以拨打手机138 0013 8000联系值班人员。

                ## 登记

                登记簿上港务长的身份证号是11010519491231002X，自入职以来没有变更。北京办事处的电话是010-62770000，工作时间有人接听。\
                陈晓明每年一月和七月核对登记簿。
                """);
        return pages;
    }
}
