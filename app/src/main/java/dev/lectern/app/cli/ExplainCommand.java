package dev.lectern.app.cli;

import dev.lectern.app.words.Words;
import dev.lectern.check.ProblemsException;
import dev.lectern.model.MemoryReplyStore;
import dev.lectern.model.ReplyStore;
import dev.lectern.model.ReplyStoreProvider;
import dev.lectern.report.Explain;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.ServiceLoader;

/** One row's story: where it comes from, what was asked of models, and why it was kept or left out. */
final class ExplainCommand implements Command {
    /** Requests like a changed one that are looked at whole. */
    private static final int EARLIER = 20;

    private final Settings settings;
    private final Speaker speaker;
    private final Words words;

    ExplainCommand(Settings settings, Speaker speaker) {
        this.settings = settings;
        this.speaker = speaker;
        this.words = speaker.words();
    }

    @Override
    public int run() {
        Path folder = RunArgument.folder(settings, speaker, Verb.EXPLAIN, 2);
        String id = settings.operands().getLast();
        try (ReplyStore replies = replies(folder.resolve("run").resolve(ReplyStoreProvider.FILE))) {
            String story = Explain.text(
                    folder,
                    id,
                    replies::find,
                    reply -> replies.earlierLike(reply, EARLIER),
                    words.language(),
                    words::translate);
            speaker.print(story.stripTrailing());
            speaker.printJson(Map.of("id", id, "story", story));
            return Status.DONE;
        } catch (ProblemsException e) {
            Problems problems = settings.problems();
            problems.addAll(e);
            problems.raise();
            return Status.WRONG;
        }
    }

    private static ReplyStore replies(Path file) {
        return ServiceLoader.load(ReplyStoreProvider.class)
                .findFirst()
                .filter(provider -> Files.exists(file))
                .map(provider -> provider.look(file))
                .orElseGet(MemoryReplyStore::new);
    }
}
