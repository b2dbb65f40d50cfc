package dev.lectern.app.cli;

import dev.lectern.app.words.Words;
import dev.lectern.people.Review;
import dev.lectern.people.Review.Decision;
import dev.lectern.people.ReviewSheet;
import dev.lectern.people.Reviews;
import dev.lectern.sheet.Sheets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Rows of a run go out to a sheet for people, and what people did there comes back: the next build heeds it. */
final class ReviewCommand implements Command {
    private final Settings settings;
    private final Speaker speaker;
    private final Words words;

    ReviewCommand(Settings settings, Speaker speaker) {
        this.settings = settings;
        this.speaker = speaker;
        this.words = speaker.words();
    }

    @Override
    public int run() {
        Optional<String> out = settings.text(Option.OUTPUT);
        Path run = RunArgument.folder(settings, speaker, Verb.REVIEW, out.isPresent() ? 1 : 2);
        if (out.isPresent()) {
            write(run, Paths.of(speaker.shell(), out.get()));
        } else {
            read(run, Paths.of(speaker.shell(), settings.operands().get(1)));
        }
        return Status.DONE;
    }

    private void write(Path run, Path file) {
        long[] rows = {0};
        Sheets.write(file, ReviewSheet.COLUMNS, ReviewSheet.rows(run).peek(row -> rows[0]++), Option.OUTPUT.typed());
        speaker.print(words.say("review.out", rows[0], file));
        speaker.print(words.say(
                "review.back",
                speaker.shell().called(),
                Quoted.of(settings.operands().getFirst()),
                Quoted.of(file.toString())));
        speaker.printJson(Map.of("rows", rows[0], "file", file.toString()));
    }

    private void read(Path run, Path file) {
        List<Review> reviews = ReviewSheet.read(Sheets.read(file, ""), run);
        Reviews all = Reviews.in(run).with(reviews);
        all.write(run);
        Map<String, Object> counts = new LinkedHashMap<>();
        for (Decision decision : Decision.values()) {
            counts.put(
                    decision.name().toLowerCase(Locale.ROOT),
                    reviews.stream()
                            .filter(review -> review.decision() == decision)
                            .count());
        }
        speaker.print(words.say("review.in", counts.values().toArray()));
        if (!reviews.isEmpty()) {
            speaker.print(words.say("review.next"));
        }
        speaker.printJson(counts);
    }
}
