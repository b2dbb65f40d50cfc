package dev.lectern.app.cli;

import dev.lectern.app.words.Words;
import dev.lectern.check.ProblemsException;
import dev.lectern.export.Aside;
import dev.lectern.report.ReportPage;
import dev.lectern.report.RunReport;
import dev.lectern.text.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Makes {@code report.html} of a run again, in the language asked for, and shows the figures behind it. */
final class ReportCommand implements Command {
    private final Settings settings;
    private final Speaker speaker;
    private final Words words;

    ReportCommand(Settings settings, Speaker speaker) {
        this.settings = settings;
        this.speaker = speaker;
        this.words = speaker.words();
    }

    @Override
    public int run() {
        Path folder = RunArgument.folder(settings, speaker, Verb.REPORT, 1);
        RunReport report = read(folder.resolve("report.json"));
        Path page = folder.resolve("report.html");
        try {
            Aside.write(page, ReportPage.html(report, words.language(), words::translate));
        } catch (IOException | UncheckedIOException e) {
            throw new ProblemsException(words.say("report.unwritable", e.getMessage() + ""), page.toString(), "");
        }
        new Closing(speaker, folder, report, false).say();
        speaker.printJson(report);
        if (settings.flag(Option.OPEN)) {
            open(page);
        }
        return Status.DONE;
    }

    private RunReport read(Path file) {
        try {
            return Json.read(Files.readString(file), RunReport.class);
        } catch (IOException | UncheckedIOException e) {
            throw new ProblemsException(
                    words.say("report.unreadable"), file.toString(), words.say("report.unreadable.fix"));
        }
    }

    private void open(Path page) {
        boolean mac = System.getProperty("os.name", "").startsWith("Mac");
        try {
            new ProcessBuilder(mac ? "open" : "xdg-open", page.toUri().toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            speaker.note(words.say("report.no-browser", page.toUri()));
        }
    }
}
