package ca.tripoint.therapist.timeoff;

import ca.tripoint.kit.http.Cursor;
import ca.tripoint.kit.idempotency.Idempotency;
import ca.tripoint.kit.outbox.Outbox;
import ca.tripoint.kit.problem.Refusal;
import ca.tripoint.kit.transaction.Transactions;
import ca.tripoint.therapist.availability.TimeRange;
import ca.tripoint.therapist.therapist.Therapist;
import ca.tripoint.therapist.therapist.TherapistRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Taking time off and giving it back. The therapist's row is locked first: the event carries the therapist's version. */
@ApplicationScoped
class TimesOff {

    private final TimeOffRepository timesOff;
    private final TherapistRepository therapists;
    private final Transactions transactions;
    private final Idempotency idempotency;
    private final Outbox outbox;
    private final Clock clock;

    TimesOff(
            TimeOffRepository timesOff,
            TherapistRepository therapists,
            Transactions transactions,
            Idempotency idempotency,
            Outbox outbox,
            Clock clock) {
        this.timesOff = timesOff;
        this.therapists = therapists;
        this.transactions = transactions;
        this.idempotency = idempotency;
        this.outbox = outbox;
        this.clock = clock;
    }

    Idempotency.Outcome add(Idempotency.Attempt attempt, UUID therapistId, NewTimeOff request) {
        UUID id = UUID.randomUUID();
        return transactions.run(() -> idempotency.once(attempt, id, () -> add(id, therapistId, request.time())));
    }

    private void add(UUID id, UUID therapistId, TimeRange time) {
        Therapist therapist = therapists.locked(therapistId);
        timesOff.persist(new TimeOff(id, therapistId, time));
        outbox.append(therapist.takeTimeOff(id, time, clock.instant()));
    }

    void remove(UUID therapistId, UUID id) {
        transactions.run(() -> {
            Therapist therapist = therapists.locked(therapistId);
            if (!timesOff.remove(id, therapistId)) {
                throw Refusal.notFound();
            }
            outbox.append(therapist.giveBackTimeOff(id, clock.instant()));
        });
    }

    /** What a request made, or had made when it first came, even if it has been given back since. */
    TimeOffView made(UUID therapistId, UUID id, NewTimeOff request) {
        return transactions.run(() -> TimeOffView.of(id, request.time(), zone(therapistId)));
    }

    TimeOffView get(UUID therapistId, UUID id) {
        return transactions.run(() -> timesOff.findByIdOptional(id)
                .filter(timeOff -> timeOff.therapistId().equals(therapistId))
                .map(timeOff -> TimeOffView.of(id, timeOff.time(), zone(therapistId)))
                .orElseThrow(Refusal::notFound));
    }

    /** A page of what is not over yet, and one more. */
    List<TimeOffView> upcoming(UUID therapistId, @Nullable Cursor after, int size) {
        return transactions.run(() -> {
            ZoneId zone = zone(therapistId);
            return timesOff.upcoming(therapistId, clock.instant(), after, size).stream()
                    .map(timeOff -> TimeOffView.of(timeOff.id(), timeOff.time(), zone))
                    .toList();
        });
    }

    private ZoneId zone(UUID therapistId) {
        return therapists
                .findByIdOptional(therapistId)
                .orElseThrow(Refusal::notFound)
                .home()
                .zone();
    }
}
