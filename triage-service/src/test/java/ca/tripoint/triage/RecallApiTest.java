package ca.tripoint.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import ca.tripoint.testkit.EventProbe;
import ca.tripoint.testkit.TestTokens;
import ca.tripoint.testkit.TripointInfrastructure;
import ca.tripoint.triage.catalogue.VersionsInTurn;
import ca.tripoint.triage.ruleset.ChangedRuleset;
import ca.tripoint.triage.ruleset.Ruleset;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each test has an active version of its own, which it recalls. */
@QuarkusTest
@QuarkusTestResource(value = TripointInfrastructure.class, restrictToAnnotatedClass = false)
class RecallApiTest {
    private static final AtomicInteger VERSIONS = new AtomicInteger();

    private final UUID anne = UUID.randomUUID();
    private final UUID maude = UUID.randomUUID();
    private final UUID boss = UUID.randomUUID();
    private final String clinician = TestTokens.clinician(boss);

    @Inject
    DataSource database;

    private Ruleset version;

    @AfterEach
    void the_shipped_version_is_active_again() {
        VersionsInTurn.asShipped();
    }

    @BeforeEach
    void a_new_version_is_active() {
        version = ChangedRuleset.as("2027.4." + VERSIONS.incrementAndGet(), "rules.yaml", file -> {});
        VersionsInTurn.activate(version);
    }

    private static String cleared(UUID person) {
        return Api.screen(person, Api.answers("PROCEED"))
                .statusCode(201)
                .body("clearance", notNullValue())
                .extract()
                .path("id");
    }

    private String path() {
        return "/v1/rulesets/" + version.version() + "/recall";
    }

    private ValidatableResponse recall(String reason) {
        return Api.as(clinician).body(Map.of("reason", reason)).post(path()).then();
    }

    @Test
    void it_takes_every_live_clearance_back_and_says_who_when_and_why() {
        String id = cleared(anne);
        try (EventProbe probe = EventProbe.on("triage.screenings")) {
            recall("severe is compared with the wrong number")
                    .statusCode(200)
                    .body("version", equalTo(version.version()))
                    .body("recalledBy", equalTo(boss.toString()))
                    .body("reason", equalTo("severe is compared with the wrong number"))
                    .body("finishedAt", notNullValue())
                    .body("items.screeningId", contains(id))
                    .body("next", nullValue());

            assertThat(probe.await(event -> anne.toString().equals(event.key())).type())
                    .isEqualTo("clearance-revoked");
        }
        Api.get(anne, id).body("outcome", equalTo("PROCEED")).body("clearance", nullValue());
        Api.read(clinician, path()).statusCode(200).body("items.screeningId", contains(id));
        Api.client(anne).body(Map.of("reason", "x")).post(path()).then().statusCode(403);
        Api.read(clinician, "/v1/rulesets/" + ChangedRuleset.SHIPPED + "/recall")
                .statusCode(404);
        Api.as(clinician)
                .body(Map.of("reason", "x"))
                .post("/v1/rulesets/1999.1/recall")
                .then()
                .statusCode(404);
        Api.as(clinician).body(Map.of()).post(path()).then().statusCode(422);
    }

    @Test
    void asked_again_it_lists_the_same_and_the_first_reason_stands() {
        String id = cleared(anne);
        String at = recall("first").extract().path("recalledAt");
        TestClock.advance(Duration.ofMinutes(1));

        recall("second")
                .statusCode(200)
                .body("recalledAt", equalTo(at))
                .body("reason", equalTo("first"))
                .body("items.screeningId", contains(id));
    }

    @Test
    void a_recall_that_broke_off_goes_on_where_it_was() throws SQLException {
        String before = cleared(anne);
        recall("wrong");
        UUID bruno = UUID.randomUUID();
        String left = leftBehind(bruno);

        recall("wrong")
                .body("items.screeningId", containsInAnyOrder(before, left))
                .body("finishedAt", notNullValue());

        Api.get(bruno, left).body("clearance", nullValue());
    }

    /** A clearance that a crash kept from being taken back: issued under another version, then booked under this one. */
    private String leftBehind(UUID person) throws SQLException {
        VersionsInTurn.asShipped();
        String id = cleared(person);
        try (Connection connection = database.getConnection();
                Statement change = connection.createStatement()) {
            change.executeUpdate("UPDATE clearance SET ruleset_version = '" + version.version()
                    + "' WHERE screening_id = '" + id + "'");
            change.executeUpdate(
                    "UPDATE ruleset_recall SET finished_at = NULL WHERE ruleset_version = '" + version.version() + "'");
        }
        return id;
    }

    @Test
    void what_has_expired_or_was_taken_back_is_not_touched() {
        String expired = cleared(anne);
        TestClock.advance(Duration.ofDays(7));
        UUID bruno = UUID.randomUUID();
        cleared(bruno);
        Api.screen(bruno, Api.answers("ASSESSMENT_FIRST"));

        recall("wrong").body("items", empty());

        Api.get(anne, expired).body("clearance", nullValue());
    }

    @Test
    void an_expired_clearance_on_which_a_visit_rests_is_taken_back() {
        String id = cleared(anne);
        BookingService.confirmed(anne, maude, id, Duration.ofDays(10));
        TestClock.advance(Duration.ofDays(8));

        recall("wrong").body("items.screeningId", contains(id));
    }

    @Test
    void a_recalled_version_starts_no_screening() {
        recall("wrong");

        Api.start(anne, Api.none()).statusCode(409).body("code", equalTo("ruleset-recalled"));
        Api.screen(anne, Api.answers("PROCEED")).statusCode(409).body("code", equalTo("ruleset-recalled"));
        Api.client(anne).get("/v1/screenings").then().body("items", empty());
    }

    @Test
    void an_open_screening_clears_no_more_under_it() {
        String id = Api.start(anne, Api.answers("PROCEED")).extract().path("id");
        recall("wrong");

        Api.submit(anne, id).statusCode(409).body("code", equalTo("ruleset-recalled"));

        Api.get(anne, id).body("status", equalTo("OPEN"));
        Api.patch(anne, id, "\"1\"", Map.of("assessment.doneByGpOrPhysio", "NO"))
                .statusCode(200);
    }

    @Test
    void a_warning_sign_is_told_and_decided_all_the_same() {
        String open = Api.start(anne, Api.answers("PROCEED")).extract().path("id");
        recall("wrong");

        Api.patch(anne, open, "\"1\"", Map.of("ces.saddleNumbness", "YES"))
                .statusCode(200)
                .body("outcome", equalTo("EMERGENCY"))
                .body("advice.call.tel", hasItem("911"));
        Api.screen(UUID.randomUUID(), Api.answers("EMERGENCY")).statusCode(201).body("outcome", equalTo("EMERGENCY"));
    }

    @Test
    void an_override_clears_nobody_under_it() {
        String id = Api.screen(anne, Api.answers("PROCEED").put("gen.cancerHistory", "YES"))
                .extract()
                .path("id");
        recall("wrong");

        Api.override(clinician, id, "CANCER_HISTORY").statusCode(409).body("code", equalTo("ruleset-recalled"));
    }

    @Test
    void of_people_who_are_cleared_while_it_is_recalled_nobody_keeps_a_clearance() throws Exception {
        List<UUID> people = new ArrayList<>();
        List<Callable<Integer>> calls = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            UUID person = UUID.randomUUID();
            people.add(person);
            calls.add(() -> Api.screen(person, Api.answers("PROCEED")).extract().statusCode());
        }
        calls.add(6, () -> recall("wrong").extract().statusCode());
        List<Integer> codes = new ArrayList<>();
        try (ExecutorService together = Executors.newFixedThreadPool(5)) {
            for (Future<Integer> one : together.invokeAll(calls)) {
                codes.add(one.get());
            }
        }

        assertThat(codes).containsOnly(200, 201, 409);
        for (UUID person : people) {
            Api.client(person).get("/v1/screenings").then().body("items.findAll { it.clearance != null }", hasSize(0));
        }
    }

    /** The visit rests on the first clearance; the second, which has run out too, is what stands for the person. */
    @Test
    void a_visit_booked_on_an_earlier_clearance_is_taken_back_with_the_one_it_stays_on() {
        String first = cleared(anne);
        BookingService.confirmed(anne, maude, first, Duration.ofDays(60));
        TestClock.advance(Duration.ofDays(3));
        String second = cleared(anne);
        TestClock.advance(Duration.ofDays(8));

        recall("no longer right").statusCode(200).body("items.screeningId", contains(second));
    }
}
