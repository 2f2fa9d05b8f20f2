package ca.tripoint.local.story;

import ca.tripoint.embedded.ReceivedMail;
import ca.tripoint.local.Answer;
import ca.tripoint.local.LocalSystem;
import ca.tripoint.local.Service;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

/** A client whose pain is muscular is cleared, books, and is written to in French; the slot is theirs alone. */
final class ClearedInMontreal implements Story {

    private static final String POSTAL_CODE = "H2X1Y4";
    private static final Journey.Address HOME = new Journey.Address("3575, avenue du Parc", "Montréal", POSTAL_CODE);

    @Override
    public String name() {
        return "A cleared client in Montréal, in French";
    }

    @Override
    public void play(Narrator story, LocalSystem system) {
        Journey journey = new Journey(system);
        Person amelie = Person.newClient(system, "Amélie Roy", "fr-CA");
        Person jean = Person.newClient(system, "Jean Côté", "fr-CA");

        story.step("Amélie leaves her e-mail address and asks for French");
        Answer contact = journey.storeContact(amelie);
        story.expect("her contact is kept", contact.status() == 201, contact);

        story.step("Amélie opens the questionnaire");
        Answer questionnaire = journey.api(Service.TRIAGE, amelie)
                .get("/v1/questionnaires/sciatica-ca")
                .expect(200);
        story.tell("%d questions, version %s; the first: « %s »"
                .formatted(
                        questionnaire.at("/questions").size(),
                        questionnaire.text("/version"),
                        questionnaire.text("/questions/0/text")));
        story.expect("in French", questionnaire.header("Content-Language").equals("fr-CA"), questionnaire.headers());

        story.step("She answers it: an ache from the right buttock, in waves, assessed by her doctor as muscular");
        Answer screening = journey.screen(amelie, Journey.clearedAnswers());
        story.expect(
                "she is cleared: PROCEED",
                screening.status() == 201 && screening.text("/outcome").equals("PROCEED"),
                screening);
        tellReasons(story, screening);
        tellPlan(story, screening);
        String clearance = screening.text("/clearance/token");
        story.expect("with a signed clearance", !clearance.isEmpty(), screening);
        story.tell("until %s, asking for a therapist with %s"
                .formatted(screening.text("/clearance/expiresAt"), screening.at("/clearance/requires/skills")));
        int minutes = screening
                .at("/plan/durationMinutes")
                .asInt(screening.at("/clearance/requires/minDuration").asInt());

        story.step("She asks who can come to H2X next week");
        Answer coverage = journey.api(Service.THERAPIST, amelie).get("/v1/coverage?postalCode=" + POSTAL_CODE);
        story.expect("Tripoint comes there", coverage.status() == 200, coverage);
        LocalDate nextWeek = Journey.inDays(8 - Journey.inDays(0).getDayOfWeek().getValue());
        Answer search = journey.searchSlots(amelie, POSTAL_CODE, nextWeek, nextWeek.plusDays(6), minutes);
        List<Journey.Slot> slots = Journey.slots(search);
        story.expect("there are slots", search.status() == 200 && !slots.isEmpty(), search);
        Journey.Slot slot = slots.get(slots.size() / 2);
        story.tell("%d slots from %s on; she takes %s (%s)"
                .formatted(slots.size(), slots.getFirst().start(), slot.start(), slot.zone()));

        story.step("She asks for an offer; so does Jean, for the same time");
        Answer offer = journey.askForOffer(amelie, slot, minutes, HOME);
        story.expect(
                "the offer is signed",
                offer.status() == 201 && !offer.text("/offer").isEmpty(),
                offer);
        tellPrice(story, offer);
        List<String> taxes = offer.at("/price/taxes").findValuesAsText("name");
        story.expect("with a GST and a QST line", taxes.equals(List.of("GST", "QST")), taxes);
        Answer jeansOffer = journey.askForOffer(jean, slot, minutes, HOME).expect(201);
        Answer jeansScreening = journey.screen(jean, Journey.clearedAnswers()).expect(201);

        try (EventWatch sessions = EventWatch.on(system.kafka(), "booking.sessions")) {
            story.step("Amélie books");
            Answer booking = journey.book(amelie, offer.text("/offer"), clearance);
            story.expect(
                    "the visit is CONFIRMED",
                    booking.status() == 201 && booking.text("/status").equals("CONFIRMED"),
                    booking);
            UUID bookingId = UUID.fromString(booking.text("/id"));

            Optional<EventWatch.Seen> booked = sessions.await(Duration.ofSeconds(10), "session-booked", bookingId);
            story.expect("session-booked travelled over Kafka", booked.isPresent(), "nothing within 10 s");
            booked.ifPresent(event -> story.tell(event.place() + ": " + event.value()));
        }

        story.step("She looks into her mailbox");
        Optional<ReceivedMail> mail = Patience.await(
                Duration.ofSeconds(20),
                () -> system.mailbox().messagesTo(amelie.email()).stream().findFirst());
        story.expect("a confirmation is there", mail.isPresent(), "no mail within 20 s");
        ReceivedMail confirmation = mail.orElseThrow();
        story.tell("« " + confirmation.subject() + " »");
        confirmation.text().lines().filter(line -> !line.isBlank()).limit(6).forEach(line -> story.tell("  " + line));
        story.expect(
                "in French",
                confirmation.text().toLowerCase(Locale.CANADA_FRENCH).contains("heure de"),
                confirmation.text());
        String calendar = confirmation
                .attachment("text/calendar")
                .map(ReceivedMail.Attachment::content)
                .orElse("");
        String startInUtc = OffsetDateTime.parse(slot.start())
                .withOffsetSameInstant(ZoneOffset.UTC)
                .toString()
                .replaceAll("[-:]", "")
                .substring(0, 13);
        story.expect("with the visit for her calendar", calendar.contains("DTSTART:" + startInUtc), calendar);

        story.step("Jean searches again, and then tries the offer that he still has");
        story.expect(
                "the slot has vanished from the search",
                Patience.until(Duration.ofSeconds(5), () -> !journey.isOffered(jean, POSTAL_CODE, slot, minutes)),
                "still offered after 5 s");
        Answer late = journey.book(jean, jeansOffer.text("/offer"), jeansScreening.text("/clearance/token"));
        story.expect("409 slot-taken", late.status() == 409 && late.code().equals("slot-taken"), late);
        story.tell("« " + late.text("/title") + " »");
    }

    private static void tellReasons(Narrator story, Answer screening) {
        JsonNode reasons = screening.at("/reasons");
        reasons.forEach(reason -> story.tell("because: " + reason.path("text").asText()));
        story.expect(
                "with reasons, in French",
                !reasons.isEmpty()
                        && allMatch(
                                reasons, reason -> !reason.path("text").asText().isBlank())
                        && screening.header("Content-Language").equals("fr-CA"),
                screening);
    }

    private static void tellPlan(Narrator story, Answer screening) {
        JsonNode muscles = screening.at("/plan/muscles");
        for (JsonNode part : muscles) {
            story.tell("plan: %s (%s), %s, %d to %d s"
                    .formatted(
                            part.path("label").asText(),
                            part.path("side").asText(),
                            part.path("pressure").asText(),
                            part.at("/holdSeconds/min").asInt(),
                            part.at("/holdSeconds/max").asInt()));
        }
        story.expect(
                "with a plan: each muscle held for 8 to 90 s",
                !muscles.isEmpty() && allMatch(muscles, ClearedInMontreal::isHeldAsTheArticleSays),
                muscles);
        int sessions = screening.at("/course/sessions").asInt();
        int spacing = screening.at("/course/spacingDays").asInt();
        story.tell("course: %d sessions, %d days apart".formatted(sessions, spacing));
        story.expect(
                "and a course of three to six sessions, evenly spaced",
                sessions >= 3 && sessions <= 6 && spacing > 0,
                screening.at("/course"));
    }

    /** S-35: pressure is held for 8 to 90 seconds. */
    private static boolean isHeldAsTheArticleSays(JsonNode part) {
        int min = part.at("/holdSeconds/min").asInt();
        int max = part.at("/holdSeconds/max").asInt();
        return !part.path("label").asText().isBlank() && min >= 8 && min <= max && max <= 90;
    }

    private static boolean allMatch(JsonNode list, Predicate<JsonNode> condition) {
        return StreamSupport.stream(list.spliterator(), false).allMatch(condition);
    }

    private static void tellPrice(Narrator story, Answer offer) {
        story.tell("subtotal %s".formatted(dollars(offer.at("/price/subtotalCents"))));
        offer.at("/price/taxes")
                .forEach(tax -> story.tell("%s %s".formatted(tax.path("name").asText(), dollars(tax.path("cents")))));
        story.tell("total %s".formatted(dollars(offer.at("/price/totalCents"))));
    }

    private static String dollars(JsonNode cents) {
        return "$%d.%02d".formatted(cents.asLong() / 100, cents.asLong() % 100);
    }
}
