package ca.tripoint.therapist.timeoff;

import ca.tripoint.canada.clock.TimeZones;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Time off, told by the clocks where the therapist lives. */
@Schema(name = "TimeOff")
record TimeOffView(UUID id, OffsetDateTime from, OffsetDateTime to) {

    static TimeOffView of(TimeOff timeOff, ZoneId zone) {
        return new TimeOffView(
                timeOff.id(),
                TimeZones.offset(timeOff.time().from(), zone),
                TimeZones.offset(timeOff.time().to(), zone));
    }
}
