package ca.tripoint.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.tripoint.testkit.infrastructure.SharedServers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class EventProbeTest {
    private static final String TOPIC = "booking.sessions";
    private static String broker = "";

    @BeforeAll
    static void start() {
        broker = SharedServers.ofThisBuild().broker();
    }

    @Test
    void an_event_is_seen_with_its_headers_key_place_and_value() {
        UUID booking = UUID.randomUUID();
        try (EventProbe probe = EventProbe.at(broker, TOPIC);
                EventProducer producer = EventProducer.open(broker)) {

            UUID id = producer.publish(
                    TOPIC, booking, "/booking-service", "session-booked", Map.of("bookingId", booking));

            ReceivedEvent event = probe.await(received -> booking.toString().equals(received.key()));
            assertThat(event.type()).isEqualTo("session-booked");
            assertThat(event.id()).isEqualTo(id.toString());
            assertThat(event.header("ce_specversion")).isEqualTo("1.0");
            assertThat(event.text("bookingId")).isEqualTo(booking.toString());
            assertThat(event.partition()).isBetween(0, 2);
            assertThat(event.offset()).isNotNegative();
        }
    }

    @Test
    void a_probe_sees_nothing_from_before_it_was_opened() {
        UUID before = UUID.randomUUID();
        UUID after = UUID.randomUUID();
        try (EventProducer producer = EventProducer.open(broker)) {
            producer.publish(TOPIC, before, "/booking-service", "session-booked", Map.of());
            try (EventProbe probe = EventProbe.at(broker, TOPIC)) {
                producer.publish(TOPIC, after, "/booking-service", "session-booked", Map.of());

                assertThat(probe.received()).extracting(ReceivedEvent::key).containsExactly(after.toString());
            }
        }
    }

    @Test
    void what_is_not_json_is_seen_as_text() {
        try (EventProbe probe = EventProbe.at(broker, TOPIC);
                EventProducer producer = EventProducer.open(broker)) {
            producer.send(TOPIC, "poison", Map.of(), "{broken".getBytes(StandardCharsets.UTF_8));

            ReceivedEvent event = probe.await(received -> "poison".equals(received.key()));

            assertThat(event.type()).isEmpty();
            assertThat(event.value()).isNotNull().hasToString("\"{broken\"");
        }
    }

    @Test
    void an_event_that_does_not_come_is_an_error_that_says_what_came() {
        try (EventProbe probe = EventProbe.at(broker, TOPIC)) {
            assertThatThrownBy(() -> probe.await(
                            Duration.ofMillis(200), event -> event.type().equals("never")))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("received: []");
        }
    }
}
