package ca.tripoint.therapist.offer;

import ca.tripoint.canada.clock.TimeZones;
import ca.tripoint.therapist.availability.Obstacle;
import ca.tripoint.therapist.availability.Visit;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of one visit of a course.
 *
 * @param code why it cannot be, as a single offer would be refused
 * @param alternatives the nearest times that would do, nearest first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Occurrence(
        OffsetDateTime start, boolean available, @Nullable String code, List<Alternative> alternatives) {

    /** A time at which somebody could come instead. */
    record Alternative(OffsetDateTime start, List<UUID> therapists) {}

    static Occurrence available(Visit visit) {
        return new Occurrence(at(visit), true, null, List.of());
    }

    static Occurrence unavailable(Visit visit, Obstacle obstacle, List<Alternative> alternatives) {
        return new Occurrence(at(visit), false, Refusals.problem(obstacle).code(), alternatives);
    }

    private static OffsetDateTime at(Visit visit) {
        return TimeZones.offset(visit.start(), visit.place().zone());
    }
}
