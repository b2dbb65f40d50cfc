package dev.lectern.ingest;

import java.util.List;

/**
 * What became of every file that was found; each list in the order of the files' names.
 *
 * @param files files that gave at least one document
 * @param characters UTF-16 units of text
 * @param skipped files that gave nothing, each with its reason
 * @param problems parts of files that could not be read
 * @param pagesWithoutText pages that are only pictures
 * @param reused true where the corpus of an earlier run was still good
 */
public record IngestReport(
        int files,
        int documents,
        int passages,
        long characters,
        List<Skipped> skipped,
        List<FileProblem> problems,
        List<PagesWithoutText> pagesWithoutText,
        boolean reused) {
    public IngestReport {
        skipped = List.copyOf(skipped);
        problems = List.copyOf(problems);
        pagesWithoutText = List.copyOf(pagesWithoutText);
    }

    /** @param fix what to do about it; "" when nothing is known to help */
    public record Skipped(String file, String reason, String fix) {}

    public record FileProblem(String file, String where, String what) {}

    public record PagesWithoutText(String file, List<Integer> pages) {
        public PagesWithoutText {
            pages = List.copyOf(pages);
        }
    }

    IngestReport again() {
        return new IngestReport(files, documents, passages, characters, skipped, problems, pagesWithoutText, true);
    }
}
