package ca.tripoint.e2e;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import ca.tripoint.embedded.Database;
import ca.tripoint.local.Answer;
import ca.tripoint.local.LocalSystem;
import ca.tripoint.local.Service;
import ca.tripoint.local.story.Journey;
import ca.tripoint.local.story.Person;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningSystem.class)
class OneSlotRaceTest {

    private static final int CLIENTS = 50;
    private static final int MINUTES = 60;
    private static final Journey.Address HOME = new Journey.Address("301 Front Street W", "Toronto", "M5V2T6");

    private record Contender(Person person, String offer, String clearance) {}

    private final LocalSystem system;
    private final Journey journey;

    OneSlotRaceTest(LocalSystem system) {
        this.system = system;
        journey = new Journey(system);
    }

    @Test
    void of_fifty_clients_for_one_slot_one_gets_it_and_nothing_breaks() throws Exception {
        List<Contender> contenders = contenders();
        long deadlocksBefore = deadlocks();

        List<Answer> answers = allAtOnce(contenders);

        Map<String, Long> outcomes =
                answers.stream().collect(groupingBy(answer -> answer.status() + " " + answer.code(), counting()));
        assertThat(outcomes).isEqualTo(Map.of("201 ", 1L, "409 slot-taken", CLIENTS - 1L));
        assertThat(deadlocks()).isEqualTo(deadlocksBefore);
        assertThat(contenders.stream()
                        .mapToInt(contender -> system.api(Service.BOOKING)
                                .as(contender.person().token())
                                .get("/v1/bookings")
                                .expect(200)
                                .at("/items")
                                .size())
                        .sum())
                .as("bookings stored")
                .isEqualTo(1);
    }

    private List<Contender> contenders() {
        LocalDate day = Journey.inDays(9);
        List<Contender> contenders = new ArrayList<>();
        Journey.Slot slot = null;
        for (int i = 0; i < CLIENTS; i++) {
            Person person = Person.newClient(system, "Contender " + i, "en-CA");
            if (slot == null) {
                slot = Journey.slots(journey.searchSlots(person, HOME.postalCode(), day, day, MINUTES)
                                .expect(200))
                        .getFirst();
            }
            contenders.add(new Contender(
                    person,
                    journey.askForOffer(person, slot, MINUTES, HOME).expect(201).text("/offer"),
                    journey.screen(person, Journey.clearedAnswers()).expect(201).text("/clearance/token")));
        }
        return contenders;
    }

    private List<Answer> allAtOnce(List<Contender> contenders) throws Exception {
        CountDownLatch gate = new CountDownLatch(1);
        List<Future<Answer>> answers = new ArrayList<>();
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Contender contender : contenders) {
                answers.add(clients.submit(() -> {
                    gate.await();
                    return journey.book(contender.person(), contender.offer(), contender.clearance());
                }));
            }
            gate.countDown();
        }
        List<Answer> all = new ArrayList<>();
        for (Future<Answer> answer : answers) {
            all.add(answer.get());
        }
        return all;
    }

    private long deadlocks() throws SQLException {
        Database server = system.administration();
        try (Connection connection =
                        DriverManager.getConnection(server.jdbcUrl(), server.username(), server.password());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT sum(deadlocks) FROM pg_stat_database")) {
            row.next();
            return row.getLong(1);
        }
    }
}
