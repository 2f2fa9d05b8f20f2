package ca.tripoint.booking.booking;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import ca.tripoint.booking.Answer;
import ca.tripoint.booking.Api;
import ca.tripoint.booking.Database;
import ca.tripoint.booking.Paper;
import ca.tripoint.booking.Race;
import ca.tripoint.booking.TestClock;
import ca.tripoint.booking.Told;
import ca.tripoint.booking.travel.Stop;
import ca.tripoint.canada.travel.Travel;
import ca.tripoint.contracts.Event;
import ca.tripoint.contracts.RosterEvent.TimeOffAdded;
import ca.tripoint.contracts.RosterEvent.TimeOffRemoved;
import ca.tripoint.contracts.ScreeningEvent.RedFlagDetected;
import ca.tripoint.kit.transaction.Transactions;
import ca.tripoint.testkit.EventProbe;
import ca.tripoint.testkit.FactTokens.Fact;
import ca.tripoint.testkit.ReceivedEvent;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/**
 * Six clients and three therapists do everything at once, at random but from a fixed seed, while warning signs and time off come in.
 * Whatever happens: nobody is booked twice, nobody whose clearance was taken back is booked, no therapist is where they cannot be,
 * every answer is an answer, the events tell each booking's versions without a gap, and PostgreSQL breaks no deadlock.
 */
@QuarkusTest
@QuarkusTestResource(value = TripointInfrastructure.class, restrictToAnnotatedClass = false)
class CrowdTest {

    private static final int STEPS = 24;
    private static final int DAYS = 5;
    private static final int FIRST_DAY = 130;
    private static final String STANDING = "('HELD', 'CONFIRMED', 'IN_SESSION')";

    private final List<UUID> clients = people(6);
    private final List<UUID> therapists = people(3);
    private final List<UUID> told = new ArrayList<>();
    private final Semaphore steps = new Semaphore(0);

    @Inject
    Database database;

    @Inject
    Travel travel;

    @Inject
    Transactions transactions;

    @Inject
    BookingRepository bookings;

    @Test
    void whatever_a_crowd_does_every_promise_holds() {
        long deadlocks = database.deadlocks();
        try (EventProbe probe = EventProbe.on("booking.sessions")) {

            List<List<Answer>> answers = Race.of(IntStream.range(0, clients.size() + 1)
                    .mapToObj(lane -> (Callable<List<Answer>>)
                            () -> lane < clients.size() ? live(clients.get(lane), lane) : disturb())
                    .toList());

            assertThat(answers).allSatisfy(ofOne -> assertThat(ofOne).allMatch(answer -> answer.status() < 500));
            assertThat(answers.stream().flatMap(List::stream).filter(answer -> answer.status() < 300))
                    .hasSizeGreaterThan(20);
            Awaitility.await().until(this::everythingToldIsHandled);
            Awaitility.await().until(() -> database.number("SELECT count(*) FROM outbox") == 0);
            assertThat(standing()).isNotEmpty();
            assertNobodyIsBookedTwice();
            assertNobodyStandsWithoutClearance();
            assertNobodyStandsInTimeOff();
            assertEveryWayCanBeTravelled();
            assertVersionsWithoutGap(probe.received());
            assertThat(database.deadlocks()).isEqualTo(deadlocks);
        }
    }

    private List<Answer> live(UUID client, int seed) throws Exception {
        Random random = new Random(seed);
        List<Answer> answers = new ArrayList<>();
        List<UUID> visits = new ArrayList<>();
        List<UUID> courses = new ArrayList<>();
        Fact clearance = Paper.clearance(client);
        for (int step = 0; step < STEPS; step++) {
            if (random.nextInt(3) == 0) {
                clearance = Paper.clearance(client);
            }
            Answer answer = Answer.to(next(client, random, clearance, visits, courses));
            answers.add(answer);
            remember(answer.body(), answer.status(), visits, courses);
            steps.release();
        }
        return answers;
    }

    private HttpRequest next(UUID client, Random random, Fact clearance, List<UUID> visits, List<UUID> courses) {
        String token = TestTokens.client(client);
        String visit = "/v1/bookings/" + any(visits, client, random);
        Map<String, Object> order = Api.order(offer(client, random), clearance);
        String key = UUID.randomUUID().toString();
        return switch (random.nextInt(12)) {
            case 0 -> Answer.post(token, visit + "/cancellation");
            case 1 -> Answer.post(token, visit + "/confirmation");
            case 2 -> Answer.post(token, visit + "/hold-extension");
            case 3 -> Answer.post(token, "/v1/courses/" + any(courses, client, random) + "/cancellation");
            case 4, 5 ->
                Answer.reschedule(
                        token,
                        any(visits, client, random),
                        offer(client, random).sign());
            case 6 -> Answer.reschedule(token, any(visits, client, random), order);
            case 7 -> {
                order.put("hold", true);
                yield Answer.booking(token, key, order);
            }
            case 8, 9 -> {
                List<String> offers = Stream.generate(
                                () -> offer(client, random).sign())
                        .limit(2L + random.nextInt(2))
                        .toList();
                yield Answer.course(token, key, Map.of("offers", offers, "clearance", clearance.sign()));
            }
            default -> Answer.booking(token, key, order);
        };
    }

    /** Morning hours downtown, or across the river. */
    private Fact offer(UUID client, Random random) {
        Fact offer = Paper.offer(
                client,
                therapists.get(random.nextInt(therapists.size())),
                Paper.inDays(
                        FIRST_DAY + random.nextInt(DAYS),
                        "%02d:%02d".formatted(7 + random.nextInt(5), 15 * random.nextInt(4))));
        return random.nextBoolean() ? offer : Paper.at(offer, "J4H", 45.53, -73.485);
    }

    private static UUID any(List<UUID> ids, UUID otherwise, Random random) {
        return ids.isEmpty() ? otherwise : ids.get(random.nextInt(ids.size()));
    }

    private static void remember(JsonObject body, int status, List<UUID> visits, List<UUID> courses) {
        if (status == 201 && body.containsKey("bookings")) {
            courses.add(UUID.fromString(body.getString("id")));
            body.getJsonArray("bookings")
                    .forEach(booking -> visits.add(UUID.fromString(((JsonObject) booking).getString("id"))));
        } else if (status == 201) {
            visits.add(UUID.fromString(body.getString("id")));
        }
    }

    /** Warning signs, and time off of which most is taken back; in step with the crowd. */
    private List<Answer> disturb() throws InterruptedException {
        Random random = new Random(99);
        try (Told neighbours = new Told()) {
            for (int version = 1; version <= STEPS; version++) {
                assertThat(steps.tryAcquire(clients.size(), 3, TimeUnit.MINUTES))
                        .isTrue();
                TestClock.advance(Duration.ofSeconds(30));
                if (version % 2 == 1) {
                    UUID client = clients.get(random.nextInt(clients.size()));
                    tell(neighbours, new RedFlagDetected(UUID.randomUUID(), client, version, TestClock.now()));
                }
                UUID therapist = therapists.get(random.nextInt(therapists.size()));
                Instant from = Paper.inDays(FIRST_DAY + random.nextInt(DAYS), "07:00")
                        .plus(Duration.ofHours(random.nextInt(5)));
                UUID off = UUID.randomUUID();
                tell(
                        neighbours,
                        new TimeOffAdded(
                                therapist, version * 2L, off, from, from.plus(Duration.ofHours(1)), TestClock.now()));
                if (version % 4 != 0) {
                    tell(neighbours, new TimeOffRemoved(therapist, version * 2L + 1, off, TestClock.now()));
                }
            }
        }
        return List.of();
    }

    private void tell(Told neighbours, Event event) {
        UUID id = UUID.randomUUID();
        told.add(id);
        neighbours.tell(event, id);
    }

    private boolean everythingToldIsHandled() {
        return database.number("SELECT count(*) FROM inbox WHERE event_id IN " + in(told)) == told.size();
    }

    private void assertNobodyIsBookedTwice() {
        String pairs = """
                SELECT count(*) FROM booking a JOIN booking b ON a.%1$s = b.%1$s AND a.id < b.id
                WHERE a.client_id IN %3$s AND a.status IN %4$s AND b.status IN %4$s AND %2$s
                """;
        String ours = in(clients);
        assertThat(database.number(pairs.formatted("therapist_id", "a.busy && b.busy", ours, STANDING)))
                .isZero();
        assertThat(database.number(pairs.formatted(
                        "client_id",
                        "a.start_at < b.end_at + interval '12 hours' AND b.start_at < a.end_at + interval '12 hours'",
                        ours,
                        STANDING)))
                .isZero();
    }

    private void assertNobodyStandsWithoutClearance() {
        assertThat(database.number("""
                SELECT count(*) FROM booking b JOIN client c USING (client_id)
                WHERE b.client_id IN %s AND b.status IN %s AND b.clearance_issued_at <= c.refused_before
                """.formatted(in(clients), STANDING))).isZero();
    }

    private void assertNobodyStandsInTimeOff() {
        String off = "FROM therapist_time_off t WHERE t.therapist_id IN %s AND t.from_at IS NOT NULL"
                .formatted(in(therapists));
        assertThat(database.number("SELECT count(*) " + off)).isEqualTo(STEPS / 4);
        assertThat(database.number("""
                SELECT count(*) FROM booking b WHERE b.status IN %s AND EXISTS
                (SELECT 1 %s AND t.therapist_id = b.therapist_id AND b.busy && tstzrange(t.from_at, t.to_at))
                """.formatted(STANDING, off))).isZero();
    }

    private void assertEveryWayCanBeTravelled() {
        standing().forEach((therapist, stops) -> {
            for (int at = 1; at < stops.size(); at++) {
                Stop before = stops.get(at - 1);
                Stop after = stops.get(at);
                assertThat(before.busyTo().plus(travel.between(before.at(), after.at())))
                        .as("arrival of %s", therapist)
                        .isBeforeOrEqualTo(after.busyFrom());
            }
        });
    }

    /** By therapist, in the order of their times. */
    private Map<UUID, List<Stop>> standing() {
        return transactions.run(() -> bookings
                .find(
                        "therapistId IN (?1) AND status IN (?2) ORDER BY visit.busyFrom",
                        therapists,
                        BookingStatus.OCCUPYING)
                .stream()
                .collect(groupingBy(Booking::therapistId, mapping(visit -> Stop.of(visit.visit()), toList()))));
    }

    /** Of our clients only: holds of other tests may run out while our clock moves on. */
    private void assertVersionsWithoutGap(List<ReceivedEvent> events) {
        Map<String, Long> seen = new HashMap<>();
        for (ReceivedEvent event : events) {
            if (!clients.contains(
                    UUID.fromString(event.value().at("/session/clientId").asText()))) {
                continue;
            }
            long version = event.value().at("/session/version").asLong();
            assertThat(version)
                    .as(event.type() + " of " + event.key())
                    .isEqualTo(seen.getOrDefault(event.key(), 0L) + 1);
            seen.put(event.key(), version);
        }
        assertThat(seen).isNotEmpty();
    }

    private static List<UUID> people(int count) {
        return Stream.generate(UUID::randomUUID).limit(count).toList();
    }

    private static String in(List<UUID> ids) {
        return ids.stream().map(id -> "'" + id + "'").collect(joining(", ", "(", ")"));
    }
}
