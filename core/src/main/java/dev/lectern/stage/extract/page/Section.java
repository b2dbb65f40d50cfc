package dev.lectern.stage.extract.page;

import dev.lectern.corpus.Block;
import java.util.List;
import java.util.stream.Stream;

/**
 * A heading and the blocks under it, up to the next heading of any level. Section 0 of a page is what stands before the first
 * heading; its title is empty.
 *
 * @param number its place among the page's sections
 * @param parent number of the section above, -1 for section 0
 * @param level heading level, 0 for section 0
 * @param start where its heading starts
 * @param bodyStart where its first block starts, {@code end} if it has none
 * @param end end of its last own block
 */
public record Section(
        int number, int parent, int level, String title, int start, int bodyStart, int end, List<Block> blocks) {
    public Section {
        blocks = List.copyOf(blocks);
    }

    public <B extends Block> Stream<B> blocks(Class<B> kind) {
        return blocks.stream().filter(kind::isInstance).map(kind::cast);
    }
}
