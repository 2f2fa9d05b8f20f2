package ca.tripoint.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GoldenEventsTest {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    @ParameterizedTest
    @EnumSource(EventType.class)
    void each_record_reproduces_its_golden_file(EventType type) throws JsonProcessingException {
        JsonNode golden = golden(type);

        Event event = JSON.treeToValue(golden, type.recordClass());

        assertThat(JSON.readTree(JSON.writeValueAsString(event))).isEqualTo(golden);
        assertThat(EventType.of(event)).isEqualTo(type);
        assertThat(EventType.named(type.typeName())).contains(type);
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void a_field_that_a_later_producer_adds_is_passed_over(EventType type) throws JsonProcessingException {
        ObjectNode later = golden(type).deepCopy();
        later.put("addedLater", true);

        assertThat(JSON.treeToValue(later, type.recordClass()))
                .isEqualTo(JSON.treeToValue(golden(type), type.recordClass()));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_ALL, names = "SESSION_.*")
    void a_visit_from_before_its_offer_was_told_is_still_read(EventType type) throws JsonProcessingException {
        ObjectNode before = golden(type).deepCopy();
        before.withObject("/session").remove("offerId");
        if (before.get("previous") instanceof ObjectNode previous) {
            previous.remove("zone");
        }

        Event event = JSON.treeToValue(before, type.recordClass());

        assertThat(JSON.readTree(JSON.writeValueAsString(event))).isEqualTo(before);
    }

    @Test
    void no_golden_file_lacks_its_type() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/events"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .allSatisfy(name -> assertThat(EventType.values())
                            .anyMatch(type ->
                                    name.matches(type.typeName() + "\\.v" + type.version() + "\\.([a-z-]+\\.)?json")));
        }
    }

    static JsonNode golden(EventType type) {
        String file = "/events/" + type.typeName() + ".v" + type.version() + ".json";
        try (InputStream content = GoldenEventsTest.class.getResourceAsStream(file)) {
            return JSON.readTree(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
