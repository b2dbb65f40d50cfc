package dev.lectern.bench.calls;

import dev.lectern.Lectern;
import java.nio.file.Path;
import java.util.Map;

/** A whole build with the recipe grounded, to be killed or stopped: {@code GroundedBuild DOCUMENTS OUT BASE-URL IN-FLIGHT MAX-CALLS}. */
public final class GroundedBuild {
    private GroundedBuild() {}

    /** Ends with the build's status. A limit of 0 is none. */
    public static void main(String[] args) {
        Lectern build = Lectern.into(Path.of(args[1]))
                .documents(Path.of(args[0]))
                .model("writer", "openai:test-model")
                .retrieve("lexical")
                .baseUrl(args[2])
                .environment(Map.of("OPENAI_API_KEY", "sk-test"))
                .concurrency(Integer.parseInt(args[3]));
        long maxCalls = Long.parseLong(args[4]);
        build = maxCalls > 0 ? build.maxCalls(maxCalls) : build;
        System.exit(build.build().exitStatus());
    }
}
