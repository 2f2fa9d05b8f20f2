package ca.tripoint.therapist.availability;

import ca.tripoint.therapist.credential.Credential;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * What availability asks about a therapist.
 *
 * @param zone whose clocks {@code hours} are by: where the therapist lives
 * @param timeOff while away nothing happens, neither treatment nor set-up
 * @param taken visits that hold or held time
 */
public record Practice(
        UUID therapistId,
        boolean active,
        ZoneId zone,
        ServiceArea area,
        Collection<Credential> credentials,
        Collection<WeeklyHours> hours,
        List<TimeRange> timeOff,
        List<TakenTime> taken) {

    /** The same therapist with these visits. */
    public Practice with(List<TakenTime> visits) {
        return new Practice(therapistId, active, zone, area, credentials, hours, timeOff, visits);
    }
}
