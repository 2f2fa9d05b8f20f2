package ca.tripoint.booking.booking;

import static ca.tripoint.booking.Api.booked;
import static ca.tripoint.booking.Api.order;
import static ca.tripoint.booking.Paper.clearance;
import static ca.tripoint.booking.Paper.inDays;
import static ca.tripoint.booking.Paper.offer;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import ca.tripoint.booking.Answer;
import ca.tripoint.booking.Database;
import ca.tripoint.booking.Holdup;
import ca.tripoint.booking.Race;
import ca.tripoint.booking.TestClock;
import ca.tripoint.booking.Told;
import ca.tripoint.contracts.RosterEvent.TimeOffAdded;
import ca.tripoint.contracts.ScreeningEvent.RedFlagDetected;
import ca.tripoint.testkit.EventProbe;
import ca.tripoint.testkit.FactTokens.Fact;
import ca.tripoint.testkit.TestTokens;
import ca.tripoint.testkit.TripointInfrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

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
    void a_slot_that_one_leaves_and_ten_want_goes_to_nobody_or_to_one() {
        UUID anne = UUID.randomUUID();
        Instant start = inDays(45, "10:00");
        UUID ofAnne = booked(anne, maude, start);
        List<HttpRequest> requests = new ArrayList<>(wanting(start));
        requests.addFirst(away(anne, ofAnne));

        List<Answer> answers = race(requests);

        assertThat(answers.getFirst().status()).isEqualTo(200);
        List<Answer> ofOthers = answers.subList(1, answers.size());
        long got = ofOthers.stream().filter(answer -> answer.status() == 201).count();
        assertThat(got).isLessThanOrEqualTo(1);
        assertThat(outcomes(ofOthers).getOrDefault("409 slot-taken", 0L)).isEqualTo(10 - got);
        assertThat(visitsOf(maude)).isEqualTo(got);
    }

    /** The same, step by step: while Anne's move is not committed the slot is hers, and afterwards it is anybody's. */
    @Test
    void a_slot_is_free_from_the_moment_that_a_move_is_committed() {
        UUID anne = UUID.randomUUID();
        Instant start = inDays(45, "10:00");
        UUID ofAnne = booked(anne, maude, start);
        Fact elsewhere = offer(anne, UUID.randomUUID(), inDays(46, "10:00"));
        try (Holdup atTheOffer = holdUse(elsewhere)) {
            CompletableFuture<Answer> moving =
                    Answer.begin(Answer.reschedule(TestTokens.client(anne), ofAnne, elsewhere.sign()));
            database.untilWaiting(1);

            assertThat(outcomes(race(wanting(start)))).isEqualTo(Map.of("409 slot-taken", 10L));

            atTheOffer.letGo();
            assertThat(Answer.of(moving).status()).isEqualTo(200);
        }

        assertThat(outcomes(race(wanting(start)))).isEqualTo(Map.of("201 ", 1L, "409 slot-taken", 9L));
        assertThat(visitsOf(maude)).isEqualTo(1);
    }

    @RepeatedTest(3)
    void of_two_courses_that_overlap_one_is_booked_whole_and_the_other_not_at_all() {
        UUID anne = UUID.randomUUID();
        UUID zoe = UUID.randomUUID();

        List<Answer> answers = race(List.of(
                course(
                        anne,
                        offer(anne, maude, inDays(50, "10:00")),
                        offer(anne, maude, inDays(51, "10:00")),
                        offer(anne, maude, inDays(52, "10:00"))),
                course(
                        zoe,
                        offer(zoe, maude, inDays(54, "10:00")),
                        offer(zoe, maude, inDays(53, "10:00")),
                        offer(zoe, maude, inDays(52, "10:30")))));

        assertThat(outcomes(answers)).isEqualTo(Map.of("201 ", 1L, "409 slot-taken", 1L));
        boolean anneWon = answers.getFirst().status() == 201;
        assertThat(visitsOf(maude)).isEqualTo(3);
        assertThat(rowsOf("booking", anneWon ? anne : zoe)).isEqualTo(3);
        assertThat(rowsOf("course", anneWon ? anne : zoe)).isEqualTo(1);
        assertThat(rowsOf("booking", anneWon ? zoe : anne)).isZero();
        assertThat(rowsOf("course", anneWon ? zoe : anne)).isZero();
    }

    /** Half of the clients want Maude first and Leo later, the others the other way round. */
    @RepeatedTest(3)
    void courses_with_two_therapists_in_opposite_order_block_nobody() {
        UUID leo = UUID.randomUUID();

        List<Answer> answers = race(IntStream.range(0, 12)
                .mapToObj(at -> {
                    UUID client = UUID.randomUUID();
                    return course(
                            client,
                            offer(client, at % 2 == 0 ? maude : leo, inDays(55, "10:00")),
                            offer(client, at % 2 == 0 ? leo : maude, inDays(56, "10:00")));
                })
                .toList());

        assertThat(outcomes(answers)).isEqualTo(Map.of("201 ", 2L, "409 slot-taken", 10L));
        assertThat(visitsOf(maude)).isEqualTo(2);
        assertThat(visitsOf(leo)).isEqualTo(2);
    }

    /** The clearance was issued before the warning sign: whoever is first, no visit may stand at the end. */
    @RepeatedTest(3)
    void a_warning_sign_and_a_booking_of_the_same_client_never_leave_a_visit_behind() {
        UUID anne = UUID.randomUUID();
        HttpRequest request = booking(anne, offer(anne, maude, inDays(47, "10:00")));
        RedFlagDetected flag = flag(anne);
        try (Told triage = new Told()) {

            Answer booked = Race.of(List.<Callable<Answer>>of(() -> Answer.to(request), () -> {
                        triage.tell(flag);
                        return new Answer(0, new JsonObject(), false);
                    }))
                    .getFirst();

            assertThat(booked.status() == 201 || booked.code().equals("clearance-revoked"))
                    .as(String.valueOf(booked))
                    .isTrue();
            untilMarked(anne);
            assertThat(standingOf(anne)).isZero();
        }
    }

    @Test
    void a_booking_that_had_the_lock_before_the_warning_sign_is_made_and_taken_back() {
        UUID anne = UUID.randomUUID();
        Fact offer = offer(anne, maude, inDays(47, "10:00"));
        HttpRequest request = booking(anne, offer);
        RedFlagDetected flag = flag(anne);
        try (Told triage = new Told();
                Holdup atTheOffer = holdUse(offer)) {
            CompletableFuture<Answer> booking = Answer.begin(request);
            database.untilWaiting(1);
            triage.tell(flag);
            database.untilWaiting(2);

            atTheOffer.letGo();

            assertThat(Answer.of(booking).status()).isEqualTo(201);
            untilMarked(anne);
            assertThat(visitsOf(maude, "REVOKED")).isEqualTo(1);
            assertThat(standingOf(anne)).isZero();
        }
    }

    @Test
    void a_booking_that_waited_for_the_warning_sign_is_refused() {
        UUID anne = UUID.randomUUID();
        UUID earlier = booked(anne, maude, inDays(47, "10:00"));
        HttpRequest request = booking(anne, offer(anne, maude, inDays(48, "10:00")));
        RedFlagDetected flag = flag(anne);
        try (Told triage = new Told();
                Holdup atTheVisit = holdVisit(earlier)) {
            triage.tell(flag);
            database.untilWaiting(1);
            CompletableFuture<Answer> booking = Answer.begin(request);
            database.untilWaiting(2);

            atTheVisit.letGo();

            assertThat(Answer.of(booking).code()).isEqualTo("clearance-revoked");
            assertThat(visitsOf(maude, "REVOKED")).isEqualTo(1);
            assertThat(standingOf(anne)).isZero();
        }
    }

    @Test
    void a_booking_that_had_the_therapist_before_the_time_off_is_made_and_taken_back() {
        UUID anne = UUID.randomUUID();
        Fact offer = offer(anne, maude, inDays(57, "10:00"));
        try (Told roster = new Told();
                Holdup atTheOffer = holdUse(offer)) {
            CompletableFuture<Answer> booking = Answer.begin(booking(anne, offer));
            database.untilWaiting(1);
            roster.tell(dayOff(57));
            database.untilWaiting(2);

            atTheOffer.letGo();

            assertThat(Answer.of(booking).status()).isEqualTo(201);
            Awaitility.await().until(() -> visitsOf(maude, "REVOKED") == 1);
            assertThat(standingOf(anne)).isZero();
        }
    }

    @Test
    void a_booking_that_waited_for_the_time_off_is_refused() {
        UUID anne = UUID.randomUUID();
        UUID zoe = UUID.randomUUID();
        UUID ofZoe = booked(zoe, maude, inDays(57, "14:00"));
        try (Told roster = new Told();
                Holdup atTheVisit = holdVisit(ofZoe)) {
            roster.tell(dayOff(57));
            database.untilWaiting(1);
            CompletableFuture<Answer> booking = Answer.begin(booking(anne, offer(anne, maude, inDays(57, "10:00"))));
            database.untilWaiting(2);

            atTheVisit.letGo();

            assertThat(Answer.of(booking).code()).isEqualTo("therapist-unavailable");
            assertThat(visitsOf(maude, "REVOKED")).isEqualTo(1);
            assertThat(standingOf(anne)).isZero();
        }
    }

    @RepeatedTest(3)
    void time_off_and_bookings_of_that_day_never_leave_a_visit_behind() {
        List<Callable<Answer>> runners = new ArrayList<>();
        for (int hour = 0; hour < 5; hour++) {
            UUID client = UUID.randomUUID();
            HttpRequest request = booking(client, offer(client, maude, inDays(58, "%02d:00".formatted(8 + 2 * hour))));
            runners.add(() -> Answer.to(request));
        }
        try (Told roster = new Told()) {
            TimeOffAdded off = dayOff(58);
            runners.add(() -> {
                roster.tell(off);
                return new Answer(201, new JsonObject(), false);
            });

            List<Answer> answers = Race.of(runners);

            assertThat(answers)
                    .allMatch(answer -> answer.status() == 201 || answer.code().equals("therapist-unavailable"));
            Awaitility.await()
                    .until(() -> database.number(
                                    "SELECT count(*) FROM therapist_time_off WHERE time_off_id = ?", off.timeOffId())
                            == 1);
            assertThat(visitsOf(maude)).isEqualTo(visitsOf(maude, "REVOKED"));
        }
    }

    /** Maude asks while Anne's move is under way, and still sees the visit as hers. */
    @Test
    void a_therapist_cannot_call_off_a_visit_that_has_just_moved_to_another() {
        UUID anne = UUID.randomUUID();
        UUID leo = UUID.randomUUID();
        UUID visit = booked(anne, maude, inDays(59, "10:00"));
        try (Holdup atTheClient = database.hold("SELECT 1 FROM client WHERE client_id = ? FOR NO KEY UPDATE", anne)) {
            CompletableFuture<Answer> moving = Answer.begin(Answer.reschedule(
                    TestTokens.client(anne),
                    visit,
                    offer(anne, leo, inDays(59, "12:00")).sign()));
            database.untilWaiting(1);
            CompletableFuture<Answer> cancelling =
                    Answer.begin(Answer.post(TestTokens.therapist(maude), "/v1/bookings/" + visit + "/cancellation"));
            database.untilWaiting(2);

            atTheClient.letGo();

            assertThat(Answer.of(moving).status()).isEqualTo(200);
            assertThat(Answer.of(cancelling).code()).isEqualTo("not-found");
        }
        assertThat(visitsOf(leo, "CONFIRMED")).isEqualTo(1);
    }

    /** Their own business is judged before anybody else's lock is waited for. */
    @Test
    void whose_clearance_is_refused_does_not_wait_for_a_busy_therapist() {
        UUID anne = UUID.randomUUID();
        booked(anne, maude, inDays(47, "10:00"));
        HttpRequest request = booking(anne, offer(anne, maude, inDays(48, "10:00")));
        try (Told triage = new Told();
                Holdup atTheTherapist =
                        database.hold("SELECT 1 FROM therapist WHERE therapist_id = ? FOR UPDATE", maude)) {
            triage.tell(flag(anne));
            untilMarked(anne);

            assertThat(Answer.of(Answer.begin(request)).code()).isEqualTo("clearance-revoked");
            atTheTherapist.letGo();
        }
    }

    @Test
    void an_offer_that_is_used_at_the_last_moment_books_nothing() {
        UUID anne = UUID.randomUUID();
        Fact offer = offer(anne, maude, inDays(47, "10:00"));
        try (Holdup atTheOffer = holdUse(offer)) {
            CompletableFuture<Answer> booking = Answer.begin(booking(anne, offer));
            database.untilWaiting(1);

            atTheOffer.commit();

            assertThat(Answer.of(booking).code()).isEqualTo("offer-used");
        }
        assertThat(visitsOf(maude)).isZero();
    }

    /** Somebody writes a visit and has forgotten all locks; whoever kept the rules gives way. */
    @Test
    void a_visit_that_came_in_without_any_lock_is_not_booked_over() {
        UUID anne = UUID.randomUUID();
        UUID zoe = UUID.randomUUID();
        UUID ofZoe = booked(zoe, maude, inDays(47, "10:00"));
        try (Holdup written = database.hold(nextDay(), ofZoe)) {
            CompletableFuture<Answer> booking = Answer.begin(booking(anne, offer(anne, maude, inDays(48, "10:00"))));
            database.untilWaiting(1);

            written.commit();

            assertThat(Answer.of(booking).code()).isEqualTo("slot-taken");
        }
        assertThat(standingOf(anne)).isZero();
        assertThat(visitsOf(maude)).isEqualTo(2);
    }

    /** A copy of a booking for the next day. */
    private String nextDay() {
        List<String> columns = database.rows("""
                SELECT column_name FROM information_schema.columns
                WHERE table_name = 'booking' AND is_generated = 'NEVER'
                """, row -> row.getString(1));
        String values = columns.stream()
                .map(column -> switch (column) {
                    case "id", "offer_id" -> "gen_random_uuid()";
                    case "start_at", "end_at", "busy_from", "busy_to" -> column + " + interval '1 day'";
                    default -> column;
                })
                .collect(joining(", "));
        return "INSERT INTO booking (" + String.join(", ", columns) + ") SELECT " + values
                + " FROM booking WHERE id = ?";
    }

    private Holdup holdUse(Fact offer) {
        return database.hold(
                "INSERT INTO used_offer (offer_id, used_at, expires_at) VALUES (?, now(), now())", offer.id());
    }

    private Holdup holdVisit(UUID booking) {
        return database.hold("SELECT 1 FROM booking WHERE id = ? FOR UPDATE", booking);
    }

    /** From a moment later than everything before it. */
    private static RedFlagDetected flag(UUID client) {
        TestClock.advance(Duration.ofMillis(5));
        return new RedFlagDetected(UUID.randomUUID(), client, 1, TestClock.now());
    }

    private TimeOffAdded dayOff(int days) {
        return new TimeOffAdded(
                maude, 1, UUID.randomUUID(), inDays(days, "00:00"), inDays(days + 1, "00:00"), TestClock.now());
    }

    private void untilMarked(UUID client) {
        Awaitility.await()
                .until(() -> database.number(
                                "SELECT count(*) FROM client WHERE client_id = ? AND refused_before IS NOT NULL",
                                client)
                        == 1);
    }

    private long visitsOf(UUID therapist) {
        return database.number("SELECT count(*) FROM booking WHERE therapist_id = ?", therapist);
    }

    private long visitsOf(UUID therapist, String status) {
        return database.number("SELECT count(*) FROM booking WHERE therapist_id = ? AND status = ?", therapist, status);
    }

    private long standingOf(UUID client) {
        return database.number(
                "SELECT count(*) FROM booking WHERE client_id = ? AND status IN ('HELD', 'CONFIRMED')", client);
    }

    private long rowsOf(String table, UUID client) {
        return database.number("SELECT count(*) FROM " + table + " WHERE client_id = ?", client);
    }

    private List<HttpRequest> wanting(Instant start) {
        return IntStream.range(0, 10)
                .mapToObj(at -> UUID.randomUUID())
                .map(client -> booking(client, offer(client, maude, start)))
                .toList();
    }

    private static HttpRequest away(UUID client, UUID booking) {
        return Answer.reschedule(
                TestTokens.client(client),
                booking,
                offer(client, UUID.randomUUID(), inDays(46, "10:00")).sign());
    }

    private static HttpRequest course(UUID client, Fact... offers) {
        return Answer.course(
                TestTokens.client(client),
                UUID.randomUUID().toString(),
                Map.of(
                        "offers",
                        Stream.of(offers).map(Fact::sign).toList(),
                        "clearance",
                        clearance(client).sign()));
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
