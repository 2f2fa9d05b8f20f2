package ca.tripoint.notification.notice;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something to tell one person.
 *
 * @param previous when the visit was to start before it moved
 */
public record News(
        UUID recipient,
        Kind kind,
        @Nullable Visit visit,
        @Nullable Previous previous) {

    public static News of(UUID recipient, Kind kind, Visit visit) {
        return new News(recipient, kind, visit, null);
    }

    public static News safety(UUID client) {
        return new News(client, Kind.SAFETY, null, null);
    }
}
