package ca.tripoint.booking.therapist;

import ca.tripoint.booking.problem.BookingProblem;
import ca.tripoint.booking.visit.Visit;
import ca.tripoint.contracts.RosterEvent;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What is known here about a therapist. The same question ({@link #objection}) is asked when a visit is booked and when the roster
 * changes: a visit that could not be booked any more is revoked, and no other.
 *
 * <p>Each part carries the version of the event that told it; an older event changes nothing. The parts are guarded one by one: an
 * event that comes back late from the dead-letter topic must not be lost because a newer one spoke of something else.
 */
@Entity
@Table(name = "therapist")
public class Therapist {

    private static final long NEVER_TOLD = 0;

    @Id
    private UUID therapistId;

    private boolean active;

    private long activeVersion;

    private long credentialsVersion;

    @ElementCollection
    @CollectionTable(name = "therapist_credential", joinColumns = @JoinColumn(name = "therapist_id"))
    private Set<Credential> credentials = new HashSet<>();

    @ElementCollection
    @CollectionTable(name = "therapist_time_off", joinColumns = @JoinColumn(name = "therapist_id"))
    @MapKeyColumn(name = "time_off_id")
    private Map<UUID, TimeOff> timeOff = new HashMap<>();

    protected Therapist() {}

    /** Nothing is known of them yet, and so nothing against them. */
    Therapist(UUID therapistId) {
        this.therapistId = therapistId;
        this.active = true;
    }

    public UUID id() {
        return therapistId;
    }

    /** Why the therapist cannot make that visit; empty if nothing is known against it. */
    public Optional<BookingProblem> objection(Visit visit) {
        if (!active || timeOff.values().stream().anyMatch(off -> off.meets(visit))) {
            return Optional.of(BookingProblem.THERAPIST_UNAVAILABLE);
        }
        // Until the roster has told of credentials, the offer's own, checked when it was made, stands.
        boolean credentialsKnown = credentialsVersion > NEVER_TOLD;
        if (credentialsKnown && credentials.stream().noneMatch(credential -> credential.covers(visit))) {
            return Optional.of(BookingProblem.NO_CREDENTIAL_IN_PROVINCE);
        }
        return Optional.empty();
    }

    void learn(RosterEvent event, Instant now) {
        timeOff.values().removeIf(off -> off.isOver(now));
        switch (event) {
            case RosterEvent.TherapistChanged changed -> learn(changed);
            case RosterEvent.CredentialChanged changed -> learn(changed);
            case RosterEvent.TimeOffAdded added ->
                learn(added.timeOffId(), TimeOff.added(added.version(), added.from(), added.to()));
            case RosterEvent.TimeOffRemoved removed -> learn(removed.timeOffId(), TimeOff.removed(removed.version()));
        }
    }

    private void learn(RosterEvent.TherapistChanged changed) {
        if (changed.version() > activeVersion) {
            active = changed.active();
            activeVersion = changed.version();
        }
    }

    private void learn(RosterEvent.CredentialChanged changed) {
        if (changed.version() > credentialsVersion) {
            credentials.clear();
            changed.credentials().stream().map(Credential::of).forEach(credentials::add);
            credentialsVersion = changed.version();
        }
    }

    private void learn(UUID id, TimeOff told) {
        timeOff.merge(id, told, (known, newer) -> newer.version() > known.version() ? newer : known);
    }
}
