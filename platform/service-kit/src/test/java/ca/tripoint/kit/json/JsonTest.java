package ca.tripoint.kit.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Json json = new Json(MAPPER);

    private record Body(String zone, Map<String, JsonNode> answers, int age) {}

    @Test
    void the_members_of_records_maps_and_trees_are_named_in_one_order_whatever_order_they_came_in() throws Exception {
        Map<String, JsonNode> answers = new LinkedHashMap<>();
        answers.put("weeks", MAPPER.readTree("3"));
        answers.put("pain", MAPPER.readTree("{\"side\": \"L\", \"regions\": [{\"y\": 1, \"x\": 2}, \"A\"]}"));

        String canonical = canonical(new Body("T", answers, 40));

        assertThat(canonical)
                .isEqualTo("{\"age\":40,\"answers\":{\"pain\":{\"regions\":[{\"x\":2,\"y\":1},\"A\"],\"side\":\"L\"},"
                        + "\"weeks\":3},\"zone\":\"T\"}");
        assertThat(canonical(MAPPER.readTree("{\"zone\": \"T\", \"age\": 40, \"answers\": {\"weeks\": 3,"
                        + " \"pain\": {\"regions\": [{\"x\": 2, \"y\": 1}, \"A\"], \"side\": \"L\"}}}")))
                .isEqualTo(canonical);
    }

    private String canonical(Object value) {
        return new String(json.canonical(value), StandardCharsets.UTF_8);
    }
}
