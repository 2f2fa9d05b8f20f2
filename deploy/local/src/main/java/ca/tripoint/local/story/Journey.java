package ca.tripoint.local.story;

import ca.tripoint.local.Answer;
import ca.tripoint.local.Api;
import ca.tripoint.local.LocalSystem;
import ca.tripoint.local.Service;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** What a client does on the way to a visit, through the public APIs. Stories narrate it; the end-to-end tests walk it. */
public final class Journey {

    /** Where and when a therapist can come. */
    public record Slot(String therapistId, String start, String zone) {}

    /** An address as clients write it. */
    public record Address(String line1, String city, String postalCode) {}

    private final LocalSystem system;

    public Journey(LocalSystem system) {
        this.system = system;
    }

    Api api(Service service, Person person) {
        return system.api(service).as(person.token()).in(person.language());
    }

    /** A date so many days from now, by the calendar in Greenwich: more than a day ahead suits any notice, wherever the visit is. */
    public static LocalDate inDays(int days) {
        return LocalDate.now(ZoneOffset.UTC).plusDays(days);
    }

    /** Answers that clear a client: muscular, assessed, coming in waves, no warning sign. */
    public static ObjectNode clearedAnswers() {
        try (InputStream answers = Journey.class.getResourceAsStream("cleared-answers.json")) {
            return (ObjectNode) new ObjectMapper().readTree(answers);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public Answer screen(Person person, JsonNode answers) {
        return api(Service.TRIAGE, person)
                .post(
                        "/v1/screenings",
                        Map.of("answers", answers, "consent", Map.of("healthIntake", "v1"), "submit", true));
    }

    public Answer storeContact(Person person) {
        return api(Service.NOTIFICATION, person)
                .put(
                        "/v1/contacts/me",
                        Map.of("email", person.email(), "language", person.language(), "name", person.name()));
    }

    public Answer searchSlots(Person person, String postalCode, LocalDate from, LocalDate to, int minutes) {
        return api(Service.THERAPIST, person)
                .get("/v1/slots?postalCode=" + postalCode + "&from=" + from + "&to=" + to + "&duration=" + minutes);
    }

    /** Whether the search still shows the slot. */
    public boolean isOffered(Person person, String postalCode, Slot slot, int minutes) {
        String day = slot.start().substring(0, 10);
        Answer found = api(Service.THERAPIST, person)
                .get("/v1/slots?postalCode=" + postalCode + "&from=" + day + "&to=" + day + "&duration=" + minutes
                        + "&therapistId=" + URLEncoder.encode(slot.therapistId(), StandardCharsets.UTF_8))
                .expect(200);
        return slots(found).stream().anyMatch(slot::equals);
    }

    /** All slots of a search, one for each therapist. */
    public static List<Slot> slots(Answer search) {
        String zone = search.text("/zone");
        return StreamSupport.stream(search.at("/slots").spliterator(), false)
                .flatMap(slot -> StreamSupport.stream(slot.path("therapists").spliterator(), false)
                        .map(therapist ->
                                new Slot(therapist.asText(), slot.path("start").asText(), zone)))
                .toList();
    }

    public Answer askForOffer(Person person, Slot slot, int minutes, Address address) {
        return api(Service.THERAPIST, person)
                .post(
                        "/v1/offers",
                        Map.of(
                                "therapistId",
                                slot.therapistId(),
                                "start",
                                slot.start(),
                                "duration",
                                minutes,
                                "address",
                                address));
    }

    public Answer book(Person person, String offer, String clearance) {
        return api(Service.BOOKING, person).post("/v1/bookings", Map.of("offer", offer, "clearance", clearance));
    }

    public Answer booking(Person person, String id) {
        return api(Service.BOOKING, person).get("/v1/bookings/" + id);
    }

    /** Calls the visit off as it was last seen. */
    public Answer cancel(Person person, Answer booking) {
        return api(Service.BOOKING, person)
                .with("If-Match", booking.header("ETag"))
                .post("/v1/bookings/" + booking.text("/id") + "/cancellation", Map.of());
    }

    /** What the person was told, newest first. */
    public Answer inbox(Person person) {
        return api(Service.NOTIFICATION, person).get("/v1/notifications").expect(200);
    }

    /**
     * Whether the therapist was told that the visit is off. They are told in the same transaction as the client: from then on
     * nothing more comes of it.
     */
    boolean therapistKnowsItIsOff(Slot slot, String bookingId) {
        String therapist = system.tokens().therapist(UUID.fromString(slot.therapistId()));
        Answer inbox = system.api(Service.NOTIFICATION)
                .as(therapist)
                .get("/v1/notifications")
                .expect(200);
        return StreamSupport.stream(inbox.at("/items").spliterator(), false)
                .anyMatch(notice -> notice.path("kind").asText().equals("assignment-withdrawn")
                        && notice.path("bookingId").asText().equals(bookingId));
    }
}
