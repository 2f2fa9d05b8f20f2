package ca.tripoint.therapist.timeoff;

import ca.tripoint.canada.clock.TimeZones;
import ca.tripoint.therapist.availability.TimeRange;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Time off, told by the clocks where the therapist lives. */
@Schema(name = "TimeOff")
record TimeOffView(UUID id, OffsetDateTime from, OffsetDateTime to) {

    static TimeOffView of(UUID id, TimeRange time, ZoneId zone) {
        return new TimeOffView(id, TimeZones.offset(time.from(), zone), TimeZones.offset(time.to(), zone));
    }
}
