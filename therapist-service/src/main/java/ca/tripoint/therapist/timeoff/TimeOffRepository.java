package ca.tripoint.therapist.timeoff;

import ca.tripoint.kit.http.Cursor;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** When therapists are away. */
@ApplicationScoped
public class TimeOffRepository implements PanacheRepositoryBase<TimeOff, UUID> {

    /** Time off of some therapists that is not over yet. */
    public List<TimeOff> upcoming(Collection<UUID> therapists, Instant now) {
        return list("therapistId in ?1 and endsAt > ?2", therapists, now);
    }

    /** What is not over yet, in order: a page, and one more to see whether there is another. */
    List<TimeOff> upcoming(UUID therapist, Instant now, @Nullable Cursor after, int size) {
        return (after == null
                        ? find("therapistId = ?1 and endsAt > ?2 order by startsAt, id", therapist, now)
                        : find(
                                "therapistId = ?1 and endsAt > ?2 and (startsAt > ?3 or startsAt = ?3 and id > ?4)"
                                        + " order by startsAt, id",
                                therapist,
                                now,
                                after.at(),
                                after.id()))
                .range(0, size)
                .list();
    }

    boolean remove(UUID id, UUID therapist) {
        return delete("id = ?1 and therapistId = ?2", id, therapist) == 1;
    }
}
