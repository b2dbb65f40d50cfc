package dev.lectern.stage.extract.zh;

import dev.lectern.stage.extract.page.Page;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a question must name so that it makes sense without its page: the product, the page's topic, or both.
 *
 * @param product what the whole folder is about
 * @param topic what the page is about, where a question can say it as a thing
 * @param spaced whether the page puts a space between Han and Latin
 */
record Scope(Optional<String> product, Optional<String> topic, boolean traditional, boolean spaced) {
    /** Longer topics are sentences: they make a question clumsy. */
    private static final int LONGEST_TOPIC = 16;

    /** Words that say enough to be understood with the product's name alone. */
    private static final int TELLING_TASK = 10;

    private static final int TELLING_NAMED = 5;
    private static final int TELLING_THING = 8;

    static Scope of(Page page) {
        Optional<String> product = page.product();
        Optional<String> topic = page.topic()
                .map(Scope::bare)
                .filter(t -> t.codePoints().anyMatch(Script::han) || heading(page))
                .filter(t -> !t.matches(".*[式型性]"))
                .filter(t -> Script.length(t) <= LONGEST_TOPIC && !task(t) && !t.matches(".*[？?，。：/|].*"));
        return new Scope(product, topic, traditional(page.text()), spaced(page.text()));
    }

    private static boolean heading(Page page) {
        return page.sections().stream().anyMatch(s -> s.level() == 1);
    }

    /** "深入响应式系统" is about 响应式系统; brackets explain, they don't name. */
    static String bare(String topic) {
        return topic.replaceFirst("(?<=\\p{IsHan}{2})(?:基础|基礎|入门|入門|详解|詳解|进阶|進階|技巧|指南|概述|概览|概覽|简介|簡介)$", "")
                .replaceFirst("^(?:深入(?:理解)?|认识|浅谈|了解|理解|走进)(?=.{2})", "")
                .replaceFirst("\\s*[（(][^（(]*[)）]$", "")
                .strip();
    }

    private static boolean task(String topic) {
        String folded = Script.fold(topic);
        return folded.startsWith("使用") || folded.startsWith("如何") || folded.startsWith("怎") || folded.startsWith("为什么");
    }

    /** The names that these words of the question still lack: "Vue 的状态管理", "Vue", "" … */
    String beside(String words) {
        boolean hasProduct = product.isEmpty() || held(product.get(), words);
        boolean hasTopic = topic.isEmpty() || held(topic.get(), words);
        if (hasTopic) {
            return hasProduct ? "" : product.get();
        }
        boolean topicSaysProduct = product.isPresent() && held(product.get(), topic.get());
        return hasProduct || topicSaysProduct ? topic.get() : join(product.get(), topic.get());
    }

    /** What a task lacks: one that is long or holds a name of its own needs the product alone. */
    String besideTask(String task) {
        boolean telling = Script.length(task) >= TELLING_TASK
                || (Script.length(task) >= TELLING_NAMED && task.matches(".*[`A-Za-z].*"));
        return telling && product.isPresent() ? shortBeside(task) : beside(task);
    }

    /** The product alone, unless the words hold it; the topic where there is no product. */
    String shortBeside(String words) {
        if (product.isPresent()) {
            return held(product.get(), words) ? "" : product.get();
        }
        return topic.filter(t -> !held(t, words)).orElse("");
    }

    /** Whether the names found are a product alone. */
    boolean isProduct(String named) {
        return product.filter(named::equals).isPresent();
    }

    /** A thing of the page with what it belongs to: "Vue 的计算属性缓存", "Vue 模板语法的简写". */
    String thing(String heading) {
        boolean telling = Script.length(heading) >= TELLING_THING
                || heading.matches(".*[`A-Za-z].*")
                || topic.filter(t -> Classification.words(t).stream().anyMatch(Script.fold(heading)::contains))
                        .isPresent();
        String names = telling && product.isPresent() ? shortBeside(heading) : beside(heading);
        if (names.isEmpty()) {
            return heading;
        }
        return join(names, !heading.contains("的") ? "的" : traditional ? "裡" : "里", heading);
    }

    /** Words put together, with a space between Han and Latin where the page has it so. */
    String join(String... parts) {
        return Phrasing.join(spaced, parts);
    }

    /** Whether the words name it already; a name in Han counts as held when each of its characters is there. */
    static boolean held(String name, String words) {
        return heldWhole(name, words)
                || Stream.of(name.split("\\s*[&/]\\s*|\\s+[与與和]\\s+", -1))
                        .anyMatch(part -> part.length() >= 3 && !part.equals(name) && heldWhole(part, words));
    }

    private static boolean heldWhole(String name, String words) {
        String n = Script.fold(name).toLowerCase(Locale.ROOT);
        String w = Script.fold(words).toLowerCase(Locale.ROOT);
        String bare = n.replaceAll("[`<>\\s]", "");
        if (w.replaceAll("[`<>\\s]", "").contains(bare.replaceFirst("(?<=[a-z]{3})s$", ""))) {
            return true;
        }
        return bare.length() >= 3
                && bare.codePoints().allMatch(Script::han)
                && bare.codePoints().allMatch(c -> w.indexOf(c) >= 0);
    }

    private static boolean traditional(String text) {
        return dev.lectern.text.Languages.isTraditional(text);
    }

    private static boolean spaced(String text) {
        int with = 0;
        int without = 0;
        for (int i = 1; i + 1 < text.length() && i < 20_000; i++) {
            char c = text.charAt(i);
            if (c == ' ' && pair(text.charAt(i - 1), text.charAt(i + 1))) {
                with++;
            } else if (pair(text.charAt(i - 1), c)) {
                without++;
            }
        }
        return with * 2 >= without;
    }

    private static boolean pair(char a, char b) {
        return (Script.han(a) && latinLetter(b)) || (Script.han(b) && latinLetter(a));
    }

    private static boolean latinLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '`';
    }
}
