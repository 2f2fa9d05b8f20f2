package ca.tripoint.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ca.tripoint.local.Answer;
import ca.tripoint.local.LocalSystem;
import ca.tripoint.local.Service;
import ca.tripoint.local.story.Journey;
import ca.tripoint.local.story.Person;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PowerCutTest {

    private static final int MINUTES = 60;
    private static final Journey.Address HOME = new Journey.Address("900 Robson Street", "Vancouver", "V6B4Y8");

    private final LocalSystem system = RunningSystem.get();
    private final Journey journey = new Journey(system);

    @ParameterizedTest
    @EnumSource(Service.class)
    void a_service_that_is_killed_and_started_again_has_lost_nothing(Service victim) {
        Person client = Person.newClient(system, "Casey " + victim.name(), "en-CA");
        journey.storeContact(client);
        Answer screening = journey.screen(client, Journey.clearedAnswers()).expect(201);
        Journey.Slot slot = slotOn(client, 10 + victim.ordinal());
        String offer =
                journey.askForOffer(client, slot, MINUTES, HOME).expect(201).text("/offer");

        // Booked, and killed before it can have told or heard of it.
        Answer booked;
        if (victim == Service.BOOKING) {
            booked = journey.book(client, offer, screening.text("/clearance/token"))
                    .expect(201);
            system.kill(victim);
        } else {
            system.kill(victim);
            booked = journey.book(client, offer, screening.text("/clearance/token"))
                    .expect(201);
        }
        system.restart(victim);

        assertThat(journey.booking(client, booked.text("/id")).expect(200).text("/status"))
                .isEqualTo("CONFIRMED");
        assertThat(system.api(Service.TRIAGE)
                        .as(client.token())
                        .get("/v1/screenings/" + screening.text("/id"))
                        .expect(200)
                        .text("/outcome"))
                .isEqualTo("PROCEED");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        assertThat(system.mailbox().messagesTo(client.email())).hasSize(1));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(journey.isOffered(client, HOME.postalCode(), slot, MINUTES))
                        .isFalse());
    }

    private Journey.Slot slotOn(Person client, int daysAhead) {
        LocalDate day = Journey.inDays(daysAhead);
        List<Journey.Slot> slots = Journey.slots(journey.searchSlots(client, HOME.postalCode(), day, day, MINUTES)
                .expect(200));
        return slots.get(slots.size() / 2);
    }
}
