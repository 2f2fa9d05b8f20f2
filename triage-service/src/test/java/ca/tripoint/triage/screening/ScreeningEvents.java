package ca.tripoint.triage.screening;

import ca.tripoint.testkit.EventProbe;
import ca.tripoint.testkit.ReceivedEvent;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.UUID;

/** What others are told about a person's screenings. */
final class ScreeningEvents {
    static final String TOPIC = "triage.screenings";

    private ScreeningEvents() {}

    /** What had been told before of the same person has arrived then. */
    static void awaitCompletion(EventProbe probe, ValidatableResponse screening) {
        String id = screening.extract().path("id");
        probe.await(event -> event.type().equals("screening-completed")
                && event.value().path("screeningId").asText().equals(id));
    }

    static boolean isAbout(UUID person, ReceivedEvent event) {
        return person.toString().equals(event.key());
    }

    static List<String> typesAbout(UUID person, EventProbe probe) {
        return probe.received().stream()
                .filter(event -> isAbout(person, event))
                .map(ReceivedEvent::type)
                .toList();
    }
}
