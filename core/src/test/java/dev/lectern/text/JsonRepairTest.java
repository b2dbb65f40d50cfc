package dev.lectern.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonRepairTest {
    @Test
    void goodJsonIsReadAsItIs() {
        assertThat(found("{\"a\":[1,2.5,null,true],\"b\":\"x\\ny\"}"))
                .isEqualTo("{\"a\":[1,2.5,null,true],\"b\":\"x\\ny\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sure! Here it is:\n```json\n{\"a\": \"b\"}\n```\nHope that helps {really}.",
                "```\n{\"a\":\"b\"}```",
                "Here you go: {\"a\":\"b\"} - anything else?",
                "{\"a\":\"b\",}",
                "{“a”: “b”}",
                "{'a': 'b'}",
                "{\"a\":\"b\"",
                "{\"a\"：\"b\"}"
            })
    void theObjectThatWasMeantIsFound(String reply) {
        assertThat(found(reply)).isEqualTo("{\"a\":\"b\"}");
    }

    @Test
    void lineBreaksAndQuotationMarksWithinATextDoNoHarm() {
        assertThat(found("{\"a\":\"one\ntwo\", \"b\":\"he said \"no\" to me\"}"))
                .isEqualTo("{\"a\":\"one\\ntwo\",\"b\":\"he said \\\"no\\\" to me\"}");
        assertThat(found("{\"a\":\"他说“好”。\n\"}")).isEqualTo("{\"a\":\"他说“好”。\\n\"}");
    }

    @Test
    void backslashesThatNobodyDoubledStay() {
        assertThat(found("{\"a\":\"\\alpha C:\\dir\",}")).isEqualTo("{\"a\":\"\\\\alpha C:\\\\dir\"}");
    }

    @Test
    void ofAListThatWasCutTheWholeItemsStay() {
        JsonRepair.Found found = JsonRepair.find(
                        "{\"instructions\":[{\"instruction\":\"one\"},{\"instruction\":\"two\"},{\"instruction\":\"thr")
                .orElseThrow();
        assertThat(Json.line(found.json()))
                .isEqualTo("{\"instructions\":[{\"instruction\":\"one\"},{\"instruction\":\"two\"}]}");
        assertThat(found.cut()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "I cannot do that.", "{", "{no json at all}", "{\"a\" \"b\"}", "<html></html>", "{1:2}"})
    void whatIsNoJsonIsNotMadeIntoSome(String reply) {
        assertThat(JsonRepair.find(reply)).isEmpty();
    }

    @Test
    void deepNestingEndsInsteadOfTheProgram() {
        assertThat(JsonRepair.find("{\"a\":".repeat(100_000))).isEmpty();
    }

    private static String found(String reply) {
        return JsonRepair.find(reply).map(f -> Json.line(f.json())).orElse("nothing");
    }
}
