package dev.lectern.stage.extract.zh;

import dev.lectern.corpus.Document;
import dev.lectern.corpus.DocumentBuilder;
import dev.lectern.stage.extract.page.Find;
import dev.lectern.stage.extract.page.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A small page made for a test, and what the Chinese families find on it. */
final class Sheet {
    private final DocumentBuilder builder = new DocumentBuilder();
    private Optional<String> product = Optional.empty();

    static Sheet titled(String title) {
        Sheet sheet = new Sheet();
        sheet.builder.heading(1, title, List.of());
        return sheet;
    }

    Sheet of(String name) {
        product = Optional.of(name);
        return this;
    }

    Sheet section(String heading) {
        builder.heading(2, heading, List.of());
        return this;
    }

    Sheet says(String paragraph) {
        builder.paragraph(paragraph, List.of());
        return this;
    }

    Sheet within(String container, String paragraph) {
        builder.within(container).paragraph(paragraph, List.of()).within("");
        return this;
    }

    Sheet code(String language, String code) {
        builder.code(language, code);
        return this;
    }

    Sheet items(String... items) {
        for (String item : items) {
            builder.item(0, Optional.empty(), item, List.of());
        }
        return this;
    }

    Sheet table(List<List<String>> rows) {
        builder.table(true, rows);
        return this;
    }

    Page page() {
        Document document = builder.build("test.md", "test", "zh");
        return Page.of(document, product);
    }

    /** All finds that pass the language's rules. */
    List<Find> finds() {
        Page page = page();
        Chinese chinese = new Chinese();
        List<Find> finds = new ArrayList<>();
        chinese.families()
                .forEach(family -> family.find(page, find -> {
                    if (chinese.refusal(page, find).isEmpty()) {
                        finds.add(find);
                    }
                }));
        return finds;
    }

    List<Find> finds(String family) {
        return finds().stream().filter(f -> f.family().name().equals(family)).toList();
    }

    /** Every wording of every find of the family. */
    List<String> questions(String family) {
        return finds(family).stream().flatMap(f -> f.wordings().stream()).toList();
    }

    /** The answers of the family's finds, word for word. */
    List<String> answers(String family) {
        String text = page().text();
        return finds(family).stream().map(f -> f.answer().text(text)).toList();
    }
}
