package dev.lectern.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the test run's pages into a folder, for eyes: {@code java … ShowReport FOLDER}. */
final class ShowReport {
    private ShowReport() {}

    public static void main(String[] args) throws IOException {
        Path folder = Files.createDirectories(Path.of(args[0]));
        Files.writeString(folder.resolve("en.html"), ReportPage.html(ARun.extractive(), "en"));
        Files.writeString(folder.resolve("zh.html"), ReportPage.html(ARun.written(), "zh"));
        Files.writeString(folder.resolve("written-en.html"), ReportPage.html(ARun.written(), "en"));
    }
}
