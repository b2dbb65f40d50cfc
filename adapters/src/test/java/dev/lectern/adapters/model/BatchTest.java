package dev.lectern.adapters.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lectern.adapters.wire.ScriptedServer;
import dev.lectern.model.BatchClient;
import dev.lectern.model.Manner;
import dev.lectern.model.ModelClient;
import dev.lectern.model.ModelException;
import dev.lectern.model.Quirk;
import dev.lectern.model.Refusal;
import dev.lectern.model.ReplyForm;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Batches of both kinds, by recorded shapes. */
class BatchTest {
    private static final String A = "a".repeat(64);
    private static final String B = "b".repeat(64);
    private static final List<BatchClient.Line> LINES = List.of(
            new BatchClient.Line(A, Shapes.QUESTION, Manner.of(ReplyForm.TEXT).with(Quirk.STREAM_ONLY)),
            new BatchClient.Line(B, Shapes.QUESTION.withParameter("stream", true), Manner.of(ReplyForm.TEXT)));

    private final ScriptedServer server = new ScriptedServer();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void openAiTakesAFileOfLinesAndAnOrder() {
        server.says(200, "{\"id\":\"file-1\",\"object\":\"file\",\"purpose\":\"batch\"}")
                .says(200, "{\"id\":\"batch_1\",\"object\":\"batch\",\"status\":\"validating\"}");
        assertThat(openAi().submit(LINES)).isEqualTo("batch_1");
        assertThat(server.asked().getFirst())
                .startsWith("POST /v1/files ")
                .contains("name=\"purpose\"\r\n\r\nbatch\r\n")
                .contains(
                        "{\"custom_id\":\"" + A + "\",\"method\":\"POST\",\"url\":\"/v1/chat/completions\",\"body\":{")
                .contains("{\"custom_id\":\"" + B)
                .doesNotContain("\"stream\"");
        assertThat(Shapes.body(server.asked().getLast()))
                .hasToString("{completion_window=24h, endpoint=/v1/chat/completions, input_file_id=file-1}");
    }

    @Test
    void openAiSaysHowABatchStandsAndWhatCameOfEachLine() {
        String state =
                "{\"id\":\"batch_1\",\"status\":\"expired\",\"output_file_id\":\"out\",\"error_file_id\":\"err\","
                        + "\"request_counts\":{\"total\":3,\"completed\":1,\"failed\":1}}";
        server.says(200, state)
                .says(200, state)
                .says(
                        200,
                        "{\"id\":\"r1\",\"custom_id\":\"" + A + "\",\"response\":{\"status_code\":200,\"body\":"
                                + "{\"choices\":[{\"message\":{\"content\":\"hi\"}}]}},\"error\":null}\n")
                .says(
                        200,
                        "{\"id\":\"r2\",\"custom_id\":\"" + B + "\",\"response\":{\"status_code\":400,\"body\":"
                                + "{\"error\":{\"message\":\"too long\"}}},\"error\":null}\n"
                                + "{\"id\":\"r4\",\"custom_id\":\"d\",\"response\":{\"status_code\":400,\"body\":"
                                + "{\"error\":{\"code\":\"content_filter\",\"message\":\"no\"}}},\"error\":null}\n"
                                + "{\"id\":\"r3\",\"custom_id\":\"c\",\"response\":null,\"error\":"
                                + "{\"code\":\"batch_expired\",\"message\":\"This request expired.\"}}\n{\"custom_");
        BatchClient batch = openAi();
        BatchClient.State stands = batch.poll("batch_1");
        assertThat(stands).isEqualTo(new BatchClient.State(true, 2, 3, "expired"));
        List<BatchClient.Result> results = batch.results("batch_1");
        assertThat(results).extracting(BatchClient.Result::key).containsExactly(A, B, "d", "c");
        assertThat(results).extracting(BatchClient.Result::status).containsExactly(200, 400, 400, 0);
        assertThat(results)
                .extracting(BatchClient.Result::error)
                .containsExactly("", "too long", "no", "This request expired.");
        assertThat(results)
                .extracting(BatchClient.Result::why)
                .containsExactly(Refusal.NOT_TAKEN, Refusal.TOO_LONG, Refusal.POLICY, Refusal.NOT_TAKEN);
        assertThat(client("openai")
                        .read(results.getFirst().body().orElseThrow(), "m")
                        .text())
                .isEqualTo("hi");
    }

    @Test
    void anthropicTakesAllRequestsInOneBody() {
        server.says(200, "{\"id\":\"msgbatch_1\",\"type\":\"message_batch\",\"processing_status\":\"in_progress\"}");
        assertThat(anthropic().submit(LINES)).isEqualTo("msgbatch_1");
        assertThat(server.asked().getFirst())
                .startsWith("POST /v1/messages/batches ")
                .contains("{\"requests\":[{\"custom_id\":\"" + A + "\",\"params\":{\"model\":\"m\"");
    }

    @Test
    void anthropicSaysHowABatchStandsAndWhatCameOfEachLine() {
        server.says(
                        200,
                        "{\"id\":\"msgbatch_1\",\"processing_status\":\"in_progress\",\"request_counts\":"
                                + "{\"processing\":1,\"succeeded\":2,\"errored\":1,\"canceled\":0,\"expired\":1}}")
                .says(
                        200,
                        "{\"custom_id\":\"" + A + "\",\"result\":{\"type\":\"succeeded\",\"message\":"
                                + Shapes.recorded("anthropic_tool.json").strip() + "}}\n{\"custom_id\":\"" + B
                                + "\",\"result\":{\"type\":\"errored\",\"error\":{\"type\":\"error\",\"error\":"
                                + "{\"type\":\"overloaded_error\",\"message\":\"Overloaded\"}}}}\n"
                                + "{\"custom_id\":\"c\",\"result\":{\"type\":\"expired\"}}\n");
        BatchClient batch = anthropic();
        assertThat(batch.poll("msgbatch_1")).isEqualTo(new BatchClient.State(false, 4, 5, "in_progress"));
        List<BatchClient.Result> results = batch.results("msgbatch_1");
        assertThat(results).extracting(BatchClient.Result::status).containsExactly(200, 529, 0);
        assertThat(server.asked().getLast()).startsWith("GET /v1/messages/batches/msgbatch_1/results ");
    }

    @Test
    void aBatchThatTheProviderDoesNotKnowIsSaidToBeUnknown() {
        server.says(404, "{\"error\":{\"message\":\"No batch found with id 'x'.\"}}");
        assertThatThrownBy(() -> openAi().poll("x"))
                .isInstanceOfSatisfying(
                        ModelException.class, e -> assertThat(e.kind()).isEqualTo(ModelException.Kind.UNREACHABLE))
                .hasMessageContaining("knows no batch 'x'");
    }

    private BatchClient openAi() {
        return client("openai").batch().orElseThrow();
    }

    private BatchClient anthropic() {
        return client("anthropic").batch().orElseThrow();
    }

    private ModelClient client(String name) {
        return Shapes.client(
                name.equals("openai") ? new OpenAiProvider() : new AnthropicProvider(),
                name + ":m",
                server.base() + "/v1",
                Map.of());
    }
}
