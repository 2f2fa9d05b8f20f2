package ca.tripoint.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ca.tripoint.embedded.ReceivedMail;
import ca.tripoint.local.Answer;
import ca.tripoint.local.LocalSystem;
import ca.tripoint.local.Service;
import ca.tripoint.local.story.Journey;
import ca.tripoint.local.story.Person;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@ExtendWith(RunningSystem.class)
class PowerCutTest {

    private static final int MINUTES = 60;
    private static final Journey.Address HOME = new Journey.Address("900 Robson Street", "Vancouver", "V6B4Y8");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final LocalSystem system;
    private final Journey journey;

    PowerCutTest(LocalSystem system) {
        this.system = system;
        journey = new Journey(system);
    }

    @ParameterizedTest
    @EnumSource(Service.class)
    void a_service_that_is_killed_and_started_again_by_hand_has_lost_nothing_and_told_nobody_twice(Service victim)
            throws IOException {
        letBookingKnowThePublishedKeys(30 + victim.ordinal());
        Person client = Person.newClient(system, "Casey " + victim.name(), "en-CA");
        journey.storeContact(client).expect(201);
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
        startByThePrintedCommand(victim);

        Answer stored = journey.booking(client, booked.text("/id")).expect(200);
        assertThat(stored.text("/status")).isEqualTo("CONFIRMED");
        assertThat(system.api(Service.TRIAGE)
                        .as(client.token())
                        .get("/v1/screenings/" + screening.text("/id"))
                        .expect(200)
                        .text("/outcome"))
                .isEqualTo("PROCEED");
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(system.mailbox().messagesTo(client.email())).hasSize(1));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(journey.isOffered(client, HOME.postalCode(), slot, MINUTES))
                        .isFalse());
        assertThatNothingComesTwice(client, stored);
    }

    /** Whoever has booked before needs nobody's keys any more: booking goes on without the services that publish them. */
    private void letBookingKnowThePublishedKeys(int daysAhead) {
        Person somebody = Person.newClient(system, "Somebody before", "en-CA");
        String clearance =
                journey.screen(somebody, Journey.clearedAnswers()).expect(201).text("/clearance/token");
        String offer = journey.askForOffer(somebody, slotOn(somebody, daysAhead), MINUTES, HOME)
                .expect(201)
                .text("/offer");
        journey.book(somebody, offer, clearance).expect(201);
    }

    /** As a person would who has read it in the table of {@code ./dev up}. */
    private void startByThePrintedCommand(Service service) throws IOException {
        new ProcessBuilder(system.restartCommand(service).toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        await().atMost(Duration.ofMinutes(2))
                .ignoreExceptions()
                .until(() -> system.api(service).get("/q/health/ready").status() == 200);
    }

    /** What is told of one visit comes in order: once the cancellation is there, whatever came twice of the booking is there too. */
    private void assertThatNothingComesTwice(Person client, Answer booking) {
        journey.cancel(client, booking).expect(200);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(system.mailbox().messagesTo(client.email()))
                        .extracting(ReceivedMail::subject)
                        .last()
                        .asString()
                        .contains("cancelled"));
        assertThat(system.mailbox().messagesTo(client.email())).hasSize(2);
        assertThat(journey.inbox(client).at("/items").findValuesAsText("kind"))
                .containsExactly("visit-cancelled", "visit-booked");
    }

    private Journey.Slot slotOn(Person client, int daysAhead) {
        LocalDate day = Journey.inDays(daysAhead);
        List<Journey.Slot> slots = Journey.slots(journey.searchSlots(client, HOME.postalCode(), day, day, MINUTES)
                .expect(200));
        return slots.get(slots.size() / 2);
    }
}
