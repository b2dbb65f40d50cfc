package dev.lectern.stage.extract.zh;

import dev.lectern.corpus.Block;
import dev.lectern.corpus.Span;
import dev.lectern.stage.extract.page.Answer;
import dev.lectern.stage.extract.page.Family;
import dev.lectern.stage.extract.page.Find;
import dev.lectern.stage.extract.page.Page;
import dev.lectern.stage.extract.page.Section;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** "（Full Name，FN）" or "Full Name (FN)" with matching initials: what does FN stand for? */
record Abbreviation() implements Family {
    private static final Pattern PAIR = Pattern.compile(
            "([A-Z][A-Za-z]+(?:[ -][A-Za-z][A-Za-z]*){1,7})\\s?(?:[，,、]\\s?(?:简称|缩写为?|縮寫為?|簡稱|或)?|[（(](?:简称|缩写为?|簡稱)?)\\s?([A-Z][A-Za-z]{1,8})(?![A-Za-z])");
    private static final Pattern TURNED = Pattern.compile(
            "(?<![A-Za-z])([A-Z][A-Za-z]{1,8})\\s?[（(](?:全称|全稱|即|英文)?[:：]?\\s?([A-Z][A-Za-z]+(?:[ -][A-Za-z]+){1,7})[)），,]");
    private static final int PER_PAGE = 2;
    private static final Set<String> SMALL = Set.of("of", "the", "and", "for", "in", "on", "to", "a");

    @Override
    public String name() {
        return "acronym";
    }

    @Override
    public String task() {
        return "qa";
    }

    @Override
    public void find(Page page, Consumer<Find> out) {
        Scope scope = Scope.of(page);
        Set<String> asked = new HashSet<>();
        for (Section section : page.sections()) {
            for (Block block : section.blocks()) {
                if (block instanceof Block.Paragraph || block instanceof Block.Item) {
                    search(page, scope, section, block, PAIR, 1, asked, out);
                    search(page, scope, section, block, TURNED, 2, asked, out);
                }
            }
        }
    }

    private void search(
            Page page,
            Scope scope,
            Section section,
            Block block,
            Pattern pattern,
            int full,
            Set<String> asked,
            Consumer<Find> out) {
        Matcher pair = pattern.matcher(page.text()).region(block.start(), block.end());
        while (pair.find()) {
            String name = pair.group(3 - full);
            String letters = name.toUpperCase(Locale.ROOT);
            String words = pair.group(full);
            boolean matches = initials(words).equals(letters)
                    || initials(words.replaceAll("-[a-z]+", "")).equals(letters);
            if (matches
                    && asked.size() < PER_PAGE
                    && !name.toLowerCase(Locale.ROOT).equals(name)) {
                String named = name.length() > 2 ? "" : scope.shortBeside(name);
                if ((name.length() > 2 || !named.isEmpty()) && asked.add(name)) {
                    out.accept(new Find(
                            this,
                            section,
                            Phrasing.of(scope, "full", named.isEmpty() ? "" : named, Map.of("X", name)),
                            Answer.of(new Span(pair.start(full), pair.end(full)))));
                }
            }
        }
    }

    private static String initials(String words) {
        StringBuilder letters = new StringBuilder();
        for (String word : words.split("[ -]", -1)) {
            if (!SMALL.contains(word)) {
                letters.append(word.charAt(0));
            }
        }
        return letters.toString().toUpperCase(Locale.ROOT);
    }
}
