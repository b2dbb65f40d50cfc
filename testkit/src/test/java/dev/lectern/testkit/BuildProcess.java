package dev.lectern.testkit;

import dev.lectern.Lectern;
import dev.lectern.Result;
import dev.lectern.check.ProblemsException;
import dev.lectern.text.Json;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/** A build in a process of its own, to be killed: prints the report, ends with the build's status. */
final class BuildProcess {
    private BuildProcess() {}

    /** @param args documents, output, base URL, key, calls in flight, and calls at most where there is a limit */
    public static void main(String[] args) {
        Lectern build = Lectern.into(Path.of(args[1]))
                .documents(Path.of(args[0]))
                .model("writer", "openai:test-model")
                .retrieve("lexical")
                .baseUrl(args[2])
                .environment(Map.of("OPENAI_API_KEY", args[3]))
                .concurrency(Integer.parseInt(args[4]));
        build = args.length > 5 ? build.maxCalls(Long.parseLong(args[5])) : build;
        int status = 2;
        try {
            Result result = build.build();
            System.out.writeBytes(Json.line(result.report()).getBytes(StandardCharsets.UTF_8));
            status = result.exitStatus();
        } catch (ProblemsException e) {
            System.err.println(e.getMessage());
        }
        System.out.flush();
        System.exit(status);
    }
}
