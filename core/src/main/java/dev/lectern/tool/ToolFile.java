package dev.lectern.tool;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lectern.check.Problem;
import dev.lectern.check.ProblemsException;
import dev.lectern.text.Json;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Reads tools from a file in JSON or YAML: a list {@code tools} as OpenAI takes it, a plain list of functions (with {@code parameters},
 * {@code input_schema} or {@code inputSchema}), or an OpenAPI 3 description, whose operations become functions. All come out as OpenAI's
 * {@code {"type":"function","function":{"name","description","parameters"}}}, references resolved, in the order of the file.
 */
public final class ToolFile {
    private static final int LARGEST = 20_000_000;
    private static final String FORMS =
            "give OpenAI's list of tools, a list of {name, description, parameters}, or an OpenAPI 3 description";

    private ToolFile() {}

    /** @throws ProblemsException with everything that is wrong with the file */
    public static List<JsonNode> read(Path file) {
        JsonNode root = parse(file);
        List<Problem> problems = new ArrayList<>();
        List<ObjectNode> functions = functions(root, new Places(file.toString(), problems));
        if (functions.isEmpty() && problems.isEmpty()) {
            problems.add(new Problem("it holds no tool", file.toString(), FORMS));
        }
        unique(functions, file, problems);
        if (!problems.isEmpty()) {
            throw new ProblemsException(problems);
        }
        return functions.stream()
                .<JsonNode>map(function -> {
                    ObjectNode tool = Json.mapper().createObjectNode().put("type", "function");
                    tool.set("function", function);
                    return tool;
                })
                .toList();
    }

    private static List<ObjectNode> functions(JsonNode root, Places places) {
        if (root.has("swagger")) {
            places.problem(
                    "Swagger " + root.path("swagger").asText() + " is not read", "swagger", "convert it to OpenAPI 3");
            return List.of();
        } else if (root.has("openapi") || root.has("paths")) {
            return new OpenApi(root, places).functions();
        }
        String at = root.has("tools") ? "tools" : root.has("functions") ? "functions" : "";
        JsonNode list = at.isEmpty() ? root : root.path(at);
        if (list.isObject() && (list.has("name") || list.has("function"))) {
            list = Json.mapper().createArrayNode().add(list);
        }
        if (!(list instanceof ArrayNode array)) {
            places.problem("it holds no list of tools", at, FORMS);
            return List.of();
        }
        Functions functions = new Functions(root, places);
        List<ObjectNode> read = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            functions.read(array.get(i), at + "[" + i + "]").ifPresent(read::add);
        }
        return read;
    }

    private static void unique(List<ObjectNode> functions, Path file, List<Problem> problems) {
        Set<String> names = new HashSet<>();
        for (ObjectNode function : functions) {
            String name = function.path("name").asText();
            if (!names.add(name)) {
                problems.add(new Problem("two tools are named '" + name + "'", file.toString(), "rename one of them"));
            }
        }
    }

    private static JsonNode parse(Path file) {
        String text;
        try {
            if (Files.size(file) > LARGEST) {
                throw new ProblemsException(
                        "the file is larger than 20 MB", file.toString(), "give the tools that matter");
            }
            text = Files.readString(file).replace("\uFEFF", "");
        } catch (CharacterCodingException e) {
            throw new ProblemsException("the file is not UTF-8", file.toString(), "save it as UTF-8");
        } catch (IOException e) {
            throw new ProblemsException("cannot read the tools: " + e.getMessage(), file.toString(), "check the path");
        }
        String start = text.stripLeading();
        return start.startsWith("{") || start.startsWith("[") ? json(text, file) : yaml(text, file);
    }

    private static JsonNode json(String text, Path file) {
        try {
            return Json.mapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new ProblemsException(
                    "it is no JSON: " + e.getOriginalMessage(),
                    file
                            + (e.getLocation() == null
                                    ? ""
                                    : ", line " + e.getLocation().getLineNr()),
                    "mend the JSON there");
        }
    }

    private static JsonNode yaml(String text, Path file) {
        try {
            return YamlText.read(text, LARGEST);
        } catch (MarkedYAMLException e) {
            String line = e.getProblemMark() == null
                    ? ""
                    : ", line " + (e.getProblemMark().getLine() + 1);
            throw new ProblemsException("it is neither JSON nor YAML: " + e.getProblem(), file + line, "mend it there");
        } catch (YAMLException e) {
            throw new ProblemsException("it is neither JSON nor YAML: " + e.getMessage(), file.toString(), "mend it");
        }
    }
}
