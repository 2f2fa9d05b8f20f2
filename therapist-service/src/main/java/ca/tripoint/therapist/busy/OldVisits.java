package ca.tripoint.therapist.busy;

import ca.tripoint.kit.transaction.Transactions;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;

/** Forgets visits that are over: nobody asks for them, and an event about them that is repeated changes nothing any more. */
@ApplicationScoped
class OldVisits {

    /** Longer than events stay on the topic, so that none of them can bring an old visit back. */
    private static final Duration KEPT = Duration.ofDays(30);

    private final BusyTimes busyTimes;
    private final Transactions transactions;
    private final Clock clock;

    OldVisits(BusyTimes busyTimes, Transactions transactions, Clock clock) {
        this.busyTimes = busyTimes;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Scheduled(every = "1h", delayed = "12m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void forget() {
        transactions.run(() -> busyTimes.forgetBefore(clock.instant().minus(KEPT)));
    }
}
