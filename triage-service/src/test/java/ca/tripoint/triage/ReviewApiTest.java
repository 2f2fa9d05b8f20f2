package ca.tripoint.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import ca.tripoint.testkit.TestTokens;
import ca.tripoint.testkit.TripointInfrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = TripointInfrastructure.class, restrictToAnnotatedClass = false)
class ReviewApiTest {
    private final UUID anne = UUID.randomUUID();
    private final String clinician = TestTokens.clinician(UUID.randomUUID());

    private static Object of(List<Map<String, Object>> waiting, String screening, String member) {
        return waiting.stream()
                .filter(review -> screening.equals(review.get("screeningId")))
                .findFirst()
                .map(review -> review.get(member))
                .orElseThrow();
    }

    private static String review(String clinician, String screening) {
        return of(Api.waiting(clinician), screening, "id").toString();
    }

    private ValidatableResponse ask(String screening, String key) {
        return Api.send(TestTokens.client(anne), "/v1/screenings/" + screening + "/review-requests", Map.of(), key);
    }

    @Test
    void a_clinician_reads_what_a_screening_raised() {
        String screening = Api.screen(anne, Api.answers("EMERGENCY")).extract().path("id");

        Api.read(clinician, "/v1/reviews/" + review(clinician, screening))
                .body("report", nullValue())
                .body("status", equalTo("DECIDED"))
                .body("outcome", equalTo("EMERGENCY"))
                .body("redFlags.code", hasItem("BLADDER_CONTROL_LOSS"))
                .body("redFlags[0].urgency", equalTo("EMERGENCY"))
                .body("review.slaMinutes", equalTo(60));
    }

    @Test
    void what_was_answered_away_is_read_with_what_was_told_before() {
        Api.screen(anne, Api.answers("EMERGENCY"));
        TestClock.advance(Duration.ofMinutes(1));
        String screening = Api.screen(anne, Api.answers("PROCEED")).extract().path("id");

        Api.read(clinician, "/v1/reviews/" + review(clinician, screening))
                .body("review.kind", equalTo("RETRACTION"))
                .body("reasons.code", hasItem("RETRACTED_RED_FLAG"))
                .body("toldBefore.code", hasItem("BLADDER_CONTROL_LOSS"));
    }

    @Test
    void nobody_looks_at_what_is_about_themselves() {
        String screening = Api.screen(anne, Api.answers("EMERGENCY")).extract().path("id");
        String path = "/v1/reviews/" + review(clinician, screening);
        String herself = TestTokens.clinician(anne);

        Api.read(herself, path).statusCode(403).body("code", equalTo("own-screening"));
        Api.as(herself).post(path + "/acknowledgement").then().statusCode(403).body("code", equalTo("own-screening"));
        Api.as(clinician).post(path + "/acknowledgement").then().statusCode(200);
    }

    @Test
    void of_two_clinicians_the_first_answers_for_it_and_the_second_is_told() throws Exception {
        String screening = Api.screen(anne, Api.answers("EMERGENCY")).extract().path("id");
        String path = "/v1/reviews/" + review(clinician, screening) + "/acknowledgement";
        List<String> both = List.of(clinician, TestTokens.clinician(UUID.randomUUID()));
        List<Integer> codes = new ArrayList<>();
        try (ExecutorService together = Executors.newFixedThreadPool(2)) {
            List<Callable<Integer>> calls = both.stream()
                    .map(who -> (Callable<Integer>)
                            () -> Api.as(who).post(path).then().extract().statusCode())
                    .toList();
            for (Future<Integer> one : together.invokeAll(calls)) {
                codes.add(one.get());
            }
        }

        assertThat(codes).containsExactlyInAnyOrder(200, 409);
        String first = both.get(codes.indexOf(200));
        String second = both.get(codes.indexOf(409));
        Api.as(first).post(path).then().statusCode(200).body("acknowledgedBy", notNullValue());
        Api.as(second).post(path).then().statusCode(409).body("code", equalTo("review-acknowledged"));
    }

    @Test
    void the_queue_pages_what_is_due_first() {
        List<Object> screenings = new ArrayList<>();
        for (int i = 0; i < 101; i++) {
            screenings.add(Api.start(UUID.randomUUID(), Api.none().put("ces.saddleNumbness", "YES"))
                    .extract()
                    .<String>path("id"));
            TestClock.advance(Duration.ofSeconds(1));
        }
        TestClock.advance(Duration.ofHours(1));

        ValidatableResponse page = Api.read(clinician, "/v1/reviews");
        page.body("items", hasSize(100)).body("next", notNullValue()).body("items[0].overdue", equalTo(true));
        List<Object> due = Api.waiting(clinician).stream()
                .map(review -> review.get("screeningId"))
                .toList();

        assertThat(due).doesNotHaveDuplicates().containsSubsequence(screenings);
        Api.read(clinician, "/v1/reviews?cursor=x").statusCode(422);
    }

    @Test
    void every_red_flag_waits_until_somebody_has_looked() {
        String screening = Api.screen(anne, Api.answers("EMERGENCY")).extract().path("id");
        List<Map<String, Object>> waiting = Api.waiting(clinician);
        Object review = of(waiting, screening, "id");
        assertThat(of(waiting, screening, "kind")).isEqualTo("RED_FLAG");

        Api.as(clinician)
                .post("/v1/reviews/" + review + "/acknowledgement")
                .then()
                .statusCode(200)
                .body("kind", equalTo("RED_FLAG"))
                .body("acknowledgedAt", notNullValue());

        assertThat(Api.waiting(clinician)).noneMatch(each -> review.equals(each.get("id")));
        Api.as(clinician)
                .post("/v1/reviews/" + anne + "/acknowledgement")
                .then()
                .statusCode(404);
        Api.client(anne).get("/v1/reviews").then().statusCode(403);
    }

    @Test
    void a_sign_that_becomes_more_urgent_waits_once() {
        String screening =
                Api.start(anne, Api.none().put("gen.fever", "YES")).extract().path("id");
        Api.patch(anne, screening, "\"1\"", Map.of("gen.immunosuppressed", "YES"))
                .body("outcome", equalTo("EMERGENCY"));

        assertThat(Api.waiting(clinician))
                .filteredOn(review -> screening.equals(review.get("screeningId")))
                .hasSize(1);
    }

    @Test
    void a_person_asks_for_a_person_once() {
        String screening =
                Api.screen(anne, Api.answers("ASSESSMENT_FIRST")).extract().path("id");
        String key = UUID.randomUUID().toString();
        String review = ask(screening, key).statusCode(201).extract().path("reviewId");
        assertThat(of(Api.waiting(clinician), screening, "kind")).isEqualTo("REQUEST");

        ask(screening, key)
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .body("reviewId", equalTo(review));
        ask(screening, UUID.randomUUID().toString())
                .statusCode(409)
                .body("code", equalTo("review-open"))
                .body("reviewId", equalTo(review));
        Api.client(anne)
                .post("/v1/screenings/" + screening + "/review-requests")
                .then()
                .statusCode(400)
                .body("code", equalTo("idempotency-key-missing"));
        Api.as(clinician)
                .post("/v1/reviews/" + review + "/acknowledgement")
                .then()
                .statusCode(200);

        ask(screening, UUID.randomUUID().toString()).statusCode(201).body("reviewId", not(equalTo(review)));
        Api.send(TestTokens.client(UUID.randomUUID()), "/v1/screenings/" + screening + "/review-requests", Map.of())
                .statusCode(404);
    }

    @Test
    void a_graver_sign_told_since_is_not_acknowledged_with_the_first() {
        String screening =
                Api.start(anne, Api.none().put("gen.fever", "YES")).extract().path("id");
        String seen = review(clinician, screening);
        TestClock.advance(Duration.ofMinutes(1));
        Api.patch(anne, screening, "\"1\"", Map.of("ces.saddleNumbness", "YES")).body("outcome", equalTo("EMERGENCY"));

        Api.as(clinician)
                .post("/v1/reviews/" + seen + "/acknowledgement")
                .then()
                .statusCode(404);
        String now = review(clinician, screening);
        assertThat(now).isNotEqualTo(seen);
        Api.as(clinician).post("/v1/reviews/" + now + "/acknowledgement").then().statusCode(200);
    }

    @Test
    void a_cursor_that_is_none_is_refused_by_its_name() {
        for (String cursor : List.of("x", "%2B300000-01-01T00:00:00Z_" + anne, "KzMwMDAwMC0wMS0wMVQwMDowMDowMFogeA")) {
            Api.read(clinician, "/v1/reviews?cursor=" + cursor)
                    .statusCode(422)
                    .body("errors[0].field", equalTo("cursor"));
            Api.read(TestTokens.client(anne), "/v1/screenings?cursor=" + cursor)
                    .statusCode(422)
                    .body("errors[0].field", equalTo("cursor"));
        }
    }
}
