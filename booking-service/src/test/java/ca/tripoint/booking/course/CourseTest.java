package ca.tripoint.booking.course;

import static ca.tripoint.booking.Api.as;
import static ca.tripoint.booking.Api.asClient;
import static ca.tripoint.booking.Api.bookCourse;
import static ca.tripoint.booking.Api.booked;
import static ca.tripoint.booking.Api.cancel;
import static ca.tripoint.booking.Api.post;
import static ca.tripoint.booking.Paper.clearance;
import static ca.tripoint.booking.Paper.inDays;
import static ca.tripoint.booking.Paper.offer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import ca.tripoint.booking.Database;
import ca.tripoint.booking.Paper;
import ca.tripoint.canada.clock.TimeZones;
import ca.tripoint.testkit.EventProbe;
import ca.tripoint.testkit.FactTokens.Fact;
import ca.tripoint.testkit.TestTokens;
import ca.tripoint.testkit.TripointInfrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = TripointInfrastructure.class, restrictToAnnotatedClass = false)
class CourseTest {

    private final UUID anne = UUID.randomUUID();
    private final UUID maude = UUID.randomUUID();

    @Inject
    Database database;

    @Test
    void a_course_is_booked_whole_in_the_order_of_its_times() {
        try (EventProbe probe = EventProbe.on("booking.sessions")) {

            Response course = bookCourse(anne, weekly(107, 100, 114), clearance(anne));

            course.then()
                    .statusCode(201)
                    .body("status", equalTo("BOOKED"))
                    .body("bookings", hasSize(3))
                    .body("bookings.status", contains("CONFIRMED", "CONFIRMED", "CONFIRMED"))
                    .body("bookings.localStart", contains(local(100), local(107), local(114)));
            String id = course.path("id");
            List<String> bookings = course.path("bookings.id");
            bookings.forEach(booking -> assertThat(probe.await(event -> booking.equals(event.key()))
                            .value()
                            .at("/session/courseId")
                            .asText())
                    .isEqualTo(id));
            asClient(anne).get("/v1/courses/" + id).then().statusCode(200).body("bookings.id", equalTo(bookings));
            as(TestTokens.ops()).get("/v1/courses/" + id).then().statusCode(200);
            asClient(UUID.randomUUID()).get("/v1/courses/" + id).then().statusCode(404);
            as(TestTokens.therapist(maude)).get("/v1/courses/" + id).then().statusCode(403);
        }
    }

    @Test
    void one_visit_that_cannot_be_booked_and_none_is() {
        booked(UUID.randomUUID(), maude, inDays(107, "10:00"));

        refused(bookCourse(anne, weekly(100, 107, 114), clearance(anne)), 409, "slot-taken");
    }

    @Test
    void visits_of_a_course_may_not_get_in_each_others_way() {
        Instant start = inDays(100, "10:00");
        UUID leo = UUID.randomUUID();

        refused(
                bookCourse(anne, List.of(offer(anne, maude, start), offer(anne, leo, start)), clearance(anne)),
                409,
                "client-busy");
        refused(
                bookCourse(
                        anne,
                        List.of(offer(anne, maude, start), offer(anne, leo, inDays(100, "20:00"))),
                        clearance(anne)),
                409,
                "too-close-to-another-visit");
        Fact twice = offer(anne, maude, start);
        refused(bookCourse(anne, List.of(twice, twice), clearance(anne)), 409, "client-busy");
    }

    @Test
    void a_course_is_no_longer_than_the_clearance_says() {
        refused(bookCourse(anne, weekly(100, 107, 114), clearance(anne).claim("sessions", 2)), 422, "course-too-long");

        bookCourse(anne, weekly(100, 107), clearance(anne).claim("sessions", 2))
                .then()
                .statusCode(201);
    }

    @Test
    void a_course_without_visits_is_none() {
        post(anne, "/v1/courses", "k", Map.of("offers", List.of(), "clearance", "x"))
                .then()
                .statusCode(422)
                .body("code", equalTo("validation-failed"));
    }

    @Test
    void the_same_request_again_is_replayed() {
        Map<String, Object> body = Map.of(
                "offers",
                weekly(100, 107).stream().map(Fact::sign).toList(),
                "clearance",
                clearance(anne).sign());
        Response first = post(anne, "/v1/courses", "k", body);

        post(anne, "/v1/courses", "k", body)
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .body("id", equalTo(first.path("id")));
    }

    @Test
    void a_course_has_ended_when_all_of_its_visits_have() {
        Response course = bookCourse(anne, weekly(100, 107), clearance(anne));
        List<String> bookings = course.path("bookings.id");
        cancel(TestTokens.client(anne), UUID.fromString(bookings.get(0)), "*")
                .then()
                .statusCode(200);
        String path = "/v1/courses/" + course.path("id");
        asClient(anne).get(path).then().body("status", equalTo("BOOKED"));

        cancel(TestTokens.client(anne), UUID.fromString(bookings.get(1)), "*")
                .then()
                .statusCode(200);

        asClient(anne).get(path).then().body("status", equalTo("ENDED"));
    }

    @Test
    void a_course_is_called_off_with_all_that_is_still_to_come() {
        Response course = bookCourse(anne, weekly(100, 107, 114), clearance(anne));
        course.then().header("ETag", "\"3\"");
        String path = "/v1/courses/" + course.path("id") + "/cancellation";
        List<String> bookings = course.path("bookings.id");
        cancel(TestTokens.client(anne), UUID.fromString(bookings.getFirst()), "*")
                .then()
                .statusCode(200);

        asClient(anne).post(path).then().statusCode(428);
        asClient(anne).header("If-Match", "\"3\"").post(path).then().statusCode(412);
        asClient(UUID.randomUUID()).header("If-Match", "*").post(path).then().statusCode(404);
        try (EventProbe probe = EventProbe.on("booking.sessions")) {
            asClient(anne)
                    .header("If-Match", "\"4\"")
                    .post(path)
                    .then()
                    .statusCode(200)
                    .header("ETag", "\"6\"")
                    .body("status", equalTo("ENDED"))
                    .body("bookings.status", contains("CANCELLED", "CANCELLED", "CANCELLED"))
                    .body("bookings.ended.feeCents", contains(0, 0, 0));
            bookings.stream()
                    .skip(1)
                    .forEach(booking -> probe.await(
                            event -> booking.equals(event.key()) && event.type().equals("session-cancelled")));
        }
        asClient(anne).post(path).then().statusCode(200).header("ETag", "\"6\"");
    }

    private List<Fact> weekly(int... days) {
        return Arrays.stream(days)
                .mapToObj(day -> offer(anne, maude, inDays(day, "10:00")))
                .toList();
    }

    private static String local(int day) {
        return TimeZones.local(inDays(day, "10:00"), Paper.MONTREAL).toLocalDate() + "T10:00:00";
    }

    private void refused(Response answer, int status, String code) {
        answer.then().statusCode(status).body("code", equalTo(code));
        Stream.of("booking", "course")
                .forEach(table -> assertThat(
                                database.number("SELECT count(*) FROM " + table + " WHERE client_id = ?", anne))
                        .isZero());
    }
}
