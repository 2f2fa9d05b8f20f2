package ca.tripoint.booking.revocation;

import static ca.tripoint.booking.Api.asClient;
import static ca.tripoint.booking.Api.book;
import static ca.tripoint.booking.Api.booked;
import static ca.tripoint.booking.Api.cancel;
import static ca.tripoint.booking.Api.hold;
import static ca.tripoint.booking.Api.id;
import static ca.tripoint.booking.Api.order;
import static ca.tripoint.booking.Api.reschedule;
import static ca.tripoint.booking.Api.see;
import static ca.tripoint.booking.Api.statusOf;
import static ca.tripoint.booking.Paper.clearance;
import static ca.tripoint.booking.Paper.inDays;
import static ca.tripoint.booking.Paper.offer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import ca.tripoint.booking.Api;
import ca.tripoint.booking.Database;
import ca.tripoint.booking.TestClock;
import ca.tripoint.booking.Told;
import ca.tripoint.contracts.RosterEvent;
import ca.tripoint.contracts.RosterEvent.CredentialChanged;
import ca.tripoint.contracts.RosterEvent.TherapistChanged;
import ca.tripoint.contracts.RosterEvent.TimeOffAdded;
import ca.tripoint.contracts.RosterEvent.TimeOffRemoved;
import ca.tripoint.contracts.ScreeningEvent.ClearanceRevoked;
import ca.tripoint.contracts.ScreeningEvent.RedFlagDetected;
import ca.tripoint.testkit.EventProbe;
import ca.tripoint.testkit.FactTokens.Fact;
import ca.tripoint.testkit.TestTokens;
import ca.tripoint.testkit.TripointInfrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = TripointInfrastructure.class, restrictToAnnotatedClass = false)
class RevocationTest {

    private static final Duration A_MOMENT = Duration.ofMillis(1);

    private final UUID anne = UUID.randomUUID();
    private final UUID maude = UUID.randomUUID();
    private final Instant start = inDays(120, "10:00");
    private final Told neighbours = new Told();

    @Inject
    Database database;

    @AfterEach
    void hangUp() {
        neighbours.close();
    }

    @Test
    void a_warning_sign_takes_back_every_visit_to_come_without_fee_and_frees_the_time() {
        UUID first = booked(anne, maude, start);
        UUID held = id(hold(anne, offer(anne, maude, inDays(121, "10:00"))));
        Fact oldClearance = clearance(anne);
        UUID zoe = UUID.randomUUID();
        UUID ofZoe = booked(zoe, maude, inDays(122, "10:00"));
        TestClock.advance(A_MOMENT);
        try (EventProbe probe = EventProbe.on("booking.sessions")) {

            neighbours.tell(new RedFlagDetected(UUID.randomUUID(), anne, 1, TestClock.now()));

            for (UUID revoked : List.of(first, held)) {
                assertThat(probe.await(event -> revoked.toString().equals(event.key()))
                                .text("cause"))
                        .isEqualTo("RED_FLAG");
                see(TestTokens.client(anne), revoked)
                        .then()
                        .body("status", equalTo("REVOKED"))
                        .body("ended.revokedFor", equalTo("RED_FLAG"))
                        .body("ended.feeCents", equalTo(0))
                        .body("ended.feeReason", equalTo("NOT_THE_CLIENTS_DOING"));
                see(TestTokens.therapist(maude), revoked)
                        .then()
                        .body("status", equalTo("REVOKED"))
                        .body("ended.revokedFor", nullValue());
            }
        }
        assertThat(statusOf(zoe, ofZoe)).isEqualTo("CONFIRMED");
        book(anne, order(offer(anne, maude, start), oldClearance))
                .then()
                .statusCode(409)
                .body("code", equalTo("clearance-revoked"));
        cancel(TestTokens.client(anne), first, "*").then().statusCode(409).body("code", equalTo("illegal-transition"));
        booked(UUID.randomUUID(), maude, start);
    }

    @Test
    void a_clearance_issued_at_the_moment_of_the_mark_is_refused_and_a_later_one_is_not() {
        Instant mark = TestClock.now()
                .truncatedTo(java.time.temporal.ChronoUnit.MILLIS)
                .plus(A_MOMENT);
        neighbours.tell(new RedFlagDetected(UUID.randomUUID(), anne, 1, mark));
        untilMarked(anne);
        TestClock.advance(Duration.between(TestClock.now(), mark.plus(A_MOMENT)));
        Fact clearance = clearance(anne);

        book(anne, order(offer(anne, maude, start), clearance.valid(mark, mark.plus(Duration.ofDays(7)))))
                .then()
                .statusCode(409)
                .body("code", equalTo("clearance-revoked"));
        id(book(anne, order(offer(anne, maude, start), clearance)));
    }

    @Test
    void a_clearance_that_is_replaced_leaves_booked_visits_alone_and_one_that_is_not_takes_them_back() {
        UUID booking = booked(anne, maude, start);
        Fact replaced = clearance(anne);
        TestClock.advance(A_MOMENT);
        Instant mark = TestClock.now();
        neighbours.tell(new ClearanceRevoked(anne, 1, mark, UUID.randomUUID(), mark));
        untilMarked(anne);
        assertThat(statusOf(anne, booking)).isEqualTo("CONFIRMED");
        book(anne, order(offer(anne, maude, inDays(121, "10:00")), replaced))
                .then()
                .body("code", equalTo("clearance-revoked"));
        neighbours.tell(new ClearanceRevoked(anne, 2, mark, null, mark));

        untilStatus(booking, "REVOKED");
        see(TestTokens.client(anne), booking).then().body("ended.revokedFor", equalTo("CLEARANCE"));
    }

    @Test
    void a_visit_whose_clearance_was_replaced_moves_with_the_new_one_and_rests_on_it_from_then_on() {
        UUID booking = booked(anne, maude, start);
        Fact replaced = clearance(anne);
        TestClock.advance(A_MOMENT);
        Instant mark = TestClock.now();
        neighbours.tell(new ClearanceRevoked(anne, 1, mark, UUID.randomUUID(), mark));
        untilMarked(anne);
        Fact later = offer(anne, maude, inDays(121, "10:00"));
        for (Response refused :
                List.of(reschedule(anne, booking, "*", later), reschedule(anne, booking, "*", later, replaced))) {
            refused.then().statusCode(409).body("code", equalTo("clearance-revoked"));
        }
        TestClock.advance(A_MOMENT);
        UUID screening = UUID.randomUUID();
        Fact newer = clearance(anne).claim("screeningId", screening.toString());
        try (EventProbe probe = EventProbe.on("booking.sessions")) {

            reschedule(anne, booking, "*", later, newer).then().statusCode(200).body("status", equalTo("CONFIRMED"));

            assertThat(probe.await(event -> booking.toString().equals(event.key()))
                            .value()
                            .at("/session/screeningId")
                            .asText())
                    .isEqualTo(screening.toString());
        }
        neighbours.tell(new ClearanceRevoked(anne, 2, mark, null, mark));
        afterwards();
        assertThat(statusOf(anne, booking)).isEqualTo("CONFIRMED");
        reschedule(anne, booking, "*", offer(anne, maude, inDays(122, "10:00")))
                .then()
                .statusCode(200);
    }

    @Test
    void a_hold_whose_clearance_was_replaced_is_neither_confirmed_nor_extended() {
        UUID held = id(hold(anne, offer(anne, maude, start)));
        TestClock.advance(A_MOMENT);
        Instant mark = TestClock.now();
        neighbours.tell(new ClearanceRevoked(anne, 1, mark, UUID.randomUUID(), mark));
        untilMarked(anne);

        for (String wish : List.of("confirmation", "hold-extension")) {
            asClient(anne)
                    .post("/v1/bookings/" + held + "/" + wish)
                    .then()
                    .statusCode(409)
                    .body("code", equalTo("clearance-revoked"));
        }

        assertThat(statusOf(anne, held)).isEqualTo("HELD");
    }

    @Test
    void a_hold_whose_clearance_came_after_the_mark_is_extended_and_confirmed() {
        Instant mark = TestClock.now();
        neighbours.tell(new ClearanceRevoked(anne, 1, mark, UUID.randomUUID(), mark));
        untilMarked(anne);
        TestClock.advance(A_MOMENT);
        UUID held = id(hold(anne, offer(anne, maude, start)));

        for (String wish : List.of("hold-extension", "confirmation")) {
            asClient(anne).post("/v1/bookings/" + held + "/" + wish).then().statusCode(200);
        }
    }

    @Test
    void an_event_that_comes_late_or_twice_takes_back_nothing_that_was_cleared_since() {
        Instant early = TestClock.now();
        UUID eventId = UUID.randomUUID();
        RedFlagDetected flag = new RedFlagDetected(UUID.randomUUID(), anne, 1, early);
        neighbours.tell(flag, eventId);
        untilMarked(anne);
        TestClock.advance(A_MOMENT);
        UUID booking = booked(anne, maude, start);

        neighbours.tell(flag, eventId);
        neighbours.tell(new RedFlagDetected(UUID.randomUUID(), anne, 1, early));
        UUID zoe = afterwards();

        assertThat(statusOf(anne, booking)).isEqualTo("CONFIRMED");
        assertThat(database.number("SELECT count(*) FROM client WHERE client_id = ?", zoe))
                .isEqualTo(1);
    }

    @Test
    void visits_that_are_over_stay_as_they_were() {
        UUID soon = booked(anne, maude, inDays(4, "10:00"));
        TestClock.advance(Duration.between(TestClock.now(), inDays(4, "11:00")));

        neighbours.tell(new RedFlagDetected(UUID.randomUUID(), anne, 1, TestClock.now()));
        untilMarked(anne);
        afterwards();

        assertThat(statusOf(anne, soon)).isEqualTo("CONFIRMED");
    }

    @Test
    void time_off_takes_back_the_visits_that_it_meets_and_refuses_new_ones_until_it_is_taken_back() {
        UUID met = booked(anne, maude, start);
        UUID zoe = UUID.randomUUID();
        UUID notMet = booked(zoe, maude, inDays(121, "10:00"));
        UUID holiday = UUID.randomUUID();
        try (EventProbe probe = EventProbe.on("booking.sessions")) {

            neighbours.tell(new TimeOffAdded(maude, 3, holiday, inDays(120, "00:00"), inDays(121, "00:00"), start));

            assertThat(probe.await(event -> met.toString().equals(event.key())).text("cause"))
                    .isEqualTo("THERAPIST");
        }
        assertThat(statusOf(zoe, notMet)).isEqualTo("CONFIRMED");
        book(anne, offer(anne, maude, start)).then().statusCode(409).body("code", equalTo("therapist-unavailable"));

        neighbours.tell(new TimeOffRemoved(maude, 4, holiday, start));

        Awaitility.await().until(() -> book(anne, offer(anne, maude, start)).statusCode() == 201);
    }

    @Test
    void a_therapist_of_whom_the_roster_told_before_any_booking_is_judged_by_it() {
        neighbours.tell(new TherapistChanged(maude, 1, false, "Maude", start));
        untilTold(maude);

        book(anne, offer(anne, maude, start)).then().statusCode(409).body("code", equalTo("therapist-unavailable"));
    }

    @Test
    void a_credential_that_is_lost_takes_back_the_visits_that_rested_on_it() {
        neighbours.tell(credentials(1, LocalDate.parse("2099-12-31")));
        untilTold(maude);
        UUID booking = booked(anne, maude, start);

        neighbours.tell(credentials(2, LocalDate.parse("2020-12-31")));

        untilStatus(booking, "REVOKED");
        book(anne, offer(anne, maude, start)).then().statusCode(422).body("code", equalTo("no-credential-in-province"));
    }

    @Test
    void a_therapist_who_leaves_visits_nobody() {
        UUID booking = booked(anne, maude, start);

        neighbours.tell(new TherapistChanged(maude, 9, false, "Maude", start));

        untilStatus(booking, "REVOKED");
    }

    private RosterEvent credentials(long version, LocalDate validTo) {
        return new CredentialChanged(
                maude,
                version,
                List.of(new RosterEvent.Credential("QC", "ASSOCIATION", LocalDate.parse("2020-01-01"), validTo)),
                start);
    }

    /** What was told before is settled once a word to another client of the same partition is: keys hash by client, so ask all. */
    private UUID afterwards() {
        UUID last = anne;
        for (int at = 0; at < 12; at++) {
            last = UUID.randomUUID();
            neighbours.tell(new RedFlagDetected(UUID.randomUUID(), last, 1, TestClock.now()));
            untilMarked(last);
        }
        return last;
    }

    private void untilMarked(UUID client) {
        Awaitility.await()
                .until(() -> database.number(
                                "SELECT count(*) FROM client WHERE client_id = ? AND refused_before IS NOT NULL",
                                client)
                        == 1);
    }

    private void untilTold(UUID therapist) {
        Awaitility.await()
                .until(() -> database.number("SELECT count(*) FROM therapist WHERE therapist_id = ?", therapist) == 1);
    }

    private void untilStatus(UUID booking, String status) {
        Awaitility.await().until(() -> Api.statusOf(anne, booking).equals(status));
    }
}
