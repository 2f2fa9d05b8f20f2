package ca.tripoint.triage;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import ca.tripoint.testkit.TestTokens;
import ca.tripoint.testkit.TripointInfrastructure;
import ca.tripoint.triage.catalogue.VersionsInTurn;
import ca.tripoint.triage.ruleset.ChangedRuleset;
import ca.tripoint.triage.ruleset.Ruleset;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The shipped version and a stricter one, for which pain is severe from 5 of 10 on. */
@QuarkusTest
@QuarkusTestResource(value = TripointInfrastructure.class, restrictToAnnotatedClass = false)
class RulesetVersionsApiTest {
    private static final String SHIPPED = ChangedRuleset.SHIPPED;
    private static final String STRICTER = "2027.3.1";

    private final UUID anne = UUID.randomUUID();
    private final String clinician = TestTokens.clinician(UUID.randomUUID());

    @AfterEach
    void the_shipped_version_is_active_again() {
        VersionsInTurn.asShipped();
    }

    @BeforeEach
    void a_stricter_version_is_served_beside_the_shipped_one() {
        VersionsInTurn.serve(stricter());
    }

    private static Ruleset stricter() {
        return ChangedRuleset.as(STRICTER, "rules.yaml", file -> ((ObjectNode) file.at("/constants")).put("severe", 5));
    }

    private static ObjectNode worsening() {
        return Api.answers("PROCEED").put("pain.trend", "WORSENING");
    }

    @Test
    void new_screenings_are_under_the_active_version() {
        Api.screen(anne, worsening()).body("outcome", equalTo("PROCEED")).body("ruleset.version", equalTo(SHIPPED));

        VersionsInTurn.activate(stricter());

        Api.screen(UUID.randomUUID(), worsening())
                .body("outcome", equalTo("URGENT_ASSESSMENT"))
                .body("ruleset.version", equalTo(STRICTER));
        Api.client(anne).get("/v1/questionnaires/sciatica-ca").then().body("version", equalTo(STRICTER));
        Api.read(clinician, "/v1/rulesets")
                .body("items.version", hasItems(SHIPPED, STRICTER))
                .body("items.findAll { it.active }.version", contains(STRICTER));
    }

    @Test
    void an_open_screening_goes_on_under_its_own_version() {
        String id = Api.start(anne, worsening()).extract().path("id");

        VersionsInTurn.activate(stricter());

        Api.patch(anne, id, "\"1\"", Map.of("pain.severity", 6))
                .body("ruleset.version", equalTo(SHIPPED))
                .body("floor", equalTo("PROCEED"));
        Api.submit(anne, id).body("outcome", equalTo("PROCEED")).body("ruleset.version", equalTo(SHIPPED));
    }

    @Test
    void what_is_stable_is_carried_over_from_one_version_to_the_next() {
        String earlier = Api.screen(anne, Api.answers("PROCEED")).extract().path("id");
        VersionsInTurn.activate(stricter());

        Api.post(
                        anne,
                        Api.screening(Api.none(), false).put("basedOn", earlier),
                        UUID.randomUUID().toString())
                .body("ruleset.version", equalTo(STRICTER))
                .body("answers.age.source", equalTo("CARRIED_OVER"));
    }

    @Test
    void an_old_decision_replays_under_its_own_version() {
        String id = Api.screen(anne, worsening()).extract().path("id");

        VersionsInTurn.activate(stricter());

        Api.read(clinician, "/v1/screenings/" + id + "/replay")
                .body("same", equalTo(true))
                .body("differences", empty())
                .body("rulesetVersion", equalTo(SHIPPED));
    }

    @Test
    void a_decision_whose_version_was_tampered_with_says_where_it_differs() {
        String id = Api.screen(anne, worsening()).extract().path("id");

        VersionsInTurn.serve(
                ChangedRuleset.by("rules.yaml", file -> ((ObjectNode) file.at("/constants")).put("severe", 5)));

        Api.read(clinician, "/v1/screenings/" + id + "/replay")
                .body("same", equalTo(false))
                .body(
                        "differences",
                        hasItems(
                                "ruleset.sha256",
                                "decision.outcome",
                                "decision.redFlags",
                                "plan",
                                "clearance.requires"))
                .body("decisions", hasSize(1))
                .body("decisions[0].same", equalTo(false));
    }

    @Test
    void two_versions_are_compared_by_file_and_row() {
        Api.read(clinician, "/v1/rulesets/" + SHIPPED + "/diff?to=" + STRICTER)
                .statusCode(200)
                .body("items.path", hasItem("constants/severe"))
                .body("items.file", hasItems("rules.yaml", "changelog.yaml"));
        Api.read(clinician, "/v1/rulesets/" + SHIPPED + "/diff?to=1999.1").statusCode(404);
    }

    @Test
    void the_stricter_version_runs_in_the_shadow_before_anybody_depends_on_it() {
        String changed = Api.screen(anne, worsening()).extract().path("id");
        String same =
                Api.screen(UUID.randomUUID(), Api.answers("PROCEED")).extract().path("id");

        Api.as(clinician)
                .post("/v1/rulesets/" + STRICTER + "/shadow-run")
                .then()
                .statusCode(200)
                .body("screeningIds", hasItem(changed))
                .body("screeningIds.contains('" + same + "')", equalTo(false))
                .body("changes.keySet()", hasItem("PROCEED -> URGENT_ASSESSMENT"));
        Api.get(anne, changed).body("outcome", equalTo("PROCEED"));
    }
}
