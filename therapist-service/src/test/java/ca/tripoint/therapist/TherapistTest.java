package ca.tripoint.therapist;

import static ca.tripoint.therapist.Api.QC_CREDENTIAL;
import static ca.tripoint.therapist.Api.add;
import static ca.tripoint.therapist.Api.added;
import static ca.tripoint.therapist.Api.hours;
import static ca.tripoint.therapist.Api.montrealer;
import static ca.tripoint.therapist.Api.starts;
import static ca.tripoint.therapist.Api.therapist;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import ca.tripoint.testkit.EventProbe;
import ca.tripoint.testkit.ReceivedEvent;
import ca.tripoint.testkit.TestTokens;
import ca.tripoint.testkit.TripointInfrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(value = TripointInfrastructure.class, restrictToAnnotatedClass = false)
class TherapistTest {

    private static final String MAUDE = therapist("h2j 1y4", QC_CREDENTIAL, hours("06:00", "24:00"));

    private static List<ReceivedEvent> about(EventProbe probe, UUID therapist, int events) {
        probe.await(event -> probe.received().stream()
                        .filter(candidate -> therapist.toString().equals(candidate.key()))
                        .count()
                >= events);
        return probe.received().stream()
                .filter(event -> therapist.toString().equals(event.key()))
                .toList();
    }

    private static ValidatableResponse change(UUID id, String ifMatch, String body) {
        return Api.ops()
                .header("If-Match", ifMatch)
                .body(body)
                .patch("/v1/therapists/" + id)
                .then();
    }

    @Test
    void an_added_therapist_is_announced_with_their_credentials() {
        try (EventProbe probe = EventProbe.on("therapist.roster")) {
            UUID maude = UUID.fromString(add(MAUDE, "announced-" + UUID.randomUUID())
                    .statusCode(201)
                    .header("ETag", "\"2\"")
                    .header("Idempotency-Replayed", nullValue())
                    .body("version", equalTo(2))
                    .body("active", equalTo(true))
                    .body("base.postalCode", equalTo("H2J 1Y4"))
                    .body("zone", equalTo("America/Toronto"))
                    .body("hours[0].day", equalTo("MONDAY"))
                    .body("hours[0].to", equalTo("24:00"))
                    .body("credentials.issuer", contains("FQM"))
                    .extract()
                    .path("id"));

            List<ReceivedEvent> events = about(probe, maude, 2);

            assertThat(events)
                    .extracting(ReceivedEvent::type)
                    .containsExactly("therapist-changed", "credential-changed");
            assertThat(events).extracting(event -> event.text("version")).containsExactly("1", "2");
            assertThat(events.getFirst().text("name")).isEqualTo("Maude Tremblay");
            assertThat(events.getLast().value().at("/credentials/0/province").asText())
                    .isEqualTo("QC");
            assertThat(events.toString()).doesNotContain("FQM-1", "H2J");
        }
    }

    @Test
    void the_same_request_repeated_adds_nobody_twice() {
        String key = UUID.randomUUID().toString();
        String token = TestTokens.ops();
        String first = Api.as(token)
                .header("Idempotency-Key", key)
                .body(MAUDE)
                .post("/v1/therapists")
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        Api.as(token)
                .header("Idempotency-Key", key)
                .body(MAUDE)
                .post("/v1/therapists")
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .header("Location", endsWith("/v1/therapists/" + first))
                .body("id", equalTo(first));
        Api.as(token)
                .header("Idempotency-Key", key)
                .body(MAUDE.replace("Maude", "Claude"))
                .post("/v1/therapists")
                .then()
                .statusCode(422)
                .body("code", equalTo("idempotency-key-reused"));
        Api.as(token)
                .body(MAUDE)
                .post("/v1/therapists")
                .then()
                .statusCode(400)
                .body("code", equalTo("idempotency-key-missing"));
    }

    @Test
    void a_therapist_who_has_an_account_is_added_under_its_id_and_only_once() {
        UUID account = UUID.randomUUID();
        String body = MAUDE.replaceFirst("\\{", "{\"id\":\"" + account + "\",");

        assertThat(added(body)).isEqualTo(account);
        add(body, UUID.randomUUID().toString()).statusCode(409).body("code", equalTo("therapist-exists"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "name":"Maude Tremblay"  | "name":" "                              | 422 | validation-failed         | name
            "name":"Maude Tremblay"  | "name":"Maude","nickname":"M"           | 400 | invalid-request           | nickname
            "gender":"FEMALE"        | "gender":"F"                            | 400 | invalid-request           | gender
            "languages":["fr","en"]  | "languages":["french"]                  | 422 | validation-failed         |
            "languages":["fr","en"]  | "languages":[]                          | 422 | validation-failed         | languages
            "equipment":["TABLE"]    | "equipment":["PIANO"]                   | 400 | invalid-request           | equipment[0]
            "h2j 1y4"                | "H9Z 9Z9"                               | 422 | unknown-postal-code       | base.postalCode
            "h2j 1y4"                | "12345"                                 | 422 | unknown-postal-code       | base.postalCode
            "travelRadiusKm":25      | "travelRadiusKm":0                      | 422 | validation-failed         | travelRadiusKm
            "travelRadiusKm":25      | "travelRadiusKm":201                    | 422 | validation-failed         | travelRadiusKm
            "travelRadiusKm":25      | "travelRadiusKm":25,"fsas":["H2X"]      | 422 | validation-failed         | travelRadiusKm
            "travelRadiusKm":25      | "fsas":["H9Z"]                          | 422 | unknown-postal-code       | fsas
            "kind":"ASSOCIATION"     | "kind":"COLLEGE"                        | 422 | credential-not-recognised | credentials[0]
            "issuer":"FQM"           | "issuer":"CMTO"                         | 422 | credential-not-recognised | credentials[0]
            "validTo":"2027-12-31"   | "validTo":"2025-12-31"                  | 422 | validation-failed         | credentials[0].validTo
            "validTo":"2027-12-31"   | "validTo":"+999999999-12-31"            | 422 | validation-failed         | credentials[0].validTo
            "to":"24:00"             | "to":"24:15"                            | 422 | validation-failed         |
            "to":"24:00"             | "to":"06:00"                            | 422 | validation-failed         | hours[0].to
            """)
    void what_cannot_be_is_refused_by_name(String instead, String of, int status, String code, String field) {
        add(MAUDE.replace(instead, of), UUID.randomUUID().toString())
                .statusCode(status)
                .body("code", equalTo(code));
        if (field != null) {
            add(MAUDE.replace(instead, of), UUID.randomUUID().toString()).body("errors[0].field", equalTo(field));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "Maude\\nTremblay", "Maude\\u0007", "\\t"})
    void a_name_is_one_line_when_it_is_entered_and_when_it_is_changed(String name) {
        String wrong = "\"name\":\"" + name + "\"";

        add(MAUDE.replace("\"name\":\"Maude Tremblay\"", wrong), "" + UUID.randomUUID())
                .statusCode(422)
                .body("errors[0].field", equalTo("name"))
                .body("errors[0].code", equalTo("wrong-format"));
        change(montrealer(), "\"2\"", "{" + wrong + "}")
                .statusCode(422)
                .body("errors[0].field", equalTo("name"))
                .body("errors[0].code", equalTo("wrong-format"));
    }

    @Test
    void a_credential_is_entered_once_and_renewed_from_another_day() {
        String longer = QC_CREDENTIAL.replace("2027-12-31", "2028-12-31");
        String renewal = Api.credential("QC", "ASSOCIATION", "FQM", "2028-01-01", "2028-12-31");

        for (String again : List.of(QC_CREDENTIAL, longer)) {
            add(MAUDE.replace(QC_CREDENTIAL, QC_CREDENTIAL + "," + again), "" + UUID.randomUUID())
                    .statusCode(422)
                    .body("code", equalTo("validation-failed"))
                    .body("errors[0].field", equalTo("credentials[1]"))
                    .body("errors[0].code", equalTo("duplicate"));
        }
        UUID maude = montrealer();
        change(maude, "\"2\"", "{\"credentials\":[%s,%s]}".formatted(QC_CREDENTIAL, longer))
                .statusCode(422)
                .body("errors[0].field", equalTo("credentials[1]"));
        change(maude, "\"2\"", "{\"credentials\":[%s,%s]}".formatted(QC_CREDENTIAL, renewal))
                .statusCode(200)
                .body("credentials.validFrom", contains("2026-01-01", "2028-01-01"));
    }

    @Test
    void only_operations_keep_the_roster() {
        for (String role : List.of("client", "therapist", "clinician", "partner")) {
            String token = TestTokens.token(UUID.randomUUID(), role).sign();
            Api.as(token)
                    .header("Idempotency-Key", "k")
                    .body(MAUDE)
                    .post("/v1/therapists")
                    .then()
                    .statusCode(403)
                    .body("code", equalTo("forbidden"));
            Api.as(token).get("/v1/therapists").then().statusCode(403);
            Api.as(token)
                    .header("If-Match", "*")
                    .body("{}")
                    .patch("/v1/therapists/" + UUID.randomUUID())
                    .then()
                    .statusCode(403);
        }
        RestAssured.given()
                .contentType(ContentType.JSON)
                .body(MAUDE)
                .post("/v1/therapists")
                .then()
                .statusCode(401)
                .body("code", equalTo("unauthenticated"));
    }

    @Test
    void therapists_read_themselves_and_nobody_else() {
        UUID maude = montrealer();

        Api.as(TestTokens.therapist(maude))
                .get("/v1/therapists/" + maude)
                .then()
                .statusCode(200)
                .body("id", equalTo(maude.toString()));
        Api.as(TestTokens.therapist(UUID.randomUUID()))
                .get("/v1/therapists/" + maude)
                .then()
                .statusCode(404)
                .body("code", equalTo("not-found"));
        Api.client(UUID.randomUUID()).get("/v1/therapists/" + maude).then().statusCode(403);
        Api.ops().get("/v1/therapists/" + UUID.randomUUID()).then().statusCode(404);
    }

    @Test
    void a_change_needs_the_version_last_seen() {
        UUID maude = montrealer();

        Api.ops()
                .body("{\"name\":\"Maude Roy\"}")
                .patch("/v1/therapists/" + maude)
                .then()
                .statusCode(428)
                .body("code", equalTo("precondition-required"));
        change(maude, "\"1\"", "{\"name\":\"Maude Roy\"}").statusCode(412).body("code", equalTo("precondition-failed"));
        change(maude, "\"2\"", "{\"name\":\"Maude Roy\"}")
                .statusCode(200)
                .header("ETag", "\"3\"")
                .body("name", equalTo("Maude Roy"))
                .body("hours", hasSize(7));
        change(maude, "\"2\"", "{\"name\":\"Maude Roy\"}").statusCode(412);
    }

    @Test
    void of_ten_who_change_the_same_version_at_once_one_succeeds() throws Exception {
        UUID maude = montrealer();
        CountDownLatch gate = new CountDownLatch(1);
        try (ExecutorService workers = Executors.newFixedThreadPool(10)) {
            List<Future<Integer>> answers = IntStream.range(0, 10)
                    .mapToObj(worker -> workers.submit(() -> {
                        gate.await();
                        return change(maude, "\"2\"", "{\"name\":\"Maude " + worker + "\"}")
                                .extract()
                                .statusCode();
                    }))
                    .toList();
            gate.countDown();

            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> answer : answers) {
                statuses.add(answer.get());
            }
            assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 412);
        }
        Api.ops().get("/v1/therapists/" + maude).then().header("ETag", "\"3\"");
    }

    @Test
    void a_change_is_told_where_something_changed() {
        UUID maude = montrealer();
        try (EventProbe probe = EventProbe.on("therapist.roster")) {
            change(maude, "\"2\"", "{\"name\":\"Maude Tremblay\",\"credentials\":[" + QC_CREDENTIAL + "]}")
                    .statusCode(200)
                    .header("ETag", "\"2\"");
            change(
                            maude,
                            "\"2\"",
                            "{\"active\":false,\"credentials\":[%s]}".formatted(QC_CREDENTIAL.replace("2027", "2029")))
                    .statusCode(200)
                    .header("ETag", "\"4\"");

            List<ReceivedEvent> events = about(probe, maude, 2);

            assertThat(events)
                    .extracting(ReceivedEvent::type)
                    .containsExactly("therapist-changed", "credential-changed");
            assertThat(events).extracting(event -> event.text("version")).containsExactly("3", "4");
            assertThat(events.getFirst().text("active")).isEqualTo("false");
        }
    }

    @Test
    void searches_show_a_change_at_once() {
        UUID maude = montrealer();
        assertThat(starts(maude, "H2X 1Y4", "2027-03-08", 60)).hasSize(69);

        change(maude, "\"2\"", "{\"hours\":[{\"day\":\"MONDAY\",\"from\":\"09:00\",\"to\":\"10:00\"}]}")
                .statusCode(200);
        assertThat(starts(maude, "H2X 1Y4", "2027-03-08", 60)).containsExactly("2027-03-08T09:00:00-05:00");

        change(maude, "\"3\"", "{\"fsas\":[\"h2j\"]}")
                .statusCode(200)
                .body("fsas", contains("H2J"))
                .body("travelRadiusKm", nullValue());
        assertThat(starts(maude, "H2X 1Y4", "2027-03-08", 60)).isEmpty();
        assertThat(starts(maude, "H2J 1Y4", "2027-03-08", 60)).hasSize(1);

        change(maude, "\"4\"", "{\"active\":false}").statusCode(200);
        assertThat(starts(maude, "H2J 1Y4", "2027-03-08", 60)).isEmpty();
    }

    @Test
    void the_roster_is_listed_in_pages_without_gaps() {
        Set<String> mine = new HashSet<>();
        for (int count = 0; count < 51; count++) {
            mine.add(added(therapist("A1C 5M2", "", "")).toString());
        }
        Set<String> listed = new HashSet<>();

        String page = "/v1/therapists";
        while (page != null) {
            var answer = Api.ops().get(page).then().statusCode(200).extract();
            List<String> ids = answer.path("items.id");
            assertThat(ids).hasSizeLessThanOrEqualTo(50);
            assertThat(listed).doesNotContainAnyElementsOf(ids);
            listed.addAll(ids);
            page = answer.path("next");
        }

        assertThat(listed).containsAll(mine);
        Api.ops().get("/v1/therapists?cursor=x").then().statusCode(422).body("code", equalTo("validation-failed"));
    }

    @Test
    void a_refusal_is_read_in_french() {
        Api.ops()
                .header("Idempotency-Key", UUID.randomUUID())
                .header("Accept-Language", "fr-CA")
                .body(MAUDE.replace("h2j 1y4", "H9Z 9Z9"))
                .post("/v1/therapists")
                .then()
                .statusCode(422)
                .header("Content-Language", "fr-CA")
                .body("title", equalTo("Nous ne connaissons pas ce code postal"));
    }
}
