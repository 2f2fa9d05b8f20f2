package ca.tripoint.notification.delivery;

import ca.tripoint.kit.transaction.Transactions;
import ca.tripoint.notification.contact.ContactStored;
import ca.tripoint.notification.contact.Contacts;
import ca.tripoint.notification.notice.Channel;
import ca.tripoint.notification.notice.Notice;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The mail room: what is to go out, who has taken it, and what became of it. */
@ApplicationScoped
class Deliveries implements Channel {

    /** Something may be due: told inside the transaction, heard after it. */
    record Due() {}

    private final DeliveryRepository repository;
    private final Contacts contacts;
    private final Transactions transactions;
    private final DeliveryConfig config;
    private final RetrySchedule schedule;
    private final RetrySchedule urgentSchedule;
    private final Counter givenUp;
    private final Counter urgentGivenUp;
    private final Clock clock;
    private final Event<Due> due;

    Deliveries(
            DeliveryRepository repository,
            Contacts contacts,
            Transactions transactions,
            DeliveryConfig config,
            MeterRegistry metrics,
            Clock clock,
            Event<Due> due) {
        this.repository = repository;
        this.contacts = contacts;
        this.transactions = transactions;
        this.config = config;
        this.schedule = new RetrySchedule(config.retries());
        this.urgentSchedule = new RetrySchedule(config.urgentRetries());
        this.givenUp = counter(metrics, false);
        this.urgentGivenUp = counter(metrics, true);
        this.clock = clock;
        this.due = due;
    }

    private static Counter counter(MeterRegistry metrics, boolean urgent) {
        return Counter.builder("tripoint.messages.given.up")
                .description("Messages whose attempts are used up; of an urgent one somebody should know")
                .tag("urgent", Boolean.toString(urgent))
                .register(metrics);
    }

    @Override
    public void carry(Notice notice) {
        repository.persist(new Delivery(UUID.randomUUID(), notice, clock.instant()));
        due.fire(new Due());
    }

    @Override
    public void withdraw(UUID recipient, UUID bookingId) {
        repository.supersede(recipient, bookingId);
    }

    void resume(@Observes ContactStored stored) {
        Instant now = clock.instant();
        repository.waitingForContact(stored.personId()).forEach(delivery -> delivery.resume(now, config.safetyWorth()));
        due.fire(new Due());
    }

    /** Takes the next one that is due and can be sent; sets aside what cannot, each in a transaction of its own. */
    Optional<Parcel> claim() {
        Look look;
        do {
            look = transactions.run(this::look);
        } while (look.isWorthAnother());
        return Optional.ofNullable(look.parcel());
    }

    private Look look() {
        Instant now = clock.instant();
        Delivery delivery = repository.nextDue(now).orElse(null);
        if (delivery == null) {
            return new Look(null, false);
        }
        if (delivery.isMoot(now)) {
            delivery.giveUp();
            return new Look(null, true);
        }
        return switch (contacts.forNow(delivery.recipient())) {
            case KNOWN -> new Look(delivery.claim(now.plus(config.lease())), false);
            case UNKNOWN -> {
                delivery.lacksContact();
                yield new Look(null, true);
            }
            // Whoever stores it wants this delivery, and wakes us.
            case BEING_STORED -> new Look(null, false);
        };
    }

    /** @param isWorthAnother whether one was set aside, so that another may be behind it */
    private record Look(@Nullable Parcel parcel, boolean isWorthAnother) {}

    void sent(Parcel parcel) {
        transactions.run(() -> repository.locked(parcel.deliveryId()).sent(clock.instant()));
    }

    /** @return what became of it; unchanged if another worker has taken over meanwhile */
    Delivery.Status failed(Parcel parcel) {
        Delivery.Status now = transactions.run(() -> {
            Delivery delivery = repository.locked(parcel.deliveryId());
            if (delivery.isClaimedFor(parcel.attempt())) {
                delivery.failed(clock.instant(), delivery.isUrgent() ? urgentSchedule : schedule);
            }
            return delivery.status();
        });
        if (now == Delivery.Status.FAILED) {
            (parcel.notice().kind().isUrgent() ? urgentGivenUp : givenUp).increment();
        }
        return now;
    }
}
