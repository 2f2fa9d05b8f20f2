package ca.tripoint.booking.booking;

import static ca.tripoint.booking.Api.booked;
import static ca.tripoint.booking.Api.order;
import static ca.tripoint.booking.Paper.clearance;
import static ca.tripoint.booking.Paper.inDays;
import static ca.tripoint.booking.Paper.offer;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import ca.tripoint.booking.Answer;
import ca.tripoint.booking.Database;
import ca.tripoint.booking.Race;
import ca.tripoint.booking.TestClock;
import ca.tripoint.booking.Told;
import ca.tripoint.contracts.ScreeningEvent.RedFlagDetected;
import ca.tripoint.testkit.EventProbe;
import ca.tripoint.testkit.FactTokens.Fact;
import ca.tripoint.testkit.TestTokens;
import ca.tripoint.testkit.TripointInfrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;

/** What is promised holds when everybody comes at once; PostgreSQL counts not one deadlock. */
@QuarkusTest
@QuarkusTestResource(value = TripointInfrastructure.class, restrictToAnnotatedClass = false)
class RacesTest {

    private final UUID maude = UUID.randomUUID();

    @Inject
    Database database;

    private long deadlocksBefore;

    @BeforeEach
    void countDeadlocks() {
        deadlocksBefore = database.deadlocks();
    }

    @AfterEach
    void no_deadlock_happened() {
        assertThat(database.deadlocks()).isEqualTo(deadlocksBefore);
    }

    @RepeatedTest(5)
    void of_fifty_clients_who_want_one_slot_one_gets_it() {
        Instant start = inDays(40, "10:00");

        List<Answer> answers = race(IntStream.range(0, 50)
                .mapToObj(at -> UUID.randomUUID())
                .map(client -> booking(client, offer(client, maude, start)))
                .toList());

        assertThat(outcomes(answers)).isEqualTo(Map.of("201 ", 1L, "409 slot-taken", 49L));
        assertThat(database.number("SELECT count(*) FROM booking WHERE therapist_id = ?", maude))
                .isEqualTo(1);
    }

    @RepeatedTest(3)
    void of_clients_who_want_overlapping_slots_those_get_theirs_who_do_not_overlap() {
        List<Answer> answers = race(IntStream.range(0, 24)
                .mapToObj(at -> {
                    UUID client = UUID.randomUUID();
                    return booking(
                            client, offer(client, maude, inDays(41, "10:00").plus(Duration.ofMinutes(15L * (at % 8)))));
                })
                .toList());

        long taken = answers.stream().filter(answer -> answer.status() == 201).count();
        assertThat(taken).isBetween(1L, 2L);
        assertThat(answers)
                .allMatch(answer -> answer.status() == 201
                        || answer.code().equals("slot-taken")
                        || answer.code().equals("travel-conflict"));
        assertThat(database.number("""
                SELECT count(*) FROM booking a JOIN booking b ON a.therapist_id = b.therapist_id AND a.id < b.id
                WHERE a.busy && b.busy AND a.therapist_id = ?
                """, maude)).isZero();
    }

    @RepeatedTest(3)
    void of_two_therapists_whom_a_client_wants_at_once_one_comes() {
        UUID anne = UUID.randomUUID();
        Instant start = inDays(42, "10:00");

        List<Answer> answers = race(IntStream.range(0, 10)
                .mapToObj(at -> booking(anne, offer(anne, UUID.randomUUID(), start)))
                .toList());

        assertThat(outcomes(answers)).isEqualTo(Map.of("201 ", 1L, "409 client-busy", 9L));
    }

    @RepeatedTest(3)
    void one_request_sent_ten_times_at_once_is_one_booking_and_one_event() {
        UUID anne = UUID.randomUUID();
        Map<String, Object> order = order(offer(anne, maude, inDays(43, "10:00")), clearance(anne));
        String token = TestTokens.client(anne);
        String key = UUID.randomUUID().toString();
        try (EventProbe probe = EventProbe.on("booking.sessions")) {

            List<Answer> answers = race(IntStream.range(0, 10)
                    .mapToObj(at -> Answer.booking(token, key, order))
                    .toList());

            assertThat(answers).allMatch(answer -> answer.status() == 201);
            assertThat(answers.stream()
                            .map(answer -> answer.body().getString("id"))
                            .distinct())
                    .hasSize(1);
            assertThat(answers.stream().filter(Answer::replayed)).hasSize(9);
            String id = answers.getFirst().body().getString("id");
            probe.await(event -> id.equals(event.key()));
            booked(UUID.randomUUID(), UUID.randomUUID(), inDays(43, "10:00"));
            assertThat(probe.received().stream().filter(event -> id.equals(event.key())))
                    .hasSize(1);
        }
    }

    @RepeatedTest(3)
    void two_clients_who_want_each_others_slots_block_nobody() {
        UUID anne = UUID.randomUUID();
        UUID zoe = UUID.randomUUID();
        UUID leo = UUID.randomUUID();
        Instant start = inDays(44, "10:00");
        UUID ofAnne = booked(anne, maude, start);
        UUID ofZoe = booked(zoe, leo, start);

        List<Answer> answers = race(List.of(
                Answer.reschedule(
                        TestTokens.client(anne), ofAnne, offer(anne, leo, start).sign()),
                Answer.reschedule(
                        TestTokens.client(zoe), ofZoe, offer(zoe, maude, start).sign())));

        assertThat(outcomes(answers)).isEqualTo(Map.of("409 slot-taken", 2L));
    }

    @RepeatedTest(3)
    void a_slot_that_one_leaves_and_ten_want_has_one_visit_at_the_end() {
        UUID anne = UUID.randomUUID();
        Instant start = inDays(45, "10:00");
        UUID ofAnne = booked(anne, maude, start);
        List<HttpRequest> requests = new ArrayList<>();
        requests.add(Answer.reschedule(
                TestTokens.client(anne),
                ofAnne,
                offer(anne, UUID.randomUUID(), inDays(46, "10:00")).sign()));
        for (int at = 0; at < 10; at++) {
            UUID client = UUID.randomUUID();
            requests.add(booking(client, offer(client, maude, start)));
        }

        List<Answer> answers = race(requests);

        assertThat(answers.getFirst().status()).isEqualTo(200);
        assertThat(answers.stream().skip(1))
                .allMatch(answer -> answer.status() == 201 || answer.code().equals("slot-taken"));
        assertThat(database.number("SELECT count(*) FROM booking WHERE therapist_id = ?", maude))
                .isLessThanOrEqualTo(1);
    }

    /** The clearance was issued before the warning sign: whoever is first, no visit may stand at the end. */
    @RepeatedTest(6)
    void a_warning_sign_and_a_booking_of_the_same_client_never_leave_a_visit_behind() {
        UUID anne = UUID.randomUUID();
        HttpRequest request = booking(anne, offer(anne, maude, inDays(47, "10:00")));
        TestClock.advance(Duration.ofMillis(5));
        RedFlagDetected flag = new RedFlagDetected(UUID.randomUUID(), anne, 1, TestClock.now());
        try (Told triage = new Told()) {

            List<Answer> answers = Race.of(List.<Callable<Answer>>of(() -> Answer.to(request), () -> {
                triage.tell(flag);
                return new Answer(0, new io.vertx.core.json.JsonObject(), false);
            }));

            Answer booked = answers.getFirst();
            assertThat(booked.status() == 201 || booked.code().equals("clearance-revoked"))
                    .as(String.valueOf(booked))
                    .isTrue();
            Awaitility.await()
                    .until(() -> database.number(
                                    "SELECT count(*) FROM client WHERE client_id = ? AND refused_before IS NOT NULL",
                                    anne)
                            == 1);
            assertThat(database.number(
                            "SELECT count(*) FROM booking WHERE client_id = ? AND status IN ('HELD', 'CONFIRMED')",
                            anne))
                    .isZero();
        }
    }

    private static List<Answer> race(List<HttpRequest> requests) {
        return Race.of(requests.stream()
                .map(request -> (Callable<Answer>) () -> Answer.to(request))
                .toList());
    }

    private static HttpRequest booking(UUID client, Fact offer) {
        return Answer.booking(TestTokens.client(client), UUID.randomUUID().toString(), order(offer, clearance(client)));
    }

    private static Map<String, Long> outcomes(List<Answer> answers) {
        return answers.stream().collect(groupingBy(answer -> answer.status() + " " + answer.code(), counting()));
    }
}
