package ca.tripoint.local.story;

import ca.tripoint.embedded.ReceivedMail;
import ca.tripoint.local.Answer;
import ca.tripoint.local.LocalSystem;
import ca.tripoint.local.Service;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A warning sign after booking: the visit is revoked, free of charge, and the person is told what matters. */
final class RedFlagInCalgary implements Story {

    private static final String POSTAL_CODE = "T2P1J9";
    private static final Journey.Address HOME = new Journey.Address("140 4 Avenue SW", "Calgary", POSTAL_CODE);
    private static final Duration PROMISED = Duration.ofSeconds(2);

    @Override
    public String name() {
        return "A red flag after booking, in Calgary, in English";
    }

    @Override
    public void play(Narrator story, LocalSystem system) {
        Journey journey = new Journey(system);
        Person sarah = Person.newClient(system, "Sarah Bell", "en-CA");

        story.step("Sarah leaves her e-mail address, is cleared and books a visit for next week");
        journey.storeContact(sarah);
        Answer cleared = journey.screen(sarah, Journey.clearedAnswers()).expect(201);
        String clearance = cleared.text("/clearance/token");
        int minutes = cleared.at("/clearance/requires/minDuration").asInt();
        LocalDate from = Journey.inDays(7);
        List<Journey.Slot> slots =
                Journey.slots(journey.searchSlots(sarah, POSTAL_CODE, from, from.plusDays(3), minutes)
                        .expect(200));
        story.expect("there are slots", slots.size() > 1, "none");
        Journey.Slot slot = slots.getFirst();
        Journey.Slot another = slots.getLast();
        Answer booking = journey.book(
                sarah,
                journey.askForOffer(sarah, slot, minutes, HOME).expect(201).text("/offer"),
                clearance);
        story.expect(
                "the visit is CONFIRMED",
                booking.status() == 201 && booking.text("/status").equals("CONFIRMED"),
                booking);
        story.tell(slot.start() + " (" + slot.zone() + ")");
        String bookingId = booking.text("/id");
        story.expect("its time is gone from the search", goneSoon(journey, sarah, slot, minutes), "still offered");
        String anotherOffer =
                journey.askForOffer(sarah, another, minutes, HOME).expect(201).text("/offer");
        Patience.await(
                Duration.ofSeconds(20),
                () -> system.mailbox().messagesTo(sarah.email()).stream().findFirst());
        int mailsBefore = system.mailbox().messagesTo(sarah.email()).size();

        try (EventWatch screenings = EventWatch.on(system.kafka(), "triage.screenings")) {
            story.step("Later she answers again: she has lost control of her bladder");
            ObjectNode answers = Journey.clearedAnswers();
            answers.put("ces.bladderControlLossOrChange", "YES");
            Answer screening = journey.screen(sarah, answers);
            long answered = System.nanoTime();
            story.expect(
                    "EMERGENCY, in the very answer",
                    screening.status() == 201 && screening.text("/outcome").equals("EMERGENCY"),
                    screening);
            for (JsonNode advice : screening.at("/advice")) {
                story.tell("advice: " + advice.path("text").asText()
                        + (advice.path("call").isObject()
                                ? " [" + advice.path("call").path("label").asText() + ": "
                                        + advice.path("call").path("tel").asText() + "]"
                                : ""));
            }
            story.expect(
                    "with whom to call",
                    screening.at("/advice").findValuesAsText("tel").contains("911"),
                    screening.at("/advice"));
            story.expect("and no clearance", screening.at("/clearance").isNull(), screening.at("/clearance"));

            Optional<Answer> revoked = Patience.await(PROMISED, () -> {
                Answer now = journey.booking(sarah, bookingId).expect(200);
                return now.text("/status").equals("REVOKED") ? Optional.of(now) : Optional.empty();
            });
            long millis = Duration.ofNanos(System.nanoTime() - answered).toMillis();
            story.expect("within two seconds her visit is REVOKED", revoked.isPresent(), "not revoked in time");
            story.tell("after %d ms".formatted(millis));
            story.expect(
                    "without a fee",
                    revoked.orElseThrow().at("/ended/feeCents").isInt()
                            && revoked.orElseThrow().at("/ended/feeCents").asInt() == 0,
                    revoked.orElseThrow());

            Optional<EventWatch.Seen> flag = screenings.await(Duration.ofSeconds(10), "red-flag-detected", sarah.id());
            story.expect("red-flag-detected travelled over Kafka", flag.isPresent(), "nothing within 10 s");
            flag.ifPresent(event -> story.tell(event.place() + ": " + event.value()));
        }

        story.step("The time is free again for others");
        story.expect(
                "the slot is back in the search",
                Patience.await(
                                Duration.ofSeconds(5),
                                () -> journey.isOffered(sarah, POSTAL_CODE, slot, minutes)
                                        ? Optional.of(true)
                                        : Optional.empty())
                        .isPresent(),
                "not offered after 5 s");

        story.step("Sarah's mailbox");
        Optional<List<ReceivedMail>> mails = Patience.await(Duration.ofSeconds(20), () -> {
            List<ReceivedMail> all = system.mailbox().messagesTo(sarah.email());
            return all.size() > mailsBefore ? Optional.of(all) : Optional.empty();
        });
        story.expect("a safety message is there", mails.isPresent(), "no mail within 20 s");
        ReceivedMail safety = mails.orElseThrow().getLast();
        story.tell("“" + safety.subject() + "”");
        safety.text().lines().filter(line -> !line.isBlank()).limit(4).forEach(line -> story.tell("  " + line));
        Answer inbox = journey.api(Service.NOTIFICATION, sarah)
                .get("/v1/notifications")
                .expect(200);
        story.expect(
                "one, and no second one about the revoked visit",
                system.mailbox().messagesTo(sarah.email()).size() == mailsBefore + 1
                        && inbox.at("/items").size() == 2,
                inbox);

        story.step("She tries to book again with the clearance from before");
        Answer refused = journey.book(sarah, anotherOffer, clearance);
        story.expect(
                "409 clearance-revoked",
                refused.status() == 409 && refused.code().equals("clearance-revoked"),
                refused);
        story.tell("“" + refused.text("/title") + "”");
    }

    private static boolean goneSoon(Journey journey, Person person, Journey.Slot slot, int minutes) {
        return Patience.await(
                        Duration.ofSeconds(5),
                        () -> journey.isOffered(person, POSTAL_CODE, slot, minutes)
                                ? Optional.empty()
                                : Optional.of(true))
                .isPresent();
    }
}
