package dev.lectern.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonFitTest {
    private static final JsonNode SCHEMA = Json.read("""
            {"type":"object","required":["items","note","size"],"properties":{
              "items":{"type":"array","items":{"type":"object","required":["name","count"],"properties":{
                "name":{"type":"string"},"count":{"type":"integer"},"parts":{"type":"array","items":{"type":"string"}}}}},
              "note":{"type":["string","null"]},
              "size":{"type":"string","enum":["small","large"]}}}
            """, JsonNode.class);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'items':[],'size':'small'}                                   | ",
                "{'items':[{'name':'a','count':1}],'size':'small','other':{}}  | ",
                "{'items':[{'name':'a','count':'12'}],'size':'large'}          | ",
                "{'items':[{'name':'a','count':2.0}],'size':'large'}           | ",
                "{'size':'small'}                                              | $.items is missing",
                "{'items':null,'size':'small'}                                 | $.items is missing",
                "{'items':[]}                                                  | $.size is missing",
                "{'items':{},'size':'small'}                                   | $.items should be an array, not an object",
                "{'items':[],'size':'huge'}                                    | $.size should be one of [\"small\",\"large\"]",
                "{'items':[],'size':'small','note':3}                          | $.note should be a string or null, not a number",
                "{'items':[{'name':'a','count':1},{'name':'b'}],'size':'small'}| $.items[1].count is missing",
                "{'items':['a'],'size':'small'}                                | $.items[0] should be an object, not a string",
                "{'items':[{'name':'a','count':1.5}],'size':'small'}           | $.items[0].count should be an integer, not a number"
            })
    void whatIsWrongIsSaidWithItsPlace(String json, String problem) {
        assertThat(JsonFit.problem(SCHEMA, read(json)).orElse(null)).isEqualTo(problem);
    }

    @ParameterizedTest
    @CsvSource({
        "1, ",
        "5, ",
        "'5', ",
        "0, '$.score should be from 1 to 5, not 0'",
        "11, '$.score should be from 1 to 5, not 11'"
    })
    void aScoreOffTheScaleDoesNotFit(String score, String problem) {
        JsonNode scale = read("{'properties':{'score':{'type':'integer','minimum':1,'maximum':5}}}");
        assertThat(JsonFit.problem(scale, read("{'score':" + score + "}")).orElse(null))
                .isEqualTo(problem);
    }

    @Test
    void itemsThatDoNotFitAreTakenOutAndTheRestStays() {
        assertThat(JsonFit.whole(
                        SCHEMA,
                        read("{'items':[{'name':'a'},{'name':'b','count':2,'parts':['x',7]},5],'size':'small'}")))
                .contains(read("{'items':[{'name':'b','count':2,'parts':['x']}],'size':'small'}"));
        assertThat(JsonFit.whole(SCHEMA, read("{'items':[{'name':'a'}],'size':'small'}")))
                .isEmpty();
        assertThat(JsonFit.whole(SCHEMA, read("{'items':[{'name':'b','count':2}]}")))
                .isEmpty();
    }

    @Test
    void aBareListIsTheListThatTheReplyIsAbout() {
        JsonNode list = Json.read(
                "{\"type\":\"object\",\"required\":[\"a\"],\"properties\":{\"a\":{\"type\":\"array\",\"items\":{\"type\":\"string\"}}}}",
                JsonNode.class);
        assertThat(JsonFit.problem(list, read("['x']"))).isEmpty();
        assertThat(JsonFit.problem(list, read("['x',1]"))).contains("$.a[1] should be a string, not a number");
    }

    private static JsonNode read(String json) {
        return Json.read(json.replace('\'', '"'), JsonNode.class);
    }
}
