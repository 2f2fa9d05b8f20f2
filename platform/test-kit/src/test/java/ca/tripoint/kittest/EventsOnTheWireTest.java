package ca.tripoint.kittest;

import static org.assertj.core.api.Assertions.assertThat;

import ca.tripoint.contracts.Event;
import ca.tripoint.contracts.EventType;
import ca.tripoint.contracts.SessionEvent.SessionCancelled;
import ca.tripoint.contracts.SessionEvent.SessionRevoked;
import ca.tripoint.kit.json.Json;
import ca.tripoint.testkit.TripointInfrastructure;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The golden files, read and written as services do it. */
@QuarkusTest
@QuarkusTestResource(TripointInfrastructure.class)
class EventsOnTheWireTest {

    private static final Path GOLDEN = Path.of("../contracts/src/main/resources/events");
    private static final ObjectMapper PLAIN = new ObjectMapper();

    @Inject
    Json json;

    static List<String> goldenFiles() throws IOException {
        try (Stream<Path> files = Files.list(GOLDEN)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static JsonNode golden(String file) throws IOException {
        return PLAIN.readTree(Files.readString(GOLDEN.resolve(file)));
    }

    private static JsonNode golden(EventType type) throws IOException {
        return golden(type.typeName() + ".v" + type.version() + ".json");
    }

    private static EventType typeOf(String file) {
        return Arrays.stream(EventType.values())
                .filter(type -> file.startsWith(type.typeName() + ".v" + type.version() + "."))
                .findFirst()
                .orElseThrow();
    }

    private Event read(EventType type, JsonNode value) {
        return json.read(value.toString().getBytes(StandardCharsets.UTF_8), type.recordClass());
    }

    @ParameterizedTest
    @MethodSource("goldenFiles")
    void what_a_producer_writes_is_the_golden_file_bit_for_bit(String file) throws IOException {
        JsonNode golden = golden(file);

        assertThat(json.write(read(typeOf(file), golden))).isEqualTo(golden.toString());
    }

    @ParameterizedTest
    @MethodSource("optionals")
    void there_is_a_golden_file_with_and_one_without(Optional optional) throws IOException {
        List<JsonNode> ofItsRecord = new ArrayList<>();
        for (String file : goldenFiles()) {
            JsonNode golden = golden(file);
            Stream.concat(Stream.of(golden), golden.valueStream())
                    .filter(optional::mayBeOf)
                    .forEach(ofItsRecord::add);
        }

        assertThat(ofItsRecord)
                .anyMatch(node -> node.has(optional.name()))
                .anyMatch(node -> !node.has(optional.name()));
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void fields_that_a_later_producer_adds_are_passed_over(EventType type) throws IOException {
        ObjectNode later = golden(type).deepCopy();
        later.put("addedLater", true);
        later.properties().forEach(member -> {
            if (member.getValue() instanceof ObjectNode inner) {
                inner.put("addedLater", true);
            }
        });

        assertThat(read(type, later)).isEqualTo(read(type, golden(type)));
    }

    @Test
    void a_constant_that_a_later_producer_adds_is_none_to_us() throws IOException {
        ObjectNode cancelled = golden(EventType.SESSION_CANCELLED).deepCopy();
        ObjectNode revoked = golden(EventType.SESSION_REVOKED).deepCopy();

        SessionCancelled byAnother =
                (SessionCancelled) read(EventType.SESSION_CANCELLED, cancelled.put("by", "INVENTED_LATER"));
        SessionRevoked forAnother =
                (SessionRevoked) read(EventType.SESSION_REVOKED, revoked.put("cause", "INVENTED_LATER"));

        assertThat(byAnother.by()).isNull();
        assertThat(byAnother.session().bookingId()).isNotNull();
        assertThat(forAnother.cause()).isNull();
    }

    /** What an event may have none of. A constant that nobody here knows reads as none too, yet every event has one. */
    record Optional(Class<?> record, String name) {

        boolean mayBeOf(JsonNode node) {
            return Arrays.stream(record.getRecordComponents())
                    .filter(component -> !isOptional(component))
                    .allMatch(component -> node.has(component.getName()));
        }

        private static boolean isOptional(RecordComponent component) {
            return component.getAnnotatedType().isAnnotationPresent(Nullable.class)
                    && !component.getAccessor().isAnnotationPresent(JsonFormat.class);
        }

        private static Stream<Optional> in(Class<?> record) {
            return Arrays.stream(record.getRecordComponents())
                    .flatMap(component -> component.getType().isRecord()
                            ? in(component.getType())
                            : Stream.of(component)
                                    .filter(Optional::isOptional)
                                    .map(optional -> new Optional(record, optional.getName())));
        }
    }

    static List<Optional> optionals() {
        return Arrays.stream(EventType.values())
                .flatMap(type -> Optional.in(type.recordClass()))
                .distinct()
                .toList();
    }
}
