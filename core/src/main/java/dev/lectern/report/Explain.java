package dev.lectern.report;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lectern.check.ProblemsException;
import dev.lectern.model.Reply;
import dev.lectern.report.RunFiles.Row;
import dev.lectern.sample.Evidence;
import dev.lectern.sample.Sample;
import dev.lectern.sample.Turn;
import dev.lectern.text.Json;
import dev.lectern.text.Messages;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * One row's story as text for a terminal: what it says, where its evidence stands, what it was born from, what was measured,
 * what was asked of models, and why it was kept or left out. Reads the run folder from beginning to end; holds one line.
 */
public final class Explain {
    private static final int REPLY_SHOWN = 4_000;

    private final RunFiles files;
    private final Function<String, Optional<Reply>> replies;
    private final Function<Reply, List<Reply>> earlier;
    private final UnaryOperator<String> phrase;
    private final Messages say;
    private final StringBuilder out = new StringBuilder();

    private Explain(
            RunFiles files,
            Function<String, Optional<Reply>> replies,
            Function<Reply, List<Reply>> earlier,
            String language,
            UnaryOperator<String> phrase) {
        this.files = files;
        this.replies = replies;
        this.earlier = earlier;
        this.phrase = phrase;
        this.say = Messages.of("explain", language);
    }

    /**
     * @param id of the row, or the beginning of it where that is enough
     * @param replies finds a kept reply by its key
     * @param earlier finds replies of earlier invocations to requests like a reply's
     * @param phrase says a stage's reason, which is English, in the reader's language
     * @throws ProblemsException if no row or more than one is meant
     */
    public static String text(
            Path run,
            String id,
            Function<String, Optional<Reply>> replies,
            Function<Reply, List<Reply>> earlier,
            String language,
            UnaryOperator<String> phrase) {
        Explain explain = new Explain(new RunFiles(run), replies, earlier, language, phrase);
        explain.row(explain.files.find(id));
        return explain.out.toString();
    }

    private void row(Row row) {
        Sample sample = row.sample();
        title(say.get("row", sample.id()));
        fate(row);
        field("kind", sample.task().isEmpty() ? "–" : sample.task());
        field("language", sample.language());
        for (Turn turn : sample.messages()) {
            title(say.name("role", turn.role()));
            turn.reasoning().ifPresent(r -> block(say.get("reasoning") + "\n" + r));
            block(turn.content());
            turn.toolCalls().forEach(call -> block(Json.line(call)));
        }
        if (!sample.evidence().isEmpty()) {
            title(say.get("evidence"));
            sample.evidence().forEach(this::evidence);
        }
        lineage(sample);
        row.calls().forEach(key -> call(key, row.calls()));
        row.twin().ifPresent(this::twin);
    }

    private void fate(Row row) {
        switch (row.fate()) {
            case ACCEPTED -> line(say.get("fate.accepted"));
            case DROPPED -> line(say.get("fate.dropped", row.stage(), phrase.apply(row.reason())));
            case FAILED -> {
                line(say.get("fate.failed", row.stage(), phrase.apply(row.reason())));
                if (!row.raw().isEmpty()) {
                    title(say.get("raw"));
                    block(shortened(row.raw()));
                }
            }
        }
    }

    private void evidence(Evidence evidence) {
        RunReport.Source source =
                Sources.of(evidence, files.document(evidence.document()), files.passage(evidence.passage()));
        String page =
                source.page().isPresent() ? ", " + say.get("page", source.page().getAsInt()) : "";
        String place = evidence.located() ? say.get("place", evidence.start(), evidence.end()) : say.get("not-located");
        line(source.uri() + page + ", " + place);
        if (!source.headings().isEmpty()) {
            line(String.join(" › ", source.headings()));
        }
        block(source.before() + "»" + source.quote() + "«" + source.after());
    }

    private void lineage(Sample sample) {
        title(say.get("lineage"));
        field("recipe", sample.lineage().recipe());
        sample.lineage().seed().ifPresent(seed -> field("seed", seed));
        if (!sample.lineage().parents().isEmpty()) {
            field("parents", String.join(" → ", sample.lineage().parents()));
        }
        sample.lineage().round().ifPresent(round -> field("round", String.valueOf(round)));
        sample.scores().forEach((name, score) -> line(String.format(Locale.ROOT, "  %s = %.3f", clean(name), score)));
        sample.tags().forEach((name, tag) -> line("  " + name + ": " + tag));
    }

    private void call(String key, Set<String> calls) {
        title(say.get("call", key));
        Optional<Reply> found = replies.apply(key);
        if (found.isEmpty()) {
            line(say.get("no-reply"));
            return;
        }
        Reply reply = found.get();
        line(say.get(
                "answered-by",
                reply.answeredBy(),
                reply.usage().input(),
                reply.usage().output()));
        stoodIn(reply);
        took(reply);
        AskedAnew.since(earlier.apply(reply), reply, calls).ifPresent(this::anew);
        asked(reply.asked().text());
        line(say.get("answered"));
        block(shortened(reply.answer()));
    }

    private void stoodIn(Reply reply) {
        if (!Json.read(reply.answer(), JsonNode.class).path("stand_in").isMissingNode()) {
            String asked = Json.read(reply.asked().text(), JsonNode.class)
                    .path("model")
                    .asText();
            line(say.get("stood-in", asked));
        }
    }

    private void took(Reply reply) {
        String price = reply.cost().known()
                ? reply.cost().amount().toPlainString() + " " + reply.cost().currency()
                : say.get("price-unknown");
        line(say.get("took", reply.calls(), String.format(Locale.ROOT, "%.1f", reply.millis() / 1000.0), price));
        JsonNode unusable = Json.read(reply.answer(), JsonNode.class).path("unusable");
        if (!unusable.isEmpty()) {
            line(say.get("unusable", unusable.size()));
        }
    }

    private void anew(AskedAnew change) {
        line(say.get(
                "asked-anew",
                String.join(
                        ", ",
                        change.fields().stream().map(AskedAnew.Field::name).toList())));
        change.fields().forEach(field -> field.diff().forEach(this::block));
    }

    /** The messages of a request one by one; a request of another shape as it is. */
    private void asked(String request) {
        JsonNode messages = Json.read(request, JsonNode.class).path("messages");
        if (messages.isEmpty()) {
            block(shortened(request));
        }
        for (JsonNode message : messages) {
            line(say.name("role", message.path("role").asText()));
            block(shortened(message.path("content").asText()));
        }
    }

    private void twin(String id) {
        title(say.get("twin", id));
        Optional<Row> kept = files.exactly(id);
        if (kept.isEmpty()) {
            line(say.get("twin-gone"));
            return;
        }
        fate(kept.get());
        block(kept.get().sample().instruction());
    }

    private static String shortened(String text) {
        return text.length() <= REPLY_SHOWN
                ? text
                : text.substring(0, text.offsetByCodePoints(0, REPLY_SHOWN / 2)) + " …";
    }

    private void title(String words) {
        out.append('\n').append(clean(words)).append('\n');
    }

    private void field(String key, String value) {
        line("  " + say.get("field." + key) + ": " + value);
    }

    private void line(String words) {
        out.append(clean(words)).append('\n');
    }

    private void block(String words) {
        clean(words).lines().forEach(line -> out.append("  | ").append(line).append('\n'));
    }

    /** A document may hold what a terminal would obey: escape sequences are shown as blanks. */
    static String clean(String words) {
        StringBuilder safe = new StringBuilder(words.length());
        words.codePoints().forEach(c -> {
            boolean obeyed = (Character.isISOControl(c) && c != '\n' && c != '\t')
                    || (c >= 0x202A && c <= 0x202E)
                    || (c >= 0x2066 && c <= 0x2069);
            safe.appendCodePoint(obeyed ? 0xFFFD : c);
        });
        return safe.toString();
    }

    static ProblemsException unknown(String id, Path run, List<String> meant) {
        return meant.isEmpty()
                ? new ProblemsException(
                        "there is no row '" + id + "' in '" + run + "'",
                        "",
                        "ids stand in samples.jsonl, dropped.jsonl and failed.jsonl")
                : new ProblemsException(
                        "'" + id + "' begins the ids of several rows",
                        "",
                        "type more of one: " + String.join(", ", meant));
    }
}
