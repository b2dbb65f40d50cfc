package dev.lectern.kind;

import dev.lectern.sample.Sample;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Code or a command, or how code behaves: what stands in fences can be parsed. */
record Code() implements TaskKind {
    private static final Pattern FENCE = Pattern.compile("(?ms)^```([\\w+#.-]*)[^\\n]*\\n(.*?)^```[ \\t]*$");

    @Override
    public String name() {
        return "code";
    }

    @Override
    public Set<String> axes() {
        return Set.of("phrasing", "length", "audience", "difficulty");
    }

    @Override
    public Optional<String> fault(Sample sample, List<String> passages) {
        String answer = sample.answer();
        if (answer.indexOf('`') < 0) {
            return Optional.of("no code");
        } else if (answer.lines().filter(line -> line.startsWith("```")).count() % 2 != 0) {
            return Optional.of("code fence left open");
        }
        Matcher fence = FENCE.matcher(answer);
        while (fence.find()) {
            if (!Snippet.parses(fence.group(1), fence.group(2))) {
                return Optional.of("code does not parse");
            }
        }
        return Optional.empty();
    }
}
