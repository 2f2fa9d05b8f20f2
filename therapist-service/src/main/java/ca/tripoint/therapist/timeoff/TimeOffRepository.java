package ca.tripoint.therapist.timeoff;

import ca.tripoint.therapist.availability.TimeRange;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** When therapists are away. */
@ApplicationScoped
public class TimeOffRepository implements PanacheRepositoryBase<TimeOff, UUID> {

    /** Time off of some therapists that meets a stretch of time. */
    public List<TimeOff> during(Collection<UUID> therapists, TimeRange time) {
        return list(
                "therapistId in :therapists and endsAt > :from and startsAt < :to",
                Map.of("therapists", therapists, "from", time.from(), "to", time.to()));
    }

    /** What is not over yet, in order. */
    List<TimeOff> upcoming(UUID therapist, Instant now) {
        return list("therapistId = ?1 and endsAt > ?2 order by startsAt, id", therapist, now);
    }

    boolean remove(UUID id, UUID therapist) {
        return delete("id = ?1 and therapistId = ?2", id, therapist) == 1;
    }
}
