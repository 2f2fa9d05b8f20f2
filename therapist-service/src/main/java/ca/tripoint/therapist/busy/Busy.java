package ca.tripoint.therapist.busy;

import ca.tripoint.canada.place.Fsa;
import ca.tripoint.canada.place.Place;
import ca.tripoint.canada.place.Places;
import ca.tripoint.therapist.availability.TakenTime;
import ca.tripoint.therapist.availability.TimeRange;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a search reads of a {@link BusyTime}. */
record Busy(
        UUID therapistId,
        Instant busyFrom,
        Instant busyTo,
        @Nullable String fsa) {

    TakenTime taken() {
        return new TakenTime(
                new TimeRange(busyFrom, busyTo),
                Optional.ofNullable(fsa)
                        .map(Fsa::new)
                        .flatMap(Places::find)
                        .map(Place::area)
                        .orElse(null));
    }
}
