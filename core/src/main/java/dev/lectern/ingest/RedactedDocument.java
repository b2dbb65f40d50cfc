package dev.lectern.ingest;

import dev.lectern.corpus.Block;
import dev.lectern.corpus.Document;
import dev.lectern.corpus.Mark;
import dev.lectern.corpus.Page;
import dev.lectern.corpus.Span;
import dev.lectern.redact.Found;
import dev.lectern.redact.PersonalData;
import dev.lectern.redact.Redactor;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A document with placeholders for the personal data in it, and all that points into its text pointing at the same words as before. A
 * placeholder is the document's own, {@code [EMAIL_4f21c0_1]}: it says nothing of what it stands for, and an edit of another document
 * changes none.
 */
final class RedactedDocument {
    /** Letters of the document's id in a placeholder. */
    private static final int OWN = 6;

    private final Redactor redactor;
    private final Document before;
    private final Map<String, String> placeholders = new LinkedHashMap<>();
    private final Map<PersonalData, Integer> last = new EnumMap<>(PersonalData.class);
    private final List<Cut> cuts = new ArrayList<>();

    /** Text of the document that gave way. {@code start} and {@code end} are places of the old text, {@code shift} of what follows it. */
    private record Cut(int start, int end, int placed, int length) {}

    private RedactedDocument(Document before, Redactor redactor) {
        this.before = before;
        this.redactor = redactor;
    }

    /** @param placeholder what stands in the document, and {@code value} what it stands for */
    record Hidden(String document, String placeholder, PersonalData kind, String value) {}

    /** @param document with placeholders, and {@code hidden} what they stand for, in the order in which it came */
    record Result(Document document, List<Hidden> hidden) {}

    static Result of(Document document, Redactor redactor) {
        return new RedactedDocument(document, redactor).result();
    }

    private Result result() {
        String text = text();
        SortedMap<String, String> details = new TreeMap<>();
        before.details().forEach((name, value) -> details.put(name, hide(value)));
        Document after = new Document(
                before.id(),
                before.uri(),
                hide(before.title()),
                before.language(),
                text,
                before.licence(),
                before.blocks().stream().map(this::moved).toList(),
                before.marks().stream()
                        .map(mark -> new Mark(start(mark.start()), end(mark.end()), mark.kind()))
                        .toList(),
                before.pages().stream()
                        .map(page -> new Page(page.number(), start(page.start()), end(page.end())))
                        .toList(),
                details);
        List<Hidden> hidden = new ArrayList<>();
        placeholders.forEach((value, placeholder) ->
                hidden.add(new Hidden(before.uri(), placeholder, PersonalData.valueOf(kind(placeholder)), value)));
        return new Result(after, hidden);
    }

    private static String kind(String placeholder) {
        return placeholder.substring(1, placeholder.indexOf('_'));
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        int from = 0;
        for (Found found : redactor.find(before.text())) {
            text.append(before.text(), from, found.start());
            String placeholder = placeholder(found, before.text());
            cuts.add(new Cut(found.start(), found.end(), text.length(), placeholder.length()));
            text.append(placeholder);
            from = found.end();
        }
        return text.append(before.text(), from, before.text().length()).toString();
    }

    private String hide(String text) {
        StringBuilder hidden = new StringBuilder();
        int from = 0;
        for (Found found : redactor.find(text)) {
            hidden.append(text, from, found.start()).append(placeholder(found, text));
            from = found.end();
        }
        return hidden.append(text, from, text.length()).toString();
    }

    private String placeholder(Found found, String text) {
        return placeholders.computeIfAbsent(
                text.substring(found.start(), found.end()),
                value -> "[" + found.kind() + "_" + before.id().substring(0, OWN) + "_"
                        + last.merge(found.kind(), 1, Integer::sum) + "]");
    }

    private int start(int offset) {
        return moved(offset, false);
    }

    private int end(int offset) {
        return moved(offset, true);
    }

    /** Where a place of the old text is now; one within what gave way is at the beginning or the end of its placeholder. */
    private int moved(int offset, boolean end) {
        int low = 0;
        int high = cuts.size();
        while (low < high) {
            int middle = (low + high) / 2;
            if (cuts.get(middle).start() < offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        if (low == 0) {
            return offset;
        }
        Cut cut = cuts.get(low - 1);
        if (offset < cut.end()) {
            return end ? cut.placed() + cut.length() : cut.placed();
        }
        return offset - cut.end() + cut.placed() + cut.length();
    }

    private Span moved(Span span) {
        return new Span(start(span.start()), end(span.end()));
    }

    private Block moved(Block block) {
        int start = start(block.start());
        int end = end(block.end());
        return switch (block) {
            case Block.Heading b -> new Block.Heading(start, end, b.within(), b.level());
            case Block.Paragraph b -> new Block.Paragraph(start, end, b.within());
            case Block.Item b -> new Block.Item(start, end, b.within(), b.depth(), b.ordered(), moved(b.content()));
            case Block.Table b ->
                new Block.Table(
                        start,
                        end,
                        b.within(),
                        b.headed(),
                        b.rows().stream()
                                .map(row -> row.stream().map(this::moved).toList())
                                .toList());
            case Block.Code b -> new Block.Code(start, end, b.within(), b.language(), moved(b.content()));
            case Block.Formula b -> new Block.Formula(start, end, b.within());
        };
    }
}
