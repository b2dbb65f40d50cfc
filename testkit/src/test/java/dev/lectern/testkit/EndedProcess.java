package dev.lectern.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lectern.text.Json;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

/** How a run of the program ended, and what it said. */
record EndedProcess(int status, String out, String err) {
    /** Waits for it. */
    static EndedProcess of(Process process) throws Exception {
        FutureTask<String> err =
                new FutureTask<>(() -> new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8));
        Thread.ofVirtual().start(err);
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        return new EndedProcess(process.exitValue(), out, err.get());
    }

    JsonNode summary() {
        return Json.read(out, JsonNode.class);
    }
}
