package dev.lectern.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lectern.check.Problem;
import dev.lectern.check.ProblemsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ToolFileTest {
    private static final Path EXAMPLES =
            Path.of(System.getProperty("lectern.root", "..")).resolve("examples/tools");

    @TempDir
    private Path folder;

    private List<JsonNode> read(String text) throws IOException {
        return ToolFile.read(Files.writeString(folder.resolve("tools.json"), text));
    }

    private List<String> problems(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("tools.json"), text);
        return catchThrowableOfType(ProblemsException.class, () -> ToolFile.read(file)).problems().stream()
                .map(Problem::toString)
                .map(problem -> problem.replace(file.toString(), "FILE"))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"find\",\"description\":\"d\",\"parameters\":{\"type\":\"object\",\"properties\":{\"x\":{\"type\":\"string\"}}}}}]}",
                "[{\"name\":\"find\",\"description\":\"d\",\"parameters\":{\"type\":\"object\",\"properties\":{\"x\":{\"type\":\"string\"}}}}]",
                "[{\"name\":\"find\",\"description\":\"d\",\"input_schema\":{\"type\":\"object\",\"properties\":{\"x\":{\"type\":\"string\"}}}}]",
                "{\"name\":\"find\",\"description\":\"d\",\"parameters\":{\"properties\":{\"x\":{\"type\":\"string\"}}}}",
                "- name: find\n  description: d\n  parameters:\n    properties:\n      x: { type: string }\n",
                "{\"tools\":[{\"name\":\"find\",\"description\":\"d\",\"parameters\":{\"type\":\"object\",\"properties\":{\"x\":{\"$ref\":\"#/defs/text\"}}}}],\"defs\":{\"text\":{\"type\":\"string\"}}}"
            })
    void readsOneFunctionFromWhateverFormItHas(String text) throws IOException {
        assertThat(read(text))
                .hasSize(1)
                .first()
                .hasToString("{\"type\":\"function\",\"function\":{\"name\":\"find\",\"description\":\"d\","
                        + "\"parameters\":{\"type\":\"object\",\"properties\":{\"x\":{\"type\":\"string\"}}}}}");
    }

    @Test
    void operationsOfAnOpenApiDescriptionBecomeFunctions() {
        List<JsonNode> tools = ToolFile.read(EXAMPLES.resolve("ponds-openapi.yaml"));
        assertThat(tools)
                .extracting(tool -> tool.at("/function/name").asText())
                .containsExactly("readProbe", "switchDevice");
        JsonNode parameters = tools.get(1).at("/function/parameters");
        assertThat(parameters.path("required")).extracting(JsonNode::asText).containsExactly("place", "device", "on");
        assertThat(parameters.at("/properties/device/enum")).hasSize(3);
        assertThat(parameters.at("/properties/place/description").asText()).isEqualTo("Name of the pond or bay");
    }

    @Test
    void theExampleOfPlainToolsIsRead() {
        assertThat(ToolFile.read(EXAMPLES.resolve("ponds.json"))).hasSize(4);
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnceWithItsPlace() throws IOException {
        assertThat(problems("""
                {"tools":[
                  {"type":"function","function":{"name":"find it","parameters":{"type":"objekt"}}},
                  {"name":"a","parameters":{"type":"object","propertys":{},"properties":{"x":{"type":"strnig"},"y":{"enum":[]},"z":{"pattern":"("}},"required":["w"]}},
                  {"name":"a","parameters":{"type":"object","properties":{"q":{"$ref":"#/nowhere"},"r":{"$ref":"other.json#/x"}}}},
                  7
                ]}
                """))
                .containsExactly(
                        "FILE, tools[0].function.name: 'find it' is no name for a tool\n  use 1 to 64 letters, digits, _ or -",
                        "FILE, tools[0].function.parameters.type: there is no type 'objekt'\n  did you mean 'object'?",
                        "FILE, tools[0].function.parameters: the parameters must be a schema of an object\n  write {\"type\": \"object\", \"properties\": {…}}",
                        "FILE, tools[1].parameters: 'propertys' is no word of JSON schema\n  did you mean 'properties'?",
                        "FILE, tools[1].parameters.required: 'required' names 'w', which is no property\n  did you mean 'x'?",
                        "FILE, tools[1].parameters.properties.x.type: there is no type 'strnig'\n  did you mean 'string'?",
                        "FILE, tools[1].parameters.properties.y.enum: 'enum' must be a list of the values allowed\n  write [\"a\", \"b\"]",
                        "FILE, tools[1].parameters.properties.z.pattern: 'pattern' is no regular expression: Unclosed group\n  mend it",
                        "FILE, tools[2].parameters.properties.q: nothing stands at '#/nowhere'\n  check the spelling, or add it",
                        "FILE, tools[2].parameters.properties.r: the reference 'other.json#/x' leaves the file\n  put what it points at into this file",
                        "FILE, tools[3]: a tool must be an object, not number\n  write {\"name\": …, \"description\": …, \"parameters\": …}",
                        "FILE: two tools are named 'a'\n  rename one of them");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{\"tools\":{}}",
                "{\"tools\":[",
                "hello",
                "- a: [",
                "42",
                "{\"swagger\":\"2.0\",\"paths\":{}}",
                "{\"openapi\":\"3.1.0\"}",
                "{\"openapi\":\"4.0\",\"paths\":{\"/a\":{\"get\":{}}}}",
                "{\"paths\":{}}",
                "{\"tools\":[{\"type\":\"web_search\"}]}",
                "{\"tools\":[{\"name\":\"a\",\"parameters\":{\"$ref\":\"#/tools/0/parameters\"}}]}",
                "{\"openapi\":\"3.0.0\",\"paths\":{\"/a\":{\"get\":{\"parameters\":[{\"name\":\"x\",\"in\":\"query\"}]}}}}"
            })
    void whatIsNoSchemaIsAClearErrorAndNeverAnythingElse(String text) throws IOException {
        assertThat(problems(text))
                .isNotEmpty()
                .allSatisfy(problem -> assertThat(problem).startsWith("FILE").doesNotContain("Exception"));
    }

    @Test
    void aFileThatIsNotThereIsSaid() {
        assertThat(catchThrowableOfType(ProblemsException.class, () -> ToolFile.read(folder.resolve("none.json")))
                        .getMessage())
                .contains("cannot read the tools");
    }

    @Test
    void argumentsFitToTheLetter() throws IOException {
        JsonNode schema = read("""
                [{"name":"a","parameters":{"type":"object","required":["city"],"properties":{
                  "city":{"type":"string","minLength":2},"days":{"type":"integer","minimum":1,"maximum":7},
                  "unit":{"enum":["c","f"]},"on":{"type":"string","format":"date"},
                  "tags":{"type":"array","items":{"type":"string"},"maxItems":2,"uniqueItems":true},
                  "at":{"oneOf":[{"type":"number"},{"type":"object","properties":{"x":{"type":"number"}},"required":["x"]}]},
                  "free":{"type":"object"},"none":{"type":"string","nullable":true}}}}]
                """).getFirst().at("/function/parameters");
        for (String good : List.of(
                "{\"city\":\"Bonn\"}",
                "{\"city\":\"上海\",\"days\":7,\"unit\":\"c\",\"on\":\"2024-02-29\",\"tags\":[\"a\",\"b\"]}",
                "{\"city\":\"Bonn\",\"at\":1.5}",
                "{\"city\":\"Bonn\",\"at\":{\"x\":1}}",
                "{\"city\":\"Bonn\",\"free\":{\"q\":1},\"none\":null}")) {
            assertThat(Fit.problem(schema, json(good))).as(good).isEmpty();
        }
        for (String bad : List.of(
                "{}",
                "[]",
                "{\"city\":5}",
                "{\"city\":\"B\"}",
                "{\"city\":\"Bonn\",\"days\":\"3\"}",
                "{\"city\":\"Bonn\",\"days\":8}",
                "{\"city\":\"Bonn\",\"days\":1.5}",
                "{\"city\":\"Bonn\",\"unit\":\"k\"}",
                "{\"city\":\"Bonn\",\"on\":\"2023-02-29\"}",
                "{\"city\":\"Bonn\",\"tags\":[\"a\",\"a\"]}",
                "{\"city\":\"Bonn\",\"tags\":[\"a\",\"b\",\"c\"]}",
                "{\"city\":\"Bonn\",\"tags\":[1]}",
                "{\"city\":\"Bonn\",\"at\":{}}",
                "{\"city\":\"Bonn\",\"at\":\"x\"}",
                "{\"city\":\"Bonn\",\"mood\":\"good\"}",
                "{\"city\":null}")) {
            assertThat(Fit.problem(schema, json(bad))).as(bad).isPresent();
        }
    }

    private static JsonNode json(String text) {
        return dev.lectern.text.Json.read(text, JsonNode.class);
    }
}
