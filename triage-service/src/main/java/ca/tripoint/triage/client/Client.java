package ca.tripoint.triage.client;

import ca.tripoint.contracts.Event;
import ca.tripoint.contracts.ScreeningEvent.ClearanceRevoked;
import ca.tripoint.contracts.ScreeningEvent.RedFlagDetected;
import ca.tripoint.contracts.ScreeningEvent.ScreeningCompleted;
import ca.tripoint.triage.decision.Circumstances.EarlierFlag;
import ca.tripoint.triage.plan.Plan.Requirements;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person, held under their row's lock. Whatever is said about them raises their version, so that events of one person have an
 * order. A clearance counts while it was issued after {@code refusedBefore}.
 */
public final class Client {
    private final UUID id;
    private final List<EarlierFlag> history;
    private final List<Event> events = new ArrayList<>();
    private long version;
    private @Nullable Instant refusedBefore;
    private @Nullable Instant lastIssued;
    private @Nullable Instant warnedAt;
    private @Nullable Asked lastAsked;

    /** What the clearance of that instant asks of a visit; of any other instant than the last one's it is worth nothing. */
    record Asked(Instant issuedAt, Requirements requires) {
        @Override
        public String toString() {
            return "Asked[redacted]";
        }
    }

    Client(
            UUID id,
            long version,
            @Nullable Instant refusedBefore,
            @Nullable Instant lastIssued,
            @Nullable Instant warnedAt,
            List<EarlierFlag> history,
            @Nullable Asked lastAsked) {
        this.id = id;
        this.version = version;
        this.refusedBefore = refusedBefore;
        this.lastIssued = lastIssued;
        this.warnedAt = warnedAt;
        this.history = new ArrayList<>(history);
        this.lastAsked = lastAsked;
    }

    /** Somebody of whom nothing was said yet. */
    static Client heardOf(UUID id) {
        return new Client(id, 0, null, null, null, List.of(), null);
    }

    public UUID id() {
        return id;
    }

    public List<EarlierFlag> history() {
        return List.copyOf(history);
    }

    /** A later screening cannot simply answer these away. The latest day of each counts. */
    public void remember(Collection<String> codes, LocalDate day) {
        for (String code : codes) {
            history.removeIf(
                    earlier -> earlier.code().equals(code) && !earlier.day().isAfter(day));
            if (history.stream().noneMatch(earlier -> earlier.code().equals(code))) {
                history.add(new EarlierFlag(code, day));
            }
        }
    }

    /** A warning sign fired: nobody massages this person until a new screening clears them. */
    public void warn(UUID screeningId, Instant now) {
        boolean hadClearance = holdsClearance();
        refuse(now);
        warnedAt = now;
        events.add(new RedFlagDetected(screeningId, id, ++version, refusedSince()));
        if (hadClearance) {
            events.add(new ClearanceRevoked(id, ++version, refusedSince(), null, now));
        }
    }

    /** The same warning sign was seen once more: everybody was told, and nobody has cleared the person since. */
    public void warnedAgain(Instant now) {
        warnedAt = now;
    }

    /** Whether a warning sign fired at that instant or after it. */
    public boolean warnedSince(Instant then) {
        return warnedAt != null && !warnedAt.isBefore(then);
    }

    /** Whether a clearance was taken back after that instant. */
    public boolean revokedAfter(Instant then) {
        return refusedBefore != null && refusedBefore.isAfter(then);
    }

    /** The person doubts what they told: whatever clearance there is is taken back, and none is given on it any more. */
    public void doubt(Instant now) {
        if (holdsClearance()) {
            revoke(now);
        } else {
            refuse(now);
        }
    }

    /** Takes back whatever clearance there is. */
    public void revoke(Instant now) {
        if (holdsClearance()) {
            refuse(now);
            events.add(new ClearanceRevoked(id, ++version, refusedSince(), null, now));
        }
    }

    /**
     * Issues a clearance in place of any earlier one. Visits that rest on the earlier one stay, unless the person needs more now
     * than it asked for, or nobody knows what it asked for. To compare with the last one is enough: whatever asked for less than
     * its successor was taken back when that came.
     *
     * @param needs what it asks of a visit
     * @return its instant, in milliseconds and after everything that was refused
     */
    public Instant clear(UUID screeningId, Requirements needs, Instant now) {
        Instant earlier = lastIssued;
        if (earlier != null && holdsClearance()) {
            boolean outgrown =
                    lastAsked == null || !lastAsked.issuedAt().equals(earlier) || needs.exceed(lastAsked.requires());
            refusedBefore = earlier;
            events.add(new ClearanceRevoked(id, ++version, earlier, outgrown ? null : screeningId, now));
        }
        Instant issued = now.truncatedTo(ChronoUnit.MILLIS);
        if (refusedBefore != null && !issued.isAfter(refusedBefore)) {
            issued = refusedBefore.plusMillis(1);
        }
        lastIssued = issued;
        lastAsked = new Asked(issued, needs);
        return issued;
    }

    /** Whether they were ever cleared: nobody else has had a session. */
    public boolean wasEverCleared() {
        return lastIssued != null;
    }

    public void completed(UUID screeningId, Instant now) {
        events.add(new ScreeningCompleted(screeningId, id, ++version, now));
    }

    /** Whether a clearance of that instant is still worth something. */
    public boolean honours(Instant issuedAt) {
        return refusedBefore == null || issuedAt.isAfter(refusedBefore);
    }

    /** Whether the last clearance has not been taken back; visits may rest on it even when it is too old to book with. */
    public boolean holdsClearance() {
        return lastIssued != null && honours(lastIssued);
    }

    /** At the millisecond at which clearances are issued, and never before the last of them. */
    private void refuse(Instant now) {
        Instant until = now.truncatedTo(ChronoUnit.MILLIS);
        refusedBefore = lastIssued != null && lastIssued.isAfter(until) ? lastIssued : until;
        lastAsked = null;
    }

    private Instant refusedSince() {
        if (refusedBefore == null) {
            throw new IllegalStateException("nothing has been refused");
        }
        return refusedBefore;
    }

    long version() {
        return version;
    }

    @Nullable
    Instant refusedBefore() {
        return refusedBefore;
    }

    @Nullable
    Instant lastIssued() {
        return lastIssued;
    }

    @Nullable
    Instant warnedAt() {
        return warnedAt;
    }

    @Nullable
    Asked lastAsked() {
        return lastAsked;
    }

    /** What happened since the row was locked, in order. */
    List<Event> drainEvents() {
        List<Event> drained = List.copyOf(events);
        events.clear();
        return drained;
    }
}
