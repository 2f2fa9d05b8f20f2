package ca.tripoint.therapist;

import static ca.tripoint.therapist.Api.BC_CREDENTIAL;
import static ca.tripoint.therapist.Api.ON_CREDENTIAL;
import static ca.tripoint.therapist.Api.QC_CREDENTIAL;
import static ca.tripoint.therapist.Api.added;
import static ca.tripoint.therapist.Api.hours;
import static ca.tripoint.therapist.Api.montrealer;
import static ca.tripoint.therapist.Api.search;
import static ca.tripoint.therapist.Api.starts;
import static ca.tripoint.therapist.Api.therapist;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import ca.tripoint.testkit.TripointInfrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = TripointInfrastructure.class, restrictToAnnotatedClass = false)
class SlotTest {

    @AfterEach
    void the_first_of_march() {
        TestClock.reset();
    }

    @Test
    void a_new_therapist_is_found_at_once() {
        UUID maude = montrealer();

        search(maude, "H2X 1Y4", "2027-03-08", "2027-03-08", 75)
                .statusCode(200)
                .body("zone", equalTo("America/Toronto"))
                .body("slots[0].start", equalTo("2027-03-08T06:00:00-05:00"))
                .body("slots[0].therapists", contains(maude.toString()))
                .body("slots[-1].start", equalTo("2027-03-08T22:45:00-05:00"))
                .body("slots.size()", equalTo(68))
                .body("next", nullValue());
    }

    @Test
    void on_the_night_of_the_spring_change_the_day_in_toronto_begins_at_six_in_summer_time() {
        UUID therapist = added(therapist("M5V 2T6", ON_CREDENTIAL, hours("06:00", "24:00")));

        List<String> starts = starts(therapist, "M5V2T6", "2027-03-14", 60);

        assertThat(starts)
                .startsWith("2027-03-14T06:00:00-04:00", "2027-03-14T06:15:00-04:00")
                .endsWith("2027-03-14T23:00:00-04:00")
                .hasSize(69);
    }

    @Test
    void on_the_night_of_the_autumn_change_the_day_in_toronto_ends_at_midnight_in_winter_time() {
        TestClock.set("2027-10-01T12:00:00-04:00");
        UUID therapist = added(therapist("M5V 2T6", ON_CREDENTIAL, hours("06:00", "24:00")));

        List<String> starts = starts(therapist, "M5V2T6", "2027-11-07", 60);

        assertThat(starts)
                .startsWith("2027-11-07T06:00:00-05:00")
                .endsWith("2027-11-07T23:00:00-05:00")
                .hasSize(69);
    }

    @Test
    void a_winter_day_in_vancouver_is_told_in_the_time_that_british_columbia_keeps_since_2026() {
        TestClock.set("2026-12-01T12:00:00-07:00");
        UUID therapist = added(therapist("V6B 1A1", BC_CREDENTIAL, hours("06:00", "24:00")));

        assertThat(starts(therapist, "V6B 1A1", "2026-12-15", 60)).startsWith("2026-12-15T06:00:00-07:00");
    }

    @Test
    void a_therapist_in_ottawa_is_not_offered_across_the_river_without_a_credential_for_quebec() {
        UUID therapist = added(therapist("K1P 1J1", ON_CREDENTIAL, hours("06:00", "24:00")));

        assertThat(starts(therapist, "K1P 1J1", "2027-03-08", 60)).isNotEmpty();
        assertThat(starts(therapist, "J8X 1A1", "2027-03-08", 60)).isEmpty();
    }

    @Test
    void a_credential_counts_to_its_last_day_included() {
        UUID therapist = added(therapist(
                "H2J 1Y4",
                Api.credential("QC", "ASSOCIATION", "FQM", "2027-03-09", "2027-03-10"),
                hours("06:00", "24:00")));

        assertThat(starts(therapist, "H2X 1Y4", "2027-03-08", 60)).isEmpty();
        assertThat(starts(therapist, "H2X 1Y4", "2027-03-09", 60)).hasSize(69);
        assertThat(starts(therapist, "H2X 1Y4", "2027-03-10", 60)).hasSize(69);
        assertThat(starts(therapist, "H2X 1Y4", "2027-03-11", 60)).isEmpty();
    }

    @Test
    void today_begins_after_the_notice() {
        UUID maude = montrealer();

        assertThat(starts(maude, "H2X 1Y4", "2027-03-01", 60)).startsWith("2027-03-01T14:00:00-05:00");
    }

    @Test
    void a_long_search_goes_on_where_its_page_ended_and_misses_nothing() {
        UUID maude = montrealer();
        List<String> starts = new ArrayList<>();

        String page = "/v1/slots?postalCode=H2X1Y4&from=2027-03-08&to=2027-04-07&duration=60&therapistId=" + maude;
        while (page != null) {
            var answer = Api.client(UUID.randomUUID())
                    .urlEncodingEnabled(false)
                    .get(page)
                    .then()
                    .statusCode(200)
                    .extract();
            starts.addAll(answer.path("slots.start"));
            page = answer.path("next");
            assertThat(page == null || page.startsWith("/v1/slots?")).isTrue();
        }

        assertThat(starts).hasSize(31 * 69);
        assertThat(new HashSet<>(starts)).hasSize(31 * 69);
        assertThat(starts).startsWith("2027-03-08T06:00:00-05:00").endsWith("2027-04-07T23:00:00-04:00");
    }

    @Test
    void the_wishes_of_a_client_narrow_the_search() {
        UUID maude = montrealer();
        Map<String, Object> day =
                Map.of("postalCode", "H2X1Y4", "from", "2027-03-08", "to", "2027-03-08", "duration", 90);

        for (Map<String, String> fits : List.of(
                Map.of("gender", "FEMALE"),
                Map.of("language", "fr"),
                Map.of("language", "fr-CA"),
                Map.of("skill", "DEEP_GLUTEAL_TRIGGER_POINT"),
                Map.of("equipment", "TABLE"))) {
            Api.client(UUID.randomUUID())
                    .queryParams(day)
                    .queryParams(fits)
                    .queryParam("therapistId", maude)
                    .get("/v1/slots")
                    .then()
                    .statusCode(200)
                    .body("slots[0].therapists", contains(maude.toString()));
        }
        for (Map<String, String> other :
                List.of(Map.of("gender", "MALE"), Map.of("language", "iu"), Map.of("skill", "PRENATAL"))) {
            Api.client(UUID.randomUUID())
                    .queryParams(day)
                    .queryParams(other)
                    .queryParam("therapistId", maude)
                    .get("/v1/slots")
                    .then()
                    .statusCode(200)
                    .body("slots", empty());
        }
    }

    @Test
    void a_slot_names_the_ten_nearest_and_knows_the_others_when_asked() {
        String yukon = Api.credential("YT", "ASSOCIATION", "CMTA", "2026-01-01", "2027-12-31");
        UUID farthest = added(therapist("X1A 1A1", yukon, hours("06:00", "24:00"))
                .replace("\"travelRadiusKm\":25", "\"fsas\":[\"Y1A\"]"));
        Set<String> neighbours = IntStream.range(0, 10)
                .mapToObj(number -> added(therapist("Y1A 1A1", yukon, hours("06:00", "24:00"))))
                .map(UUID::toString)
                .collect(Collectors.toSet());

        List<String> named = Api.client(UUID.randomUUID())
                .get("/v1/slots?postalCode=Y1A1A1&from=2027-03-08&to=2027-03-08&duration=60")
                .then()
                .statusCode(200)
                .extract()
                .path("slots[0].therapists");

        assertThat(named).hasSize(10);
        assertThat(neighbours).containsExactlyInAnyOrderElementsOf(named);
        assertThat(starts(farthest, "Y1A 1A1", "2027-03-08", 60)).isNotEmpty();
    }

    @Test
    void whether_anybody_comes_is_told_for_an_address() {
        added(therapist(
                "T2P 1J9",
                Api.credential("AB", "ASSOCIATION", "MTAA", "2026-01-01", "2027-12-31"),
                hours("09:00", "17:00")));

        Api.client(UUID.randomUUID())
                .queryParam("postalCode", "t2p 1j9")
                .get("/v1/coverage")
                .then()
                .statusCode(200)
                .body("covered", equalTo(true))
                .body("province", equalTo("AB"))
                .body("zone", equalTo("America/Edmonton"))
                .body("skills", hasItem("TRIGGER_POINT"));
        Api.client(UUID.randomUUID())
                .queryParam("postalCode", "X0A 0H0")
                .get("/v1/coverage")
                .then()
                .statusCode(200)
                .body("covered", equalTo(false))
                .body("therapists", equalTo(0));
    }

    @Test
    void an_area_that_is_not_in_the_table_is_refused() {
        search(UUID.randomUUID(), "H9Z 9Z9", "2027-03-08", "2027-03-08", 60)
                .statusCode(422)
                .body("code", equalTo("unknown-postal-code"));
        search(UUID.randomUUID(), "W1A 1AA", "2027-03-08", "2027-03-08", 60)
                .statusCode(422)
                .body("code", equalTo("unknown-postal-code"));
    }

    @Test
    void thirty_one_days_are_searched_thirty_two_are_refused() {
        UUID maude = montrealer();

        search(maude, "H2X 1Y4", "2027-03-08", "2027-04-07", 60)
                .statusCode(200)
                .body("next", containsString("cursor="));
        search(maude, "H2X 1Y4", "2027-03-08", "2027-04-08", 60)
                .statusCode(422)
                .body("code", equalTo("range-too-long"))
                .body("maxDays", equalTo(31));
    }

    @Test
    void everything_that_is_wrong_with_a_question_is_told_at_once() {
        Api.client(UUID.randomUUID())
                .queryParams(Map.of(
                        "cursor",
                        "+999999999-12-31",
                        "from",
                        "2027-02-30",
                        "to",
                        "tomorrow",
                        "duration",
                        "61",
                        "gender",
                        "F",
                        "language",
                        "french"))
                .get("/v1/slots")
                .then()
                .statusCode(422)
                .body("code", equalTo("validation-failed"))
                .body("errors.find { it.field == 'postalCode' }.code", equalTo("required"))
                .body("errors.find { it.field == 'from' }.code", equalTo("wrong-format"))
                .body("errors.find { it.field == 'to' }.code", equalTo("wrong-format"))
                .body("errors.find { it.field == 'cursor' }.code", equalTo("wrong-format"))
                .body("errors.find { it.field == 'gender' }.code", equalTo("wrong-format"))
                .body("errors.find { it.field == 'language' }.code", equalTo("wrong-format"))
                .body("errors.find { it.field == 'duration' }.code", equalTo("out-of-range"));
    }

    @Test
    void a_search_needs_a_token() {
        RestAssured.given()
                .get("/v1/slots?postalCode=H2X1Y4&from=2027-03-08&to=2027-03-08&duration=60")
                .then()
                .statusCode(401)
                .body("code", equalTo("unauthenticated"))
                .body("title", notNullValue());
    }

    @Test
    void hours_are_by_the_clocks_at_home_and_slots_by_the_clocks_at_the_address() {
        String both = ON_CREDENTIAL + "," + QC_CREDENTIAL;
        UUID nearTheManitobaBorder = added("""
                {"name":"Ann Lake","gender":"FEMALE","languages":["en"],"skills":[],"equipment":[],
                 "base":{"postalCode":"P7B 1A1"},"fsas":["P9N"],"credentials":[%s],"hours":[%s]}""".formatted(both, hours("09:00", "12:00")));

        List<String> starts = starts(nearTheManitobaBorder, "P9N 1A1", "2027-07-05", 60);

        assertThat(starts).startsWith("2027-07-05T08:00:00-05:00").endsWith("2027-07-05T10:00:00-05:00");
    }
}
