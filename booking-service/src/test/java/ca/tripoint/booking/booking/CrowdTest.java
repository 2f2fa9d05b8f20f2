package ca.tripoint.booking.booking;

import static org.assertj.core.api.Assertions.assertThat;

import ca.tripoint.booking.Answer;
import ca.tripoint.booking.Api;
import ca.tripoint.booking.Database;
import ca.tripoint.booking.Paper;
import ca.tripoint.booking.Race;
import ca.tripoint.booking.TestClock;
import ca.tripoint.booking.Told;
import ca.tripoint.contracts.RosterEvent.TimeOffAdded;
import ca.tripoint.contracts.RosterEvent.TimeOffRemoved;
import ca.tripoint.contracts.ScreeningEvent.RedFlagDetected;
import ca.tripoint.testkit.EventProbe;
import ca.tripoint.testkit.ReceivedEvent;
import ca.tripoint.testkit.TestTokens;
import ca.tripoint.testkit.TripointInfrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/**
 * Six clients and three therapists do everything at once, at random but from a fixed seed, while warning signs and time off come in.
 * Whatever happens: nobody is booked twice, every answer is an answer, the events tell each booking's versions without a gap, and
 * PostgreSQL breaks no deadlock.
 */
@QuarkusTest
@QuarkusTestResource(value = TripointInfrastructure.class, restrictToAnnotatedClass = false)
class CrowdTest {

    private static final int STEPS = 25;
    private static final int DAYS = 5;

    private final List<UUID> clients =
            IntStream.range(0, 6).mapToObj(at -> UUID.randomUUID()).toList();
    private final List<UUID> therapists =
            IntStream.range(0, 3).mapToObj(at -> UUID.randomUUID()).toList();

    @Inject
    Database database;

    @Test
    void nobody_is_booked_twice_in_a_crowd() {
        long deadlocks = database.deadlocks();
        try (EventProbe probe = EventProbe.on("booking.sessions")) {

            List<List<Answer>> answers = Race.of(IntStream.range(0, clients.size() + 1)
                    .mapToObj(lane -> (Callable<List<Answer>>)
                            () -> lane < clients.size() ? live(clients.get(lane), lane) : disturb())
                    .toList());

            assertThat(answers).allSatisfy(ofOne -> assertThat(ofOne).allMatch(answer -> answer.status() < 500));
            assertThat(answers.stream().flatMap(List::stream).filter(answer -> answer.status() < 300))
                    .hasSizeGreaterThan(20);
            assertThat(database.deadlocks()).isEqualTo(deadlocks);
            assertThat(overlaps("therapist_id", "busy")).isZero();
            assertThat(overlaps("client_id", "session")).isZero();
            Awaitility.await().until(() -> database.number("SELECT count(*) FROM outbox") == 0);
            assertVersionsWithoutGap(probe.received());
        }
    }

    private List<Answer> live(UUID client, int seed) throws Exception {
        Random random = new Random(seed);
        String token = TestTokens.client(client);
        List<Answer> answers = new ArrayList<>();
        List<UUID> mine = new ArrayList<>();
        for (int step = 0; step < STEPS; step++) {
            UUID one = mine.isEmpty() ? client : mine.get(random.nextInt(mine.size()));
            var offer = Paper.offer(
                    client,
                    therapists.get(random.nextInt(therapists.size())),
                    Paper.inDays(
                            130 + random.nextInt(DAYS),
                            "0%d:%02d".formatted(7 + random.nextInt(3), 15 * random.nextInt(4))));
            Map<String, Object> order = Api.order(offer, Paper.clearance(client));
            Answer answer = switch (random.nextInt(8)) {
                case 0 -> Answer.to(Answer.post(token, "/v1/bookings/" + one + "/cancellation"));
                case 1 -> Answer.to(Answer.post(token, "/v1/bookings/" + one + "/confirmation"));
                case 2, 3 -> Answer.to(Answer.reschedule(token, one, offer.sign()));
                case 4 -> {
                    order.put("hold", true);
                    yield Answer.to(Answer.booking(token, UUID.randomUUID().toString(), order));
                }
                default -> Answer.to(Answer.booking(token, UUID.randomUUID().toString(), order));
            };
            answers.add(answer);
            if (answer.status() == 201) {
                mine.add(UUID.fromString(answer.body().getString("id")));
            }
        }
        return answers;
    }

    private List<Answer> disturb() {
        Random random = new Random(99);
        try (Told neighbours = new Told()) {
            for (int version = 1; version <= STEPS; version++) {
                UUID therapist = therapists.get(random.nextInt(therapists.size()));
                TestClock.advance(Duration.ofSeconds(30));
                neighbours.tell(new RedFlagDetected(
                        UUID.randomUUID(), clients.get(random.nextInt(clients.size())), version, TestClock.now()));
                var day = Paper.inDays(130 + random.nextInt(DAYS), "00:00");
                UUID off = UUID.randomUUID();
                neighbours.tell(new TimeOffAdded(
                        therapist, version * 2L, off, day, day.plus(Duration.ofDays(1)), TestClock.now()));
                neighbours.tell(new TimeOffRemoved(therapist, version * 2L + 1, off, TestClock.now()));
            }
        }
        return List.of();
    }

    private long overlaps(String of, String range) {
        return database.number("""
                SELECT count(*) FROM booking a JOIN booking b ON a.%1$s = b.%1$s AND a.id < b.id AND a.%2$s && b.%2$s
                WHERE a.status IN ('HELD', 'CONFIRMED', 'IN_SESSION') AND b.status IN ('HELD', 'CONFIRMED', 'IN_SESSION')
                """.formatted(of, range));
    }

    private static void assertVersionsWithoutGap(List<ReceivedEvent> events) {
        Map<String, Long> seen = new HashMap<>();
        for (ReceivedEvent event : events) {
            long version = event.value().at("/session/version").asLong();
            assertThat(version)
                    .as(event.type() + " of " + event.key())
                    .isEqualTo(seen.getOrDefault(event.key(), 0L) + 1);
            seen.put(event.key(), version);
        }
        assertThat(seen).isNotEmpty();
    }
}
