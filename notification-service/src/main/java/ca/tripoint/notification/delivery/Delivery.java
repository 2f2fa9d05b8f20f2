package ca.tripoint.notification.delivery;

import ca.tripoint.notification.notice.Notice;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The way of one notice to its reader.
 *
 * <pre>
 * PENDING ──▶ SENT                      the server has taken it
 *    │  ▲──── NO_CONTACT                nobody knows an address; the contact, once stored, sets it going again
 *    ├──────▶ FAILED                    the schedule is used up, or the visit is over
 *    └──────▶ SUPERSEDED                something newer happened to the visit
 * </pre>
 *
 * A contact that is stored anew also sets a safety message going again that is PENDING or has FAILED: perhaps the address was wrong.
 *
 * A worker claims it for a while; each claim is an attempt with a number. A worker that dies leaves its claim to run out. One that
 * dies between the server's yes and its own commit has the message sent again, under the same Message-ID.
 */
@Entity
@Table(name = "delivery")
class Delivery {

    enum Channel {
        EMAIL
    }

    enum Status {
        PENDING,
        SENT,
        FAILED,
        NO_CONTACT,
        SUPERSEDED
    }

    @Id
    @Column(name = "id")
    private UUID id;

    @ManyToOne(fetch = FetchType.EAGER, optional = false)
    @JoinColumn(name = "notice_id")
    private Notice notice;

    @Enumerated(EnumType.STRING)
    @Column(name = "channel")
    private Channel channel;

    @Enumerated(EnumType.STRING)
    @Column(name = "status")
    private Status status;

    @Column(name = "urgent")
    private boolean urgent;

    @Column(name = "attempts")
    private int attempts;

    @Column(name = "attempts_before")
    private int attemptsBefore;

    @Column(name = "due_at")
    private Instant dueAt;

    @Column(name = "claimed_until")
    private @Nullable Instant claimedUntil;

    @Column(name = "sent_at")
    private @Nullable Instant sentAt;

    protected Delivery() {}

    Delivery(UUID id, Notice notice, Instant now) {
        this.id = id;
        this.notice = notice;
        this.channel = Channel.EMAIL;
        this.status = Status.PENDING;
        this.urgent = notice.kind().isUrgent();
        this.dueAt = now;
    }

    /** Takes it until then. The parcel is what the worker goes away with. */
    Parcel claim(Instant until) {
        attempts++;
        claimedUntil = until;
        return new Parcel(id, attempts, notice);
    }

    /** Whether the worker with this attempt still has it; if not, its claim ran out and another took over. */
    boolean isClaimedFor(int attempt) {
        return claimedUntil != null && attempts == attempt;
    }

    void sent(Instant now) {
        claimedUntil = null;
        status = Status.SENT;
        sentAt = now;
    }

    void failed(Instant now, RetrySchedule schedule) {
        claimedUntil = null;
        if (status == Status.PENDING) {
            Optional<Instant> next = schedule.next(attempts - attemptsBefore, now);
            next.ifPresent(instant -> dueAt = instant);
            status = next.isPresent() ? Status.PENDING : Status.FAILED;
        }
    }

    void lacksContact() {
        status = Status.NO_CONTACT;
    }

    /** Nobody wants to read of a visit that is over. */
    boolean isMoot(Instant now) {
        return notice.visit().filter(visit -> !now.isBefore(visit.end())).isPresent();
    }

    void giveUp() {
        claimedUntil = null;
        status = Status.FAILED;
    }

    /**
     * The address is known now, or another one, and the schedule begins anew. An attempt that is under way is the old address's: if it
     * fails, the next is due at once. Tells whether it still matters: of a visit that is ahead, or of safety and not long ago.
     */
    boolean resume(Instant now, Duration safetyWorth) {
        boolean matters = notice.visit()
                .map(visit -> visit.start().isAfter(now))
                .orElseGet(() -> notice.createdAt().plus(safetyWorth).isAfter(now));
        if (matters) {
            status = Status.PENDING;
            dueAt = now;
            attemptsBefore = attempts;
        }
        return matters;
    }

    boolean isUrgent() {
        return urgent;
    }

    UUID recipient() {
        return notice.recipientId();
    }

    Status status() {
        return status;
    }

    Instant dueAt() {
        return dueAt;
    }
}
