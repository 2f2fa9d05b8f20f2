package ca.tripoint.therapist;

import static ca.tripoint.therapist.Api.askForOffer;
import static ca.tripoint.therapist.Api.montrealer;
import static ca.tripoint.therapist.Api.offer;
import static ca.tripoint.therapist.Api.starts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import ca.tripoint.testkit.EventProbe;
import ca.tripoint.testkit.ReceivedEvent;
import ca.tripoint.testkit.TestTokens;
import ca.tripoint.testkit.TripointInfrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = TripointInfrastructure.class, restrictToAnnotatedClass = false)
class TimeOffTest {

    private static final String LUNCH = """
            {"from":"2027-03-08T12:00:00-05:00","to":"2027-03-08T18:00:00Z"}""";

    private static ValidatableResponse take(String token, UUID therapist, String body) {
        return Api.as(token)
                .header("Idempotency-Key", UUID.randomUUID())
                .body(body)
                .post("/v1/therapists/" + therapist + "/time-off")
                .then();
    }

    @Test
    void slots_vanish_for_the_time_off_and_return_with_it() {
        UUID maude = montrealer();
        try (EventProbe probe = EventProbe.on("therapist.roster")) {
            String id = take(TestTokens.therapist(maude), maude, LUNCH)
                    .statusCode(201)
                    .body("from", equalTo("2027-03-08T12:00:00-05:00"))
                    .body("to", equalTo("2027-03-08T13:00:00-05:00"))
                    .extract()
                    .path("id");

            assertThat(starts(maude, "H2X 1Y4", "2027-03-08", 60))
                    .contains("2027-03-08T10:45:00-05:00", "2027-03-08T13:15:00-05:00")
                    .doesNotContain("2027-03-08T11:00:00-05:00", "2027-03-08T13:00:00-05:00")
                    .hasSize(60);
            ReceivedEvent added = probe.await(event ->
                    event.type().equals("time-off-added") && maude.toString().equals(event.key()));
            assertThat(added.text("timeOffId")).isEqualTo(id);
            assertThat(added.text("from")).isEqualTo("2027-03-08T17:00:00Z");
            assertThat(added.text("version")).isEqualTo("3");

            Api.ops().get("/v1/therapists/" + maude + "/time-off").then().body("items.id", hasSize(1));
            Api.ops()
                    .delete("/v1/therapists/" + maude + "/time-off/" + id)
                    .then()
                    .statusCode(204);

            assertThat(starts(maude, "H2X 1Y4", "2027-03-08", 60)).hasSize(69);
            ReceivedEvent removed = probe.await(event ->
                    event.type().equals("time-off-removed") && maude.toString().equals(event.key()));
            assertThat(removed.text("version")).isEqualTo("4");
            Api.ops().get("/v1/therapists/" + maude + "/time-off").then().body("items", empty());
            Api.ops()
                    .delete("/v1/therapists/" + maude + "/time-off/" + id)
                    .then()
                    .statusCode(404);
        }
    }

    @Test
    void a_repeated_request_takes_the_time_off_once() {
        UUID maude = montrealer();
        String token = TestTokens.ops();
        String key = UUID.randomUUID().toString();
        String path = "/v1/therapists/" + maude + "/time-off";

        String first = Api.as(token)
                .header("Idempotency-Key", key)
                .body(LUNCH)
                .post(path)
                .path("id");
        Api.as(token)
                .header("Idempotency-Key", key)
                .body(LUNCH)
                .post(path)
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .body("id", equalTo(first));

        Api.as(token).get(path).then().body("items", hasSize(1));

        Api.as(token).delete(path + "/" + first).then().statusCode(204);
        Api.as(token)
                .header("Idempotency-Key", key)
                .body(LUNCH)
                .post(path)
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .body("id", equalTo(first))
                .body("from", equalTo("2027-03-08T12:00:00-05:00"));
        Api.as(token).get(path).then().body("items", empty());
    }

    @Test
    void a_time_off_is_read_where_its_location_says() {
        UUID maude = montrealer();
        String token = TestTokens.therapist(maude);

        String location = take(token, maude, LUNCH).statusCode(201).extract().header("Location");

        Api.as(token)
                .get(location)
                .then()
                .statusCode(200)
                .body("from", equalTo("2027-03-08T12:00:00-05:00"))
                .body("to", equalTo("2027-03-08T13:00:00-05:00"));
        Api.as(TestTokens.therapist(UUID.randomUUID())).get(location).then().statusCode(404);
        Api.as(token).delete(location).then().statusCode(204);
        Api.as(token).get(location).then().statusCode(404).body("code", equalTo("not-found"));
    }

    @Test
    void time_off_is_listed_in_pages_in_the_order_in_which_it_begins() {
        UUID maude = montrealer();
        for (int day = 51; day >= 1; day--) {
            Instant from = Instant.parse("2027-03-08T12:00:00Z").plus(Duration.ofDays(day));
            take(TestTokens.ops(), maude, "{\"from\":\"%s\",\"to\":\"%s\"}".formatted(from, from.plusSeconds(3600)))
                    .statusCode(201);
        }
        String path = "/v1/therapists/" + maude + "/time-off";

        var first = Api.ops().get(path).then().statusCode(200).extract();
        String next = first.path("next");
        var second = Api.ops()
                .get(next)
                .then()
                .statusCode(200)
                .body("next", nullValue())
                .extract();

        List<String> listed = new ArrayList<>(first.<List<String>>path("items.from"));
        assertThat(listed).hasSize(50);
        listed.addAll(second.path("items.from"));
        assertThat(listed)
                .hasSize(51)
                .extracting(OffsetDateTime::parse)
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(next).startsWith(path + "?cursor=");
        Api.ops().get(path + "?cursor=x").then().statusCode(422).body("errors[0].field", equalTo("cursor"));
    }

    @Test
    void nothing_is_offered_in_a_time_off() {
        UUID maude = montrealer();
        take(TestTokens.ops(), maude, LUNCH).statusCode(201);

        askForOffer(UUID.randomUUID(), offer(maude, "2027-03-08T12:15:00-05:00", 60, "H2X 1Y4"))
                .statusCode(409)
                .body("code", equalTo("therapist-unavailable"));
        askForOffer(UUID.randomUUID(), offer(maude, "2027-03-08T13:15:00-05:00", 60, "H2X 1Y4"))
                .statusCode(201);
    }

    @Test
    void nobody_takes_time_off_for_a_colleague() {
        UUID maude = montrealer();
        String colleague = TestTokens.therapist(UUID.randomUUID());

        take(colleague, maude, LUNCH).statusCode(404).body("code", equalTo("not-found"));
        take(TestTokens.client(UUID.randomUUID()), maude, LUNCH).statusCode(403);
        Api.as(colleague).get("/v1/therapists/" + maude + "/time-off").then().statusCode(404);
        Api.as(colleague)
                .delete("/v1/therapists/" + maude + "/time-off/" + UUID.randomUUID())
                .then()
                .statusCode(404);
        take(TestTokens.ops(), UUID.randomUUID(), LUNCH).statusCode(404);
    }

    @Test
    void time_off_ends_after_it_begins() {
        UUID maude = montrealer();

        take(TestTokens.ops(), maude, """
                {"from":"2027-03-08T12:00:00-05:00","to":"2027-03-08T12:00:00-05:00"}""")
                .statusCode(422)
                .body("code", equalTo("validation-failed"))
                .body("errors[0].field", equalTo("to"));
        take(TestTokens.ops(), maude, """
                {"from":"2027-03-08T12:00:00-05:00"}""").statusCode(422).body("errors[0].code", equalTo("required"));
        take(TestTokens.ops(), maude, """
                {"from":"2027-03-08T12:00:00-05:00","to":"+999999999-12-31T12:00:00-05:00"}""").statusCode(422).body("errors[0].field", equalTo("to"));
        take(TestTokens.ops(), maude, """
                {"from":"noon","to":"2027-03-08T12:00:00-05:00"}""").statusCode(400).body("errors[0].field", equalTo("from"));
    }
}
