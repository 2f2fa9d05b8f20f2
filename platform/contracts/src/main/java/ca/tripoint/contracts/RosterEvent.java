package ca.tripoint.contracts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What therapist-service says about a therapist. */
public sealed interface RosterEvent extends Event {

    UUID therapistId();

    @Override
    default UUID key() {
        return therapistId();
    }

    /**
     * The therapist was added or changed.
     *
     * @param active whether visits may be booked; a therapist who is not active visits nobody
     * @param name the therapist's public name, which confirmations tell the client; nothing else of the person travels
     */
    record TherapistChanged(UUID therapistId, long version, boolean active, String name, Instant changedAt)
            implements RosterEvent {}

    /** The therapist's credentials, all of them as they now stand. */
    record CredentialChanged(UUID therapistId, long version, List<Credential> credentials, Instant changedAt)
            implements RosterEvent {}

    record TimeOffAdded(UUID therapistId, long version, UUID timeOffId, Instant from, Instant to, Instant addedAt)
            implements RosterEvent {}

    record TimeOffRemoved(UUID therapistId, long version, UUID timeOffId, Instant removedAt) implements RosterEvent {}

    /**
     * Where the therapist may work.
     *
     * @param province two-letter code of the province of the visit
     * @param kind COLLEGE, TITLE_ACT or ASSOCIATION
     * @param validFrom first day, local to the visit
     * @param validTo last day, local to the visit, inclusive
     */
    record Credential(String province, String kind, LocalDate validFrom, LocalDate validTo) {}
}
