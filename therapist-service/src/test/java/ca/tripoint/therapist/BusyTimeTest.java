package ca.tripoint.therapist;

import static ca.tripoint.therapist.Api.askForOffer;
import static ca.tripoint.therapist.Api.montrealer;
import static ca.tripoint.therapist.Api.offer;
import static ca.tripoint.therapist.Api.starts;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import ca.tripoint.contracts.Event;
import ca.tripoint.contracts.EventType;
import ca.tripoint.contracts.SessionEvent.CancelledBy;
import ca.tripoint.contracts.SessionEvent.Occupancy;
import ca.tripoint.contracts.SessionEvent.RevocationCause;
import ca.tripoint.contracts.SessionEvent.Session;
import ca.tripoint.contracts.SessionEvent.SessionBooked;
import ca.tripoint.contracts.SessionEvent.SessionCancelled;
import ca.tripoint.contracts.SessionEvent.SessionHeld;
import ca.tripoint.contracts.SessionEvent.SessionReleased;
import ca.tripoint.contracts.SessionEvent.SessionRescheduled;
import ca.tripoint.contracts.SessionEvent.SessionRevoked;
import ca.tripoint.testkit.EventProducer;
import ca.tripoint.testkit.TripointInfrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Visits of 60 minutes on Monday the 8th of March 2027; without bookings that day has 69 starts. */
@QuarkusTest
@QuarkusTestResource(value = TripointInfrastructure.class, restrictToAnnotatedClass = false)
class BusyTimeTest {

    private static final String DAY = "2027-03-08";
    private static final String TEN = "2027-03-08T10:00:00-05:00";
    private static final Instant SENT = Instant.parse("2027-03-01T17:00:00Z");

    @Inject
    DataSource database;

    private final UUID client = UUID.randomUUID();
    private final UUID booking = UUID.randomUUID();
    private UUID maude = UUID.randomUUID();
    private EventProducer bookingService;

    @BeforeEach
    void a_therapist_and_a_listening_service() {
        bookingService = EventProducer.open();
        maude = montrealer();
        UUID somebody = montrealer();
        send(new SessionBooked(session(UUID.randomUUID(), 1, somebody, TEN, null), SENT));
        await().atMost(30, SECONDS)
                .until(() -> starts(somebody, "H2X 1Y4", DAY, 60).size() < 69);
    }

    @AfterEach
    void done() {
        bookingService.close();
        TestClock.reset();
    }

    private static Instant at(String start) {
        return OffsetDateTime.parse(start).toInstant();
    }

    private Session session(long version, String start) {
        return session(booking, version, maude, start, null);
    }

    private Session session(UUID id, long version, UUID therapist, String start, @Nullable UUID offer) {
        return new Session(
                id,
                version,
                client,
                therapist,
                null,
                UUID.randomUUID(),
                offer,
                at(start),
                at(start).plus(Duration.ofMinutes(60)),
                "America/Toronto",
                at(start).minus(Duration.ofMinutes(15)),
                at(start).plus(Duration.ofMinutes(75)));
    }

    private void send(Event event) {
        bookingService.publish(
                "booking.sessions",
                event.key(),
                "/booking-service",
                EventType.of(event).typeName(),
                event);
    }

    /** Another visit of hers, told on the partition of {@code booking}: once it is seen, what was sent before has been heard. */
    private void marker(String start) {
        bookingService.publish(
                "booking.sessions",
                booking,
                "/booking-service",
                "session-booked",
                new SessionBooked(session(UUID.randomUUID(), 1, maude, start, null), SENT));
        withinASecond(() -> taken(start));
    }

    private void withinASecond(Runnable assertion) {
        await().atMost(1, SECONDS).pollInterval(Duration.ofMillis(50)).untilAsserted(assertion::run);
    }

    private void taken(String start) {
        assertThat(starts(maude, "H2X 1Y4", DAY, 60)).isNotEmpty().doesNotContain(start);
    }

    private void allFree() {
        assertThat(starts(maude, "H2X 1Y4", DAY, 60)).hasSize(69);
    }

    @Test
    void a_booked_slot_vanishes_within_a_second_and_returns_when_the_visit_is_revoked() {
        allFree();

        send(new SessionBooked(session(1, TEN), SENT));
        withinASecond(() -> taken(TEN));

        send(new SessionRevoked(session(2, TEN), RevocationCause.RED_FLAG, SENT));
        withinASecond(this::allFree);
    }

    @Test
    void a_held_slot_returns_when_the_hold_runs_out_without_another_word() {
        send(new SessionHeld(session(1, TEN), at("2027-03-01T12:10:00-05:00"), SENT));
        withinASecond(() -> taken(TEN));

        TestClock.set("2027-03-01T12:09:59-05:00");
        taken(TEN);
        TestClock.set("2027-03-01T12:10:00-05:00");
        allFree();
    }

    @Test
    void a_hold_is_confirmed_or_given_up() {
        send(new SessionHeld(session(1, TEN), at("2027-03-01T12:10:00-05:00"), SENT));
        withinASecond(() -> taken(TEN));
        send(new SessionBooked(session(2, TEN), SENT));
        TestClock.set("2027-03-01T12:11:00-05:00");
        withinASecond(() -> taken(TEN));
        send(new SessionCancelled(session(3, TEN), CancelledBy.CLIENT, SENT));
        withinASecond(this::allFree);

        TestClock.reset();
        UUID other = UUID.randomUUID();
        send(new SessionHeld(session(other, 1, maude, TEN, null), at("2027-03-01T12:10:00-05:00"), SENT));
        withinASecond(() -> taken(TEN));
        send(new SessionReleased(session(other, 2, maude, TEN, null), SENT));
        withinASecond(this::allFree);
    }

    @Test
    void a_moved_visit_frees_the_time_it_had() {
        send(new SessionBooked(session(1, TEN), SENT));
        withinASecond(() -> taken(TEN));

        String evening = "2027-03-08T20:00:00-05:00";
        Occupancy previous = new Occupancy(
                maude,
                at(TEN),
                at(TEN).plusSeconds(3600),
                "America/Toronto",
                at(TEN).minusSeconds(900),
                at(TEN).plusSeconds(4500));
        send(new SessionRescheduled(session(2, evening), previous, SENT));

        withinASecond(() -> taken(evening));
        assertThat(starts(maude, "H2X 1Y4", DAY, 60)).contains(TEN);
    }

    @Test
    void an_older_word_that_comes_late_takes_nothing() {
        send(new SessionCancelled(session(5, TEN), CancelledBy.THERAPIST, SENT));
        send(new SessionBooked(session(4, TEN), SENT));

        marker("2027-03-08T20:00:00-05:00");

        assertThat(starts(maude, "H2X 1Y4", DAY, 60)).contains(TEN);
    }

    @Test
    void an_older_word_that_comes_late_frees_nothing() {
        send(new SessionBooked(session(6, TEN), SENT));
        send(new SessionCancelled(session(5, TEN), CancelledBy.THERAPIST, SENT));

        marker("2027-03-08T20:00:00-05:00");

        taken(TEN);
    }

    /** From the next street 5 minutes are enough; where the place is not known, an hour is kept free. */
    @Test
    void the_place_of_a_visit_is_that_of_its_offer() {
        UUID offer = offered("H2X 1Y4");
        offered("J4H 1A1");

        send(new SessionBooked(session(booking, 1, maude, TEN, offer), SENT));

        withinASecond(() -> taken(TEN));
        assertThat(starts(maude, "H2X 1Y4", DAY, 60))
                .contains("2027-03-08T08:15:00-05:00", "2027-03-08T11:45:00-05:00")
                .doesNotContain("2027-03-08T08:30:00-05:00", "2027-03-08T11:30:00-05:00");
    }

    @Test
    void a_later_word_keeps_the_place_when_its_offer_is_forgotten() throws SQLException {
        UUID offer = offered("H2X 1Y4");
        send(new SessionHeld(session(booking, 1, maude, TEN, offer), at("2027-03-01T12:10:00-05:00"), SENT));
        withinASecond(() -> taken(TEN));
        try (Connection connection = database.getConnection();
                PreparedStatement delete = connection.prepareStatement("DELETE FROM offer WHERE id = ?")) {
            delete.setObject(1, offer);
            assertThat(delete.executeUpdate()).isEqualTo(1);
        }

        send(new SessionBooked(session(booking, 2, maude, TEN, offer), SENT));
        marker("2027-03-08T20:00:00-05:00");

        assertThat(starts(maude, "H2X 1Y4", DAY, 60)).contains("2027-03-08T11:45:00-05:00");
    }

    private UUID offered(String postalCode) {
        return UUID.fromString(askForOffer(client, offer(maude, TEN, 60, postalCode))
                .statusCode(201)
                .extract()
                .path("offerId"));
    }

    @Test
    void around_a_visit_whose_offer_is_not_told_an_hour_is_kept_free() {
        offered("H2X 1Y4");

        send(new SessionBooked(session(1, TEN), SENT));

        withinASecond(() -> taken(TEN));
        assertThat(starts(maude, "H2X 1Y4", DAY, 60))
                .contains("2027-03-08T07:30:00-05:00", "2027-03-08T12:30:00-05:00")
                .doesNotContain("2027-03-08T07:45:00-05:00", "2027-03-08T12:15:00-05:00");
    }

    @Test
    void a_taken_time_is_not_offered_to_anybody_else() {
        send(new SessionBooked(session(1, TEN), SENT));
        withinASecond(() -> taken(TEN));

        askForOffer(UUID.randomUUID(), offer(maude, TEN, 60, "H2X 1Y4"))
                .statusCode(409)
                .body("code", equalTo("therapist-unavailable"));
    }
}
