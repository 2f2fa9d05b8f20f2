package ca.tripoint.notification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import ca.tripoint.contracts.SessionEvent;
import ca.tripoint.contracts.SessionEvent.CancelledBy;
import ca.tripoint.contracts.SessionEvent.RevocationCause;
import ca.tripoint.embedded.ReceivedMail;
import ca.tripoint.testkit.EventProducer;
import ca.tripoint.testkit.MovableClock;
import ca.tripoint.testkit.PublishedOpenApi;
import ca.tripoint.testkit.TestTokens;
import ca.tripoint.testkit.TripointInfrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = TripointInfrastructure.class, restrictToAnnotatedClass = false)
@QuarkusTestResource(value = MailServer.class, restrictToAnnotatedClass = false)
class NotificationTest {

    private static final String SAFETY = "Important: please read this message from Tripoint now";
    private static final Instant MORNING = Instant.parse("2027-03-01T15:00:00Z");

    @Inject
    MovableClock clock;

    @Inject
    DataSource database;

    private EventProducer producer;
    private Story story;

    /** Long enough for a machine that does other things too. */
    @BeforeAll
    static void patience() {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(30));
    }

    @BeforeEach
    void a_visit_of_maude_tremblay() {
        MailServer.up();
        clock.set(MORNING);
        producer = EventProducer.open();
        story = new Story(producer, Person.client(), Person.therapist());
        story.therapistIsCalled("Maude Tremblay", 2);
        awaitName("Maude Tremblay");
    }

    @AfterEach
    void close() {
        producer.close();
    }

    @Test
    void a_booked_client_gets_one_french_email_with_a_calendar_file() throws IOException {
        story.client.reachedIn("fr-CA");

        story.booked();

        ReceivedMail mail = onlyMail(story.client);
        assertThat(mail.from()).isEqualTo("Tripoint <no-reply@tripoint.example>");
        assertThat(mail.subject()).isEqualTo("Votre visite Tripoint est confirmée\u00A0: dimanche 14 mars 2027");
        String sentence = "Maude Tremblay vous rendra visite le dimanche 14 mars 2027,"
                + " de 6\u00A0h à 7\u00A0h\u00A015, heure de Toronto.";
        assertThat(mail.text()).startsWith("Bonjour Anne,").contains(sentence, "L’équipe de Tripoint");
        assertThat(mail.html()).contains("<html lang=\"fr-CA\">", sentence);
        assertThat(raw(mail))
                .contains("Content-Language: fr-CA", "Auto-Submitted: auto-generated")
                .doesNotContain("Cc:");

        ICalendar calendar = calendar(mail);
        VEvent event = calendar.getEvents().getFirst();
        assertThat(calendar.getMethod().getValue()).isEqualTo("PUBLISH");
        assertThat(event.getUid().getValue()).isEqualTo(story.booking + "@tripoint.ca");
        assertThat(event.getSummary().getValue()).isEqualTo("Visite Tripoint");
        assertThat(event.getDateStart().getValue().toInstant()).isEqualTo(Story.START);
        assertThat(event.getOrganizer().getEmail()).isEqualTo("no-reply@tripoint.example");
    }

    @Test
    void the_therapist_is_told_in_their_own_language_without_a_calendar_file() {
        story.client.reachedIn("fr-CA");
        story.therapist.reachedIn("en-CA", "Maude");

        story.booked();

        ReceivedMail mail = onlyMail(story.therapist);
        assertThat(mail.subject()).isEqualTo("New visit: Sunday, March 14, 2027");
        assertThat(mail.text())
                .contains("You have a new visit on Sunday, March 14, 2027, from 6:00 to 7:15, Toronto time.");
        assertThat(mail.attachments()).isEmpty();
    }

    @Test
    void a_name_is_text_and_nothing_else() {
        story.client.reachedIn("en-CA");
        story.therapistIsCalled("D'Arcy <b>Roy</b>", 3);
        awaitName("D'Arcy <b>Roy</b>");
        story.therapistIsCalled("An older name", 1);

        story.booked();

        ReceivedMail mail = onlyMail(story.client);
        assertThat(mail.text()).contains("D’Arcy <b>Roy</b> will visit you");
        assertThat(mail.html()).contains("D’Arcy &lt;b&gt;Roy&lt;/b&gt; will visit you");
    }

    @Test
    void twenty_clients_booked_at_once_get_one_email_each() {
        List<Story> stories = Stream.generate(() -> new Story(producer, Person.client(), story.therapist))
                .limit(20)
                .toList();
        stories.forEach(one -> one.client.reachedIn("en-CA"));

        stories.forEach(Story::booked);

        for (Story one : stories) {
            awaitStatus(one.client, "SENT");
            onlyMail(one.client);
        }
    }

    @Test
    void the_same_event_twice_is_told_once() {
        story.client.reachedIn("en-CA");
        UUID eventId = UUID.randomUUID();
        SessionEvent booked = story.booked(2);

        story.tell(booked, eventId);
        story.tell(booked, eventId);
        story.cancelled(3, CancelledBy.CLIENT);

        awaitMail(story.client, "Your Tripoint visit is cancelled: Sunday, March 14, 2027");
        assertThat(story.client.kindsInInbox()).containsExactlyInAnyOrder("visit-booked", "visit-cancelled");
        assertThat(story.client.mail()).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void what_was_booked_before_it_was_cancelled_is_passed_over_when_it_comes_after() {
        story.client.reachedIn("en-CA");

        story.cancelled(4, CancelledBy.CLIENT);
        story.tell(story.booked(2));
        story.revoked(5, RevocationCause.THERAPIST);

        awaitMail(story.client, "Your Tripoint visit cannot take place: Sunday, March 14, 2027");
        assertThat(story.client.kindsInInbox()).containsExactlyInAnyOrder("visit-cancelled", "visit-called-off");
    }

    /** No service would book after that; here it shows that the word before it has been heard. */
    @Test
    void a_revoked_hold_that_nobody_was_told_of_ends_in_silence() {
        story.client.reachedIn("en-CA");

        story.held(1);
        story.revoked(2, RevocationCause.THERAPIST);
        story.tell(story.booked(3));

        assertThat(onlyMail(story.client).subject()).startsWith("Your Tripoint visit is booked");
        assertThat(story.client.kindsInInbox()).containsExactly("visit-booked");
        assertThat(story.therapist.kindsInInbox()).containsExactly("assignment-added");
    }

    @Test
    void a_hold_that_became_a_visit_is_not_revoked_in_silence() {
        story.held(1);
        story.tell(story.booked(2));
        story.revoked(3, RevocationCause.CLEARANCE);

        await().untilAsserted(() -> {
            assertThat(story.client.kindsInInbox()).containsExactlyInAnyOrder("visit-booked", "screening-needed");
            assertThat(story.therapist.kindsInInbox())
                    .containsExactlyInAnyOrder("assignment-added", "assignment-withdrawn");
        });
    }

    @Test
    void a_moved_visit_moves_in_the_calendar_and_a_cancelled_one_leaves_it() {
        story.client.reachedIn("en-CA");
        story.booked();
        onlyMail(story.client);

        story.movedBy(3, Duration.ofDays(1));
        ReceivedMail moved = awaitMail(story.client, "Your Tripoint visit has changed: Monday, March 15, 2027");
        story.cancelled(4, CancelledBy.THERAPIST);
        ReceivedMail cancelled =
                awaitMail(story.client, "Your Tripoint visit cannot take place: Sunday, March 14, 2027");

        assertThat(moved.text())
                .contains(
                        "Maude Tremblay will now visit you on Monday, March 15, 2027, from 6:00 to 7:15, Toronto time."
                                + " This replaces your visit of Sunday, March 14, 2027 at 6:00.");
        assertThat(cancelled.text()).contains("You owe nothing for it.");
        VEvent later = calendar(moved).getEvents().getFirst();
        VEvent gone = calendar(cancelled).getEvents().getFirst();
        assertThat(later.getUid()).isEqualTo(gone.getUid());
        assertThat(later.getSequence().getValue()).isEqualTo(3);
        assertThat(gone.getSequence().getValue()).isEqualTo(4);
        assertThat(calendar(cancelled).getMethod().getValue()).isEqualTo("CANCEL");
    }

    @Test
    void a_visit_that_moves_to_another_clock_is_told_from_when_by_the_clock_it_was_on() {
        story.client.reachedIn("fr-CA");

        story.movedBy(3, Duration.ofDays(1), "America/Halifax");

        assertThat(onlyMail(story.client).text())
                .contains(
                        "de 6\u00A0h à 7\u00A0h\u00A015, heure de Toronto.",
                        "remplace celui du dimanche 14 mars 2027 à 7\u00A0h, heure d’Halifax.");
    }

    @Test
    void while_the_mail_server_is_away_a_message_waits_and_then_goes_out_once() throws IOException {
        story.client.reachedIn("en-CA");
        MailServer.down();
        story.booked();
        awaitAttempts(story.client, 1);
        clock.advance(Duration.ofMinutes(1));
        awaitAttempts(story.client, 2);
        MailServer.up();

        clock.advance(Duration.ofMinutes(5));

        ReceivedMail mail = onlyMail(story.client);
        awaitStatus(story.client, "SENT");
        assertThat(raw(mail)).contains("Message-ID: <" + deliveryId(story.client) + "@tripoint.ca>");
    }

    @Test
    void what_a_dead_worker_had_taken_goes_out_when_its_claim_has_run_out() throws SQLException {
        story.client.reachedIn("en-CA");
        MailServer.down();
        story.booked();
        awaitAttempts(story.client, 1);
        update(
                "UPDATE delivery SET claimed_until = timestamptz '2027-03-01T15:10:00Z', due_at = '2027-03-01T15:00:00Z'"
                        + " WHERE id = ?",
                deliveryId(story.client));
        MailServer.up();

        clock.set(Instant.parse("2027-03-01T15:10:00Z"));

        onlyMail(story.client);
        awaitStatus(story.client, "SENT");
    }

    @Test
    void a_message_that_something_newer_overtook_does_not_go_out_any_more() {
        story.client.reachedIn("en-CA");
        MailServer.down();
        story.booked();
        awaitAttempts(story.client, 1);
        story.cancelled(3, CancelledBy.CLIENT);
        await().until(() -> story.client.kindsInInbox().size() == 2);
        MailServer.up();

        clock.advance(Duration.ofMinutes(1));

        assertThat(onlyMail(story.client).subject())
                .isEqualTo("Your Tripoint visit is cancelled: Sunday, March 14, 2027");
    }

    @Test
    void a_warning_sign_brings_the_client_exactly_one_message_and_the_therapist_no_reason() throws IOException {
        story.client.reachedIn("en-CA");
        story.therapist.reachedIn("fr-CA", "Maude");
        story.booked();
        ReceivedMail confirmation = onlyMail(story.client);

        story.warningSign();
        story.revoked(3, RevocationCause.RED_FLAG);

        ReceivedMail safety = awaitMail(story.client, SAFETY);
        ReceivedMail withdrawn = awaitMail(story.therapist, "Visite retirée\u00A0: dimanche 14 mars 2027");
        assertThat(safety.text())
                .contains("Please get medical help, as the app told you.", "call 911", "you owe nothing for them");
        assertThat(withdrawn.text())
                .contains("La visite prévue avec vous le dimanche 14 mars 2027")
                .doesNotContain("questionnaire", "911");
        assertThat(story.client.mail())
                .extracting(ReceivedMail::file)
                .containsExactlyInAnyOrder(confirmation.file(), safety.file());
        assertThat(story.client.kindsInInbox()).containsExactlyInAnyOrder("visit-booked", "safety");
    }

    /** The second warning shows that the first one's repetition has been heard. */
    @Test
    void the_same_warning_told_twice_brings_one_message() {
        story.client.reachedIn("en-CA");
        UUID warning = UUID.randomUUID();

        story.warningSign(warning);
        story.warningSign(warning);
        story.warningSign(UUID.randomUUID());

        await().until(() -> story.client.mail().size() >= 2);
        assertThat(story.client.kindsInInbox()).containsExactly("safety", "safety");
        assertThat(story.client.mail()).hasSize(2);
    }

    @Test
    void a_safety_message_that_goes_out_before_the_visits_are_known_to_be_off_says_that_they_are() {
        story.client.reachedIn("en-CA");
        story.booked();
        onlyMail(story.client);

        story.warningSign();

        ReceivedMail safety = awaitMail(story.client, SAFETY);
        assertThat(safety.text())
                .contains("If a visit with us is still in your calendar, it no longer takes place: you can remove it.")
                .doesNotContain("attached");
        assertThat(safety.attachments()).isEmpty();
    }

    @Test
    void a_safety_message_takes_the_visits_out_of_the_calendar_that_are_known_to_be_off() {
        story.client.reachedIn("en-CA");
        Story another = new Story(producer, story.client, story.therapist);
        story.booked();
        another.booked();
        await().until(() -> story.client.mail().size() == 2);
        MailServer.down();

        story.revoked(3, RevocationCause.RED_FLAG);
        another.revoked(3, RevocationCause.RED_FLAG);
        await().until(() -> story.therapist.kindsInInbox().size() == 4);
        story.warningSign();
        await().until(() -> story.client.kindsInInbox().contains("safety"));
        MailServer.up();
        clock.advance(Duration.ofMinutes(1));

        ReceivedMail safety = awaitMail(story.client, SAFETY);
        assertThat(safety.text()).contains("Each attached file removes one visit from your calendar.");
        assertThat(safety.attachments())
                .extracting(file -> Biweekly.parse(file.content()).first())
                .allMatch(calendar -> calendar.getMethod().getValue().equals("CANCEL"))
                .extracting(calendar -> calendar.getEvents().getFirst())
                .allMatch(event -> event.getSequence().getValue() == 3)
                .extracting(event -> event.getUid().getValue())
                .containsExactlyInAnyOrder(story.booking + "@tripoint.ca", another.booking + "@tripoint.ca");
        assertThat(story.client.mail()).hasSize(3);
        assertThat(story.client.kindsInInbox()).containsExactlyInAnyOrder("visit-booked", "visit-booked", "safety");
    }

    @Test
    void a_corrected_contact_brings_a_waiting_safety_message_on_its_way_at_once() {
        story.client.reachedIn("en-CA");
        MailServer.down();
        story.warningSign();
        awaitAttempts(story.client, 1);
        MailServer.up();

        story.client.reachedAnewIn("fr-CA");

        assertThat(onlyMail(story.client).subject()).startsWith("Important\u00A0: veuillez lire");
    }

    @Test
    void a_safety_message_that_was_given_up_is_counted_and_starts_anew_with_a_corrected_contact() {
        double before = urgentGivenUp();
        story.client.reachedIn("en-CA");
        MailServer.down();
        story.warningSign();
        awaitAttempts(story.client, 1);
        clock.advance(Duration.ofSeconds(10));
        awaitAttempts(story.client, 2);
        clock.advance(Duration.ofSeconds(30));
        awaitStatus(story.client, "FAILED");
        await().untilAsserted(() -> assertThat(urgentGivenUp()).isEqualTo(before + 1));

        story.client.reachedAnewIn("en-CA");
        awaitAttempts(story.client, 4);
        assertThat(status(story.client)).isEqualTo("PENDING");
        MailServer.up();
        clock.advance(Duration.ofSeconds(10));

        assertThat(onlyMail(story.client).subject()).isEqualTo(SAFETY);
    }

    private static double urgentGivenUp() {
        return given().get("/q/metrics")
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .lines()
                .filter(line -> line.startsWith("tripoint_messages_given_up_total{urgent=\"true\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    @Test
    void a_contact_that_comes_late_gets_what_is_still_ahead() {
        story.booked();
        awaitStatus(story.client, "NO_CONTACT");

        story.client.reachedIn("fr-CA");

        assertThat(onlyMail(story.client).subject()).startsWith("Votre visite Tripoint est confirmée");
    }

    @Test
    void a_contact_that_comes_after_the_visit_began_gets_nothing_about_it() {
        story.booked();
        awaitStatus(story.client, "NO_CONTACT");
        clock.set(Story.START);

        story.client.reachedIn("fr-CA");

        assertThat(status(story.client)).isEqualTo("NO_CONTACT");
    }

    @Test
    void the_inbox_speaks_the_readers_language() {
        story.client.reachedIn("fr-CA");
        story.booked();
        await().until(() -> !story.client.kindsInInbox().isEmpty());

        story.client
                .app()
                .header("Accept-Language", "en-CA")
                .get("/v1/notifications")
                .then()
                .statusCode(200)
                .header("Content-Language", "fr-CA")
                .body("items[0].kind", equalTo("visit-booked"))
                .body("items[0].bookingId", equalTo(story.booking.toString()))
                .body("items[0].title", equalTo("Votre visite Tripoint est confirmée\u00A0: dimanche 14 mars 2027"))
                .body("items[0].text", containsString("heure de Toronto"))
                .body("items[0].createdAt", equalTo("2027-03-01T15:00:00Z"))
                .body("items[0].readAt", nullValue())
                .body("next", nullValue());
    }

    @Test
    void without_a_contact_the_inbox_speaks_the_language_of_the_request() {
        story.booked();
        await().until(() -> !story.therapist.kindsInInbox().isEmpty());

        story.therapist
                .app()
                .header("Accept-Language", "fr-CA")
                .get("/v1/notifications")
                .then()
                .header("Content-Language", "fr-CA")
                .body("items[0].title", equalTo("Nouvelle visite\u00A0: dimanche 14 mars 2027"));
    }

    @Test
    void the_inbox_is_read_page_by_page_newest_first() {
        for (int version = 2; version <= 6; version++) {
            clock.advance(Duration.ofSeconds(1));
            int told = Math.min(version - 1, 4);
            story.movedBy(version, Duration.ofDays(version));
            await().until(() -> story.client.kindsInInbox().size() == told
                    && story.client
                            .inbox()
                            .extract()
                            .jsonPath()
                            .getString("items[0].createdAt")
                            .equals(clock.instant().toString()));
        }

        String next = story.client.inbox().extract().jsonPath().getString("next");

        assertThat(next).startsWith("/v1/notifications?cursor=");
        story.client
                .app()
                .get(next)
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(1))
                .body("items[0].text", containsString("Tuesday, March 16, 2027"))
                .body("next", nullValue());
        story.client
                .app()
                .get("/v1/notifications?cursor=nonsense")
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("cursor"));
        String beyondEveryCalendar = Base64.getUrlEncoder()
                .encodeToString(
                        ("+1000000000-12-31T23:59:59Z " + UUID.randomUUID()).getBytes(StandardCharsets.US_ASCII));
        story.client
                .app()
                .get("/v1/notifications?cursor=" + beyondEveryCalendar)
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("cursor"));
    }

    @Test
    void what_was_read_stays_read() {
        story.booked();
        await().until(() -> !story.client.kindsInInbox().isEmpty());
        String id = story.client.inbox().extract().jsonPath().getString("items[0].id");

        story.client.app().post("/v1/notifications/" + id + "/read").then().statusCode(204);
        clock.advance(Duration.ofHours(1));
        story.client.app().post("/v1/notifications/" + id + "/read").then().statusCode(204);

        story.client.inbox().body("items[0].readAt", equalTo("2027-03-01T15:00:00Z"));
    }

    @Test
    void nobody_sees_what_others_were_told() {
        story.booked();
        await().until(() -> !story.client.kindsInInbox().isEmpty());
        String id = story.client.inbox().extract().jsonPath().getString("items[0].id");
        Person stranger = Person.client();

        stranger.inbox().body("items.size()", equalTo(0));
        stranger.app()
                .post("/v1/notifications/" + id + "/read")
                .then()
                .statusCode(404)
                .body("code", equalTo("not-found"));
        story.client.inbox().body("items[0].readAt", nullValue());
    }

    @Test
    void a_contact_is_stored_replaced_and_read_back_by_its_owner() {
        Person anne = Person.client();
        anne.app().get("/v1/contacts/me").then().statusCode(404).body("code", equalTo("not-found"));
        anne.app().body("""
                        {"email":"anne@example.ca","language":"fr-CA","name":"Anne-Sophie O’Neil"}""").put("/v1/contacts/me").then().statusCode(201).header("ETag", "\"1\"");

        anne.app()
                .header("If-Match", "\"1\"")
                .body("{\"email\":\"anne2@example.ca\",\"language\":\"en-CA\"}")
                .put("/v1/contacts/me")
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"");

        anne.app()
                .get("/v1/contacts/me")
                .then()
                .statusCode(200)
                .body("email", equalTo("anne2@example.ca"))
                .body("language", equalTo("en-CA"))
                .body("name", nullValue());
        anne.app()
                .header("If-Match", "\"1\"")
                .body("{\"email\":\"anne3@example.ca\",\"language\":\"en-CA\"}")
                .put("/v1/contacts/me")
                .then()
                .statusCode(412)
                .body("code", equalTo("precondition-failed"));
    }

    @Test
    void a_contact_lies_sealed_in_the_table() throws SQLException {
        story.client.reachedIn("fr-CA");

        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("SELECT details FROM contact WHERE person_id = ?")) {
            select.setObject(1, story.client.id());
            try (ResultSet row = select.executeQuery()) {
                assertThat(row.next()).isTrue();
                assertThat(new String(row.getBytes(1), StandardCharsets.ISO_8859_1))
                        .doesNotContain("example.ca", "Anne");
            }
        }
    }

    @Test
    void a_wrong_address_is_refused_and_not_repeated() {
        for (String wrong : List.of("anne", "anne@example", "anne@exa mple.ca", "anne@example.ca\\r\\nBcc: x@y.ca")) {
            story.client
                    .app()
                    .body("{\"email\":\"%s\",\"language\":\"fr-CA\"}".formatted(wrong))
                    .put("/v1/contacts/me")
                    .then()
                    .statusCode(422)
                    .body("code", equalTo("validation-failed"))
                    .body("errors[0].field", equalTo("email"))
                    .body("errors[0].code", equalTo("wrong-format"))
                    .body(not(containsString("exa")));
        }
        story.client.app().get("/v1/contacts/me").then().statusCode(404);
    }

    @Test
    void other_values_that_cannot_be_are_refused_by_field() {
        refused("{\"email\":\"a@example.ca\"}", 422, "language");
        refused("{\"email\":\"a@example.ca\",\"language\":\"fr-CA\",\"name\":\"See evil.example\"}", 422, "name");
        refused("{\"email\":\"a@example.ca\",\"language\":\"de-DE\"}", 400, "language");
        refused("{\"email\":\"a@example.ca\",\"language\":\"fr-CA\",\"phone\":\"+15145550123\"}", 400, "phone");
    }

    @Test
    void without_a_token_nobody_gets_in() {
        given().get("/v1/notifications").then().statusCode(401).body("code", equalTo("unauthenticated"));
        given().get("/v1/contacts/me").then().statusCode(401);
        given().contentType("application/json")
                .body("{}")
                .put("/v1/contacts/me")
                .then()
                .statusCode(401);
        given().auth()
                .oauth2(TestTokens.token(UUID.randomUUID(), "client").expired().sign())
                .get("/v1/notifications")
                .then()
                .statusCode(401);
    }

    @Test
    void the_published_api_is_current() {
        PublishedOpenApi.mustBeCurrent("notification-service");
    }

    private void refused(String body, int status, String field) {
        story.client
                .app()
                .body(body)
                .put("/v1/contacts/me")
                .then()
                .statusCode(status)
                .body("errors[0].field", equalTo(field));
    }

    private static ReceivedMail onlyMail(Person person) {
        await().until(() -> !person.mail().isEmpty());
        assertThat(person.mail()).hasSize(1);
        return person.mail().getFirst();
    }

    private static ReceivedMail awaitMail(Person person, String subject) {
        await().untilAsserted(() ->
                assertThat(person.mail()).extracting(ReceivedMail::subject).contains(subject));
        return person.mail().stream()
                .filter(mail -> mail.subject().equals(subject))
                .findFirst()
                .orElseThrow();
    }

    private static ICalendar calendar(ReceivedMail mail) {
        String file = mail.attachment("text/calendar").orElseThrow().content();
        return Biweekly.parse(file).first();
    }

    private static String raw(ReceivedMail mail) throws IOException {
        return Files.readString(mail.file());
    }

    private void awaitAttempts(Person person, int attempts) {
        awaitRow(
                "SELECT count(*) FROM delivery d JOIN notice n ON n.id = d.notice_id"
                        + " WHERE n.recipient_id = ? AND d.claimed_until IS NULL AND d.attempts = " + attempts,
                person.id(),
                "1");
    }

    private void awaitStatus(Person person, String status) {
        await().untilAsserted(() -> assertThat(status(person)).isEqualTo(status));
    }

    private String status(Person person) {
        return row(
                "SELECT d.status FROM delivery d JOIN notice n ON n.id = d.notice_id WHERE n.recipient_id = ?",
                person.id());
    }

    private UUID deliveryId(Person person) {
        return UUID.fromString(row(
                "SELECT d.id::text FROM delivery d JOIN notice n ON n.id = d.notice_id WHERE n.recipient_id = ?",
                person.id()));
    }

    private void awaitName(String name) {
        awaitRow("SELECT name FROM therapist WHERE therapist_id = ?", story.therapist.id(), name);
    }

    private void awaitRow(String sql, UUID id, String expected) {
        await().untilAsserted(() -> assertThat(row(sql, id)).isEqualTo(expected));
    }

    private String row(String sql, UUID id) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, id);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getString(1) : "";
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private void update(String sql, UUID id) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            update.setObject(1, id);
            update.executeUpdate();
        }
    }
}
