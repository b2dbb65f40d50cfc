package dev.lectern.stage.extract.en;

import dev.lectern.corpus.Block;
import dev.lectern.corpus.Span;
import dev.lectern.stage.extract.page.Page;
import dev.lectern.stage.extract.page.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Sentences of a page with their place in it. */
final class Prose {
    /**
     * A sentence of running text.
     *
     * @param index its place in the block; {@code last} if no other follows in the block
     */
    record Sentence(Section section, Block block, int index, boolean last, Span span, String text) {
        Span to(Span end) {
            return new Span(span.start(), end.end());
        }
    }

    private Prose() {}

    /** Whether the block speaks in the page's own voice: not a quotation, a caption, a footnote. */
    static boolean own(Block block) {
        return block.within().isEmpty() || block.within().endsWith("-api");
    }

    /** All sentences of the page's own paragraphs. */
    static List<Sentence> sentences(Page page) {
        return page.sections().stream()
                .flatMap(s -> sentences(page, s).stream())
                .toList();
    }

    static List<Sentence> sentences(Page page, Section section) {
        List<Sentence> found = new ArrayList<>();
        for (Block block : section.blocks()) {
            if (block instanceof Block.Paragraph && own(block)) {
                List<Span> spans = page.sentences(block);
                for (int i = 0; i < spans.size(); i++) {
                    Span span = spans.get(i);
                    found.add(new Sentence(section, block, i, i == spans.size() - 1, span, page.text(span)));
                }
            }
        }
        return found;
    }

    /** The block after this one in its section. */
    static Optional<Block> next(Section section, Block block) {
        int at = section.blocks().indexOf(block);
        return at >= 0 && at + 1 < section.blocks().size()
                ? Optional.of(section.blocks().get(at + 1))
                : Optional.empty();
    }

    /** The items that follow the block without a break, nested ones too. */
    static List<Block.Item> listAfter(Section section, Block block) {
        List<Block.Item> items = new ArrayList<>();
        List<Block> blocks = section.blocks();
        for (int i = blocks.indexOf(block) + 1; i > 0 && i < blocks.size(); i++) {
            if (!(blocks.get(i) instanceof Block.Item item) || !own(item)) {
                break;
            }
            items.add(item);
        }
        return items;
    }

    /** The sentence, or where it ends in a colon the sentence with the code or the list that it announces. */
    static Optional<Span> withWhatFollows(Sentence sentence) {
        if (!sentence.text().endsWith(":")) {
            return Optional.of(sentence.span());
        }
        if (!sentence.last()) {
            return Optional.empty();
        }
        List<Block.Item> items = listAfter(sentence.section(), sentence.block());
        if (!items.isEmpty()) {
            return Optional.of(sentence.to(items.getLast().span()));
        }
        return next(sentence.section(), sentence.block())
                .filter(b -> b instanceof Block.Code && own(b))
                .map(b -> sentence.to(b.span()));
    }
}
