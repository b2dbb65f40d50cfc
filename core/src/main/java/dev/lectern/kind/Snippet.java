package dev.lectern.kind;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.lectern.text.Json;
import java.io.IOException;
import java.io.StringReader;
import java.util.Locale;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Whether a piece of code could be some of its language, as far as light means tell: data by a parser, Python by brackets, strings and
 * indentation, a shell by its quotes and blocks, others by brackets and strings. Code is never run. A language that is not known parses.
 */
final class Snippet {
    private static final Map<String, String> OTHER_NAMES = Map.ofEntries(
            Map.entry("c++", "cpp"),
            Map.entry("csharp", "cs"),
            Map.entry("golang", "go"),
            Map.entry("javascript", "js"),
            Map.entry("jsx", "js"),
            Map.entry("kt", "kotlin"),
            Map.entry("py", "python"),
            Map.entry("python3", "python"),
            Map.entry("rs", "rust"),
            Map.entry("bash", "sh"),
            Map.entry("shell", "sh"),
            Map.entry("zsh", "sh"),
            Map.entry("tsx", "ts"),
            Map.entry("typescript", "ts"),
            Map.entry("yml", "yaml"));

    private Snippet() {}

    /** @param language as the fence names it; may be empty */
    static boolean parses(String language, String code) {
        String named = language.toLowerCase(Locale.ROOT);
        return switch (OTHER_NAMES.getOrDefault(named, named)) {
            case "json" -> json(code);
            case "jsonl", "ndjson" ->
                code.lines().filter(line -> !line.isBlank()).allMatch(Snippet::json);
            case "yaml" -> yaml(code);
            case "xml", "svg" -> xml(code);
            case "python" -> PythonLayout.holds(code);
            case "sh" -> ShellQuotes.hold(code);
            case "c", "cpp", "css", "dart", "go", "java", "js", "rust", "scss", "sql", "ts" ->
                Brackets.of(OTHER_NAMES.getOrDefault(named, named)).hold(code);
            // Their strings hold code, which light means can't tell: brackets count, strings don't.
            case "cs", "kotlin", "php", "scala", "swift" ->
                Brackets.of("java").hold(code) || Brackets.withoutStrings().hold(code);
            default -> true;
        };
    }

    private static boolean json(String code) {
        ObjectReader reader = Json.mapper().reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        try {
            return !reader.readTree(code).isMissingNode();
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    /** A template's places are no YAML yet. */
    private static boolean yaml(String code) {
        try {
            new Yaml().parse(new StringReader(code)).forEach(event -> {});
            return true;
        } catch (YAMLException e) {
            return code.contains("{{") || code.contains("{%");
        }
    }

    /** Well-formed, or a row of well-formed pieces. Nothing outside the text is ever opened. */
    private static boolean xml(String code) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler());
            String text = code.strip();
            String whole = text.startsWith("<?xml") ? text : "<pieces>" + text + "</pieces>";
            builder.parse(new InputSource(new StringReader(whole)));
            return true;
        } catch (SAXException e) {
            return false;
        } catch (IOException | ParserConfigurationException e) {
            throw new IllegalStateException("cannot parse XML here", e);
        }
    }
}
