package dev.lectern.adapters.read;

import dev.lectern.corpus.DocumentBuilder;
import java.util.ArrayList;
import java.util.List;

/**
 * The boxes that the next block stands in, innermost last. A box without a name is kept so that its end tag closes it and
 * no other. What a list item or quotation opened ends with it, closed or not.
 */
final class Containers {
    private record Box(String tag, String name) {}

    private final DocumentBuilder document;
    private final List<Box> open = new ArrayList<>();

    Containers(DocumentBuilder document) {
        this.document = document;
    }

    int depth() {
        return open.size();
    }

    /** Opens a box; the answer is the depth to go {@link #backTo}. */
    int open(String tag, String name) {
        open.add(new Box(tag, name));
        tell();
        return open.size() - 1;
    }

    /** Closes the innermost box of this tag, and what was left open inside it. */
    void close(String tag) {
        for (int i = open.size() - 1; i >= 0; i--) {
            if (open.get(i).tag.equals(tag)) {
                backTo(i);
                return;
            }
        }
    }

    void backTo(int depth) {
        while (open.size() > depth) {
            open.removeLast();
        }
        tell();
    }

    /** A container that a page forgot to close does not swallow the next section. */
    void closeForgotten() {
        close(MarkdownDialects.TAG);
    }

    private void tell() {
        document.within(open.reversed().stream()
                .map(Box::name)
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse(""));
    }
}
