package ca.tripoint.booking.booking;

import ca.tripoint.contracts.SessionEvent.CancelledBy;
import ca.tripoint.kit.problem.Refusal;
import ca.tripoint.kit.security.Caller;
import ca.tripoint.kit.security.Roles;
import java.util.UUID;

/**
 * Who looks at bookings: clients at their own, therapists at the visits assigned to them, operations at all. To everybody else a
 * booking does not exist.
 */
public record Viewer(UUID id, boolean client, boolean therapist, boolean operations) {

    public static Viewer of(Caller caller) {
        return new Viewer(
                caller.id(), caller.is(Roles.CLIENT), caller.is(Roles.THERAPIST), caller.is(Roles.OPERATIONS));
    }

    /** The same person where a therapist has no say: what only a visit's client may do, or operations for them. */
    public Viewer asOwner() {
        return new Viewer(id, client, false, operations);
    }

    /** Refuses with {@code not-found} what is none of the viewer's business. */
    public void requireSight(UUID clientId, UUID therapistId) {
        if (!sees(clientId, therapistId)) {
            throw Refusal.notFound();
        }
    }

    private boolean sees(UUID clientId, UUID therapistId) {
        return operations || isClient(clientId) || (therapist && id.equals(therapistId));
    }

    public boolean isClient(UUID clientId) {
        return client && id.equals(clientId);
    }

    /** On whose behalf the viewer would call off a visit of that client. */
    public CancelledBy cancels(UUID clientId) {
        if (isClient(clientId)) {
            return CancelledBy.CLIENT;
        }
        return operations ? CancelledBy.OPERATIONS : CancelledBy.THERAPIST;
    }
}
