package ca.tripoint.booking.offer;

import static org.assertj.core.api.Assertions.assertThat;

import ca.tripoint.booking.Visits;
import ca.tripoint.booking.problem.BookingProblem;
import ca.tripoint.booking.visit.Visit;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An hour's visit in Montréal, either side of each limit. */
class VisitRulesTest {

    private final VisitRules rules = new VisitRules(Duration.ofHours(2), Duration.ofDays(180));

    @ParameterizedTest
    @CsvSource({
        "2027-03-10T05:45, P3D, OUTSIDE_OPENING_HOURS",
        "2027-03-10T06:00, P3D, ",
        "2027-03-10T23:00, P3D, ",
        "2027-03-10T23:15, P3D, OUTSIDE_OPENING_HOURS",
        "2027-03-10T10:01, P3D, OFF_GRID",
        "2027-03-10T10:15, P3D, ",
        "2027-03-10T10:00, PT1H59M59.999S, TOO_SOON",
        "2027-03-10T10:00, PT2H, ",
        "2027-03-10T10:00, P180D, ",
        "2027-03-10T10:00, PT4320H0.001S, BEYOND_HORIZON",
    })
    void a_visit_keeps_the_grid_the_hours_the_notice_and_the_horizon(
            String localStart, Duration ahead, @Nullable BookingProblem problem) {
        Visit visit = Visits.at(localStart);

        assertThat(rules.objection(Visits.offer(visit, visit.startAt().minus(ahead)))
                        .orElse(null))
                .isEqualTo(problem);
    }
}
