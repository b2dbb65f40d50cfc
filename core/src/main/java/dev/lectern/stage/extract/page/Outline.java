package dev.lectern.stage.extract.page;

import dev.lectern.corpus.Block;
import dev.lectern.corpus.Document;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Cuts a document's flat blocks into sections at its headings. */
final class Outline {
    private final String text;
    private final List<Section> sections = new ArrayList<>();
    private final Deque<Section> open = new ArrayDeque<>();
    private final List<Block> own = new ArrayList<>();
    private Optional<Block.Heading> heading = Optional.empty();

    private Outline(String text) {
        this.text = text;
    }

    static List<Section> of(Document document) {
        Outline outline = new Outline(document.text());
        for (Block block : document.blocks()) {
            if (block instanceof Block.Heading next && next.within().isEmpty()) {
                outline.close();
                outline.heading = Optional.of(next);
            } else {
                outline.own.add(block);
            }
        }
        outline.close();
        return outline.sections;
    }

    private void close() {
        int level = heading.map(Block.Heading::level).orElse(0);
        while (!open.isEmpty() && open.peek().level() >= level) {
            open.pop();
        }
        int start = heading.map(Block::start)
                .orElse(own.isEmpty() ? 0 : own.getFirst().start());
        int bare = heading.map(Block::end).orElse(start);
        Section section = new Section(
                sections.size(),
                open.isEmpty() ? sections.isEmpty() ? -1 : 0 : open.peek().number(),
                level,
                heading.map(h -> h.span().of(text).strip()).orElse(""),
                start,
                own.isEmpty() ? bare : own.getFirst().start(),
                own.isEmpty() ? bare : own.getLast().end(),
                own);
        sections.add(section);
        open.push(section);
        own.clear();
    }
}
