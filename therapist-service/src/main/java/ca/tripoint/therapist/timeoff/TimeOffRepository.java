package ca.tripoint.therapist.timeoff;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** When therapists are away. */
@ApplicationScoped
public class TimeOffRepository implements PanacheRepositoryBase<TimeOff, UUID> {

    /** Time off of some therapists that is not over yet. */
    public List<TimeOff> upcoming(Collection<UUID> therapists, Instant now) {
        return list("therapistId in ?1 and endsAt > ?2", therapists, now);
    }

    /** What is not over yet, in order. */
    List<TimeOff> upcoming(UUID therapist, Instant now) {
        return list("therapistId = ?1 and endsAt > ?2 order by startsAt, id", therapist, now);
    }

    boolean remove(UUID id, UUID therapist) {
        return delete("id = ?1 and therapistId = ?2", id, therapist) == 1;
    }
}
