package ca.tripoint.kittest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import ca.tripoint.testkit.TestTokens;
import ca.tripoint.testkit.TripointInfrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TripointInfrastructure.class)
class IdempotencyTest {

    private static final String BODY = """
            {"secret":"s","size":1,"colour":"RED","place":{"city":"Montréal"}}""";
    private static final String SAME_IN_ANOTHER_ORDER = """
            {"place":{"city":"Montréal"}, "colour":"RED", "size":1, "secret":"s"}""";
    private static final String ANOTHER = """
            {"secret":"s","size":2,"colour":"RED","place":{"city":"Montréal"}}""";

    private final String token = TestTokens.client(UUID.randomUUID());

    private Response post(String key, String body, String query) {
        return given().auth()
                .oauth2(token)
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/things" + query);
    }

    @Test
    void a_repeated_request_creates_nothing_twice() {
        String key = UUID.randomUUID().toString();
        String first = post(key, BODY, "")
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", nullValue())
                .extract()
                .path("id");

        post(key, SAME_IN_ANOTHER_ORDER, "")
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .body("id", equalTo(first));
    }

    @Test
    void a_key_belongs_to_one_body() {
        String key = UUID.randomUUID().toString();
        post(key, BODY, "").then().statusCode(201);

        post(key, ANOTHER, "?refused=true").then().statusCode(422).body("code", equalTo("idempotency-key-reused"));
    }

    @Test
    void keys_of_different_people_never_meet() {
        String key = UUID.randomUUID().toString();
        post(key, BODY, "").then().statusCode(201);

        given().auth()
                .oauth2(TestTokens.client(UUID.randomUUID()))
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(ANOTHER)
                .post("/v1/things")
                .then()
                .statusCode(201);
    }

    @Test
    void a_refusal_is_not_remembered() {
        String key = UUID.randomUUID().toString();
        post(key, BODY, "?refused=true").then().statusCode(409).body("code", equalTo("out-of-stock"));

        post(key, BODY, "").then().statusCode(201).header("Idempotency-Replayed", nullValue());
    }

    @Test
    void a_key_is_needed_and_must_be_one() {
        given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body(BODY)
                .post("/v1/things")
                .then()
                .statusCode(400)
                .body("code", equalTo("idempotency-key-missing"));
        post("a key with spaces", BODY, "").then().statusCode(400).body("code", equalTo("idempotency-key-invalid"));
        post("x".repeat(129), BODY, "").then().statusCode(400).body("code", equalTo("idempotency-key-invalid"));
        post("x".repeat(128), BODY, "").then().statusCode(201);
    }

    @Test
    void twenty_at_once_with_one_key_are_one() throws Exception {
        String key = UUID.randomUUID().toString();
        CountDownLatch gate = new CountDownLatch(1);
        List<Future<Response>> answers = new ArrayList<>();
        try (ExecutorService many = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 20; i++) {
                answers.add(many.submit(() -> {
                    gate.await();
                    return post(key, BODY, "");
                }));
            }
            gate.countDown();
        }
        Set<String> ids = answers.stream().map(IdempotencyTest::created).collect(Collectors.toSet());
        assertThat(ids).hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.resultNow().header("Idempotency-Replayed") == null))
                .hasSize(1);
    }

    private static String created(Future<Response> answer) {
        assertThat(answer.resultNow().statusCode()).isEqualTo(201);
        return answer.resultNow().path("id");
    }
}
