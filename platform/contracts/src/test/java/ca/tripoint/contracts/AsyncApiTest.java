package ca.tripoint.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code docs/events/asyncapi.yaml} says what the golden files say. */
class AsyncApiTest {

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private JsonNode document;

    @BeforeEach
    void read() throws IOException {
        document = YAML.readTree(Path.of("../../docs/events/asyncapi.yaml").toFile());
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void the_example_of_each_type_is_its_golden_file(EventType type) {
        assertThat(message(type).at("/examples/0/payload")).isEqualTo(GoldenEventsTest.golden(type));
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void the_schema_of_each_type_has_the_members_of_its_golden_file(EventType type) {
        assertThat(message(type).at("/payload/properties").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrderElementsOf(GoldenEventsTest.golden(type)::fieldNames);
    }

    @Test
    void each_topic_carries_its_types_and_no_other() {
        Map<String, String> told = channels()
                .filter(channel -> !address(channel).endsWith(Topic.DEAD_LETTER_SUFFIX))
                .flatMap(channel -> stream(channel.path("messages"))
                        .map(message -> Map.entry(
                                message.path("$ref").asText().replace("#/components/messages/", ""), address(channel))))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

        assertThat(told)
                .isEqualTo(Arrays.stream(EventType.values())
                        .collect(Collectors.toMap(
                                EventType::typeName, type -> type.topic().topicName())));
    }

    @Test
    void there_are_the_topics_with_their_dead_letters_and_no_other() {
        assertThat(channels().map(AsyncApiTest::address))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Topic.values())
                        .map(Topic::topicName)
                        .flatMap(name -> Stream.of(name, name + Topic.DEAD_LETTER_SUFFIX))
                        .toList());
    }

    private JsonNode message(EventType type) {
        return document.at("/components/messages/" + type.typeName());
    }

    private Stream<JsonNode> channels() {
        return stream(document.path("channels"));
    }

    private static String address(JsonNode channel) {
        return channel.path("address").asText();
    }

    private static Stream<JsonNode> stream(JsonNode members) {
        return members.properties().stream().map(Map.Entry::getValue);
    }
}
