package ca.tripoint.local.story;

import ca.tripoint.embedded.ReceivedMail;
import ca.tripoint.local.Answer;
import ca.tripoint.local.LocalSystem;
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

    /** What Sarah has booked, and what she holds on to for later. */
    private record Booked(String id, Journey.Slot slot, int minutes, String clearance, String anotherOffer) {}

    @Override
    public String name() {
        return "A red flag after booking, in Calgary, in English";
    }

    @Override
    public void play(Narrator story, LocalSystem system) {
        Journey journey = new Journey(system);
        Person sarah = Person.newClient(system, "Sarah Bell", "en-CA");

        Booked visit = books(story, system, journey, sarah);
        ReceivedMail safety = hasAWarningSign(story, system, journey, sarah, visit);
        isToldOnce(story, system, journey, sarah, visit, safety);

        story.step("She tries to book again with the clearance from before");
        Answer refused = journey.book(sarah, visit.anotherOffer(), visit.clearance());
        story.expect(
                "409 clearance-revoked",
                refused.status() == 409 && refused.code().equals("clearance-revoked"),
                refused);
        story.tell("“" + refused.text("/title") + "”");
    }

    private static Booked books(Narrator story, LocalSystem system, Journey journey, Person sarah) {
        story.step("Sarah leaves her e-mail address, is cleared and books a visit for next week");
        Answer contact = journey.storeContact(sarah);
        story.expect("her contact is kept", contact.status() == 201, contact);
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
        story.expect(
                "its time is gone from the search",
                Patience.until(Duration.ofSeconds(5), () -> !journey.isOffered(sarah, POSTAL_CODE, slot, minutes)),
                "still offered after 5 s");
        Optional<ReceivedMail> confirmation = Patience.await(
                Duration.ofSeconds(20),
                () -> system.mailbox().messagesTo(sarah.email()).stream().findFirst());
        story.expect(
                "her confirmation is in the mail",
                confirmation
                        .filter(mail -> mail.subject().startsWith("Your Tripoint visit is booked"))
                        .isPresent(),
                confirmation);
        String anotherOffer =
                journey.askForOffer(sarah, another, minutes, HOME).expect(201).text("/offer");
        return new Booked(booking.text("/id"), slot, minutes, clearance, anotherOffer);
    }

    /** @return the safety message */
    private static ReceivedMail hasAWarningSign(
            Narrator story, LocalSystem system, Journey journey, Person sarah, Booked visit) {
        Person ken = Person.newClient(system, "Ken Wong", "en-CA");
        try (EventWatch screenings = EventWatch.on(system.kafka(), "triage.screenings")) {
            story.step("Later she answers again: she has lost control of her bladder");
            ObjectNode answers = Journey.clearedAnswers();
            answers.put("ces.bladderControlLossOrChange", "YES");
            Answer screening = journey.screen(sarah, answers);
            Deadline deadline = Deadline.fromNow(PROMISED);
            story.expect(
                    "EMERGENCY, in the very answer",
                    screening.status() == 201 && screening.text("/outcome").equals("EMERGENCY"),
                    screening);
            screening.at("/advice").forEach(advice -> story.tell("advice: " + withNumber(advice)));
            story.expect(
                    "with whom to call",
                    screening.at("/advice").findValuesAsText("tel").contains("911"),
                    screening.at("/advice"));
            story.expect("and no clearance", screening.at("/clearance").isNull(), screening.at("/clearance"));

            story.step("Within two seconds of that answer");
            Optional<Answer> revoked = deadline.await(
                    () -> Optional.of(journey.booking(sarah, visit.id()).expect(200))
                            .filter(booking -> booking.text("/status").equals("REVOKED")));
            story.expect("her visit is REVOKED", revoked.isPresent(), "not revoked in time");
            tellTime(story, deadline);
            JsonNode fee = revoked.orElseThrow().at("/ended/feeCents");
            story.expect("without a fee", fee.isInt() && fee.asInt() == 0, revoked.orElseThrow());
            story.expect(
                    "its time is free again for others: Ken finds it",
                    deadline.until(() -> journey.isOffered(ken, POSTAL_CODE, visit.slot(), visit.minutes())),
                    "not offered in time");
            tellTime(story, deadline);
            Optional<List<ReceivedMail>> mails = deadline.await(() ->
                    Optional.of(system.mailbox().messagesTo(sarah.email())).filter(all -> all.size() > 1));
            story.expect("a message to her is out, and in her mailbox", mails.isPresent(), "no mail in time");
            tellTime(story, deadline);

            Optional<EventWatch.Seen> flag = screenings.await(Duration.ofSeconds(10), "red-flag-detected", sarah.id());
            story.expect("red-flag-detected travelled over Kafka", flag.isPresent(), "nothing within 10 s");
            flag.ifPresent(event -> story.tell(event.place() + ": " + event.value()));
            return mails.orElseThrow().get(1);
        }
    }

    private static void isToldOnce(
            Narrator story, LocalSystem system, Journey journey, Person sarah, Booked visit, ReceivedMail safety) {
        story.step("Sarah's mailbox");
        story.tell("“" + safety.subject() + "”");
        safety.text().lines().filter(line -> !line.isBlank()).limit(4).forEach(line -> story.tell("  " + line));
        story.expect(
                "session-revoked has been heard: her therapist knows that the visit is off",
                Patience.until(Duration.ofSeconds(10), () -> journey.therapistKnowsItIsOff(visit.slot(), visit.id())),
                "not told within 10 s");
        Answer inbox = journey.inbox(sarah);
        story.expect(
                "she was told of the visit, then of her safety, and nothing else",
                inbox.at("/items").findValuesAsText("kind").equals(List.of("safety", "visit-booked")),
                inbox);
        story.expect(
                "by the same words in the app and in the mail",
                safety.subject().equals(inbox.text("/items/0/title"))
                        && safety.text().contains(inbox.text("/items/0/text")),
                safety.text());
        story.expect(
                "in English, with what to do",
                inbox.header("Content-Language").equals("en-CA")
                        && safety.text().contains("Please get medical help")
                        && safety.text().contains("call 911"),
                safety.text());
        List<ReceivedMail> mails = system.mailbox().messagesTo(sarah.email());
        story.expect("no second message about the revoked visit came", mails.size() == 2, mails);
    }

    private static String withNumber(JsonNode advice) {
        JsonNode call = advice.path("call");
        String number = call.isObject()
                ? " [" + call.path("label").asText() + ": " + call.path("tel").asText() + "]"
                : "";
        return advice.path("text").asText() + number;
    }

    private static void tellTime(Narrator story, Deadline deadline) {
        story.tell("after %d ms".formatted(deadline.elapsed().toMillis()));
    }
}
