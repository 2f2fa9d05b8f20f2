package ca.tripoint.booking.booking;

import ca.tripoint.booking.clearance.Clearance;
import ca.tripoint.booking.client.Mark;
import ca.tripoint.booking.offer.Offer;
import ca.tripoint.booking.problem.BookingProblem;
import ca.tripoint.booking.visit.Price;
import ca.tripoint.booking.visit.Visit;
import ca.tripoint.canada.money.Money;
import ca.tripoint.contracts.SessionEvent;
import ca.tripoint.contracts.SessionEvent.CancelledBy;
import ca.tripoint.contracts.SessionEvent.Occupancy;
import ca.tripoint.contracts.SessionEvent.RevocationCause;
import ca.tripoint.contracts.SessionEvent.Session;
import ca.tripoint.contracts.SessionEvent.SessionBooked;
import ca.tripoint.contracts.SessionEvent.SessionCancelled;
import ca.tripoint.contracts.SessionEvent.SessionHeld;
import ca.tripoint.contracts.SessionEvent.SessionReleased;
import ca.tripoint.contracts.SessionEvent.SessionRescheduled;
import ca.tripoint.contracts.SessionEvent.SessionRevoked;
import ca.tripoint.kit.problem.Refusal;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One visit of one therapist to one client. It begins held or confirmed, changes only by the methods below, and each of them says
 * what happened in the words of {@code booking.sessions} or refuses with {@code illegal-transition}. The version grows with every
 * change and is the ETag.
 *
 * <p>It is read only after the locks of its client and its therapist were taken, or with its own row lock: an instance that is
 * older than the locks would decide on yesterday's state.
 */
@Entity
@Table(name = "booking")
public class Booking {

    @Id
    private UUID id;

    private UUID clientId;
    private UUID therapistId;
    private @Nullable UUID courseId;
    private UUID offerId;

    @Embedded
    private Grounds grounds;

    @Embedded
    private Visit visit;

    @Embedded
    private Price price;

    @Embedded
    private FeeSchedule fees;

    private byte[] sealedAddress;

    @Enumerated(EnumType.STRING)
    private BookingStatus status;

    private long version;
    private Instant madeAt;
    private @Nullable Instant holdExpiresAt;
    private boolean holdExtended;
    private @Nullable Instant bookedAt;
    private @Nullable Instant agreedAt;
    private @Nullable Instant endedAt;

    @Enumerated(EnumType.STRING)
    private @Nullable CancelledBy cancelledBy;

    @Enumerated(EnumType.STRING)
    private @Nullable RevocationCause revocationCause;

    private @Nullable Long feeCents;

    @Enumerated(EnumType.STRING)
    private Fee.@Nullable Reason feeReason;

    protected Booking() {}

    private Booking(Made made, BookingStatus status) {
        this.id = made.bookingId;
        this.clientId = made.clientId;
        this.courseId = made.courseId;
        this.therapistId = made.offer.therapistId();
        this.offerId = made.offer.id();
        this.grounds = Grounds.of(made.clearance, made.sealedRequirements);
        this.visit = made.offer.visit();
        this.price = made.offer.price();
        this.sealedAddress = made.sealedAddress.clone();
        this.fees = made.fees;
        this.status = status;
        this.version = 1;
        this.madeAt = made.at;
    }

    /**
     * All that a new booking is made of.
     *
     * @param courseId the course that it is part of, if of one
     * @param sealedRequirements of the clearance, sealed for this booking
     * @param sealedAddress of the offer, sealed for this booking
     * @param fees the terms of cancelling, as they stand
     */
    public record Made(
            UUID bookingId,
            UUID clientId,
            @Nullable UUID courseId,
            Clearance clearance,
            byte[] sealedRequirements,
            Offer offer,
            byte[] sealedAddress,
            FeeSchedule fees,
            Instant at) {}

    public static Booking confirmed(Made made) {
        Booking booking = new Booking(made, BookingStatus.CONFIRMED);
        booking.bookedAt = made.at;
        booking.agreedAt = made.at;
        return booking;
    }

    /** @param kept how long the client has to confirm */
    public static Booking held(Made made, Duration kept) {
        Booking booking = new Booking(made, BookingStatus.HELD);
        booking.holdExpiresAt = made.at.plus(kept);
        return booking;
    }

    /** How a new booking is announced. */
    SessionEvent announcement() {
        return status == BookingStatus.HELD && holdExpiresAt != null
                ? new SessionHeld(session(), holdExpiresAt, madeAt)
                : new SessionBooked(session(), madeAt);
    }

    /**
     * Books a held time. When its time is up it refuses with {@code hold-expired}, whether or not it was released yet; a warning sign
     * since it was held refuses it as it refuses a new booking.
     */
    public SessionEvent confirm(Mark mark, Instant now) {
        requireLiveHold(mark, now);
        become(BookingStatus.CONFIRMED);
        holdExpiresAt = null;
        bookedAt = now;
        agreedAt = now;
        return new SessionBooked(session(), now);
    }

    /** Keeps a held time longer, once. It refuses as {@link #confirm} does. */
    public SessionEvent extendHold(Mark mark, Duration kept, Instant now) {
        requireLiveHold(mark, now);
        if (holdExtended) {
            throw Refusal.of(BookingProblem.HOLD_ALREADY_EXTENDED);
        }
        become(BookingStatus.HELD);
        Instant until = now.plus(kept);
        holdExpiresAt = until;
        holdExtended = true;
        return new SessionHeld(session(), until, now);
    }

    private void requireLiveHold(Mark mark, Instant now) {
        if (status == BookingStatus.EXPIRED || isStale(now)) {
            throw Refusal.of(BookingProblem.HOLD_EXPIRED);
        }
        if (status != BookingStatus.HELD) {
            throw illegalTransition();
        }
        mark.check(grounds.clearanceIssuedAt());
    }

    /** Gives the time free when the hold has run out. */
    public SessionEvent expire(Instant now) {
        if (!isStale(now)) {
            throw illegalTransition();
        }
        become(BookingStatus.EXPIRED);
        endedAt = now;
        return new SessionReleased(session(), now);
    }

    /** Calls it off for a fee that the cancellation policy set. A visit that has begun is not called off any more. */
    public SessionEvent cancel(CancelledBy by, Fee fee, Instant now) {
        if (!now.isBefore(visit.startAt())) {
            throw illegalTransition();
        }
        boolean held = status == BookingStatus.HELD;
        become(BookingStatus.CANCELLED);
        end(fee, now);
        cancelledBy = by;
        return held ? new SessionReleased(session(), now) : new SessionCancelled(session(), by, now);
    }

    /** Takes it back, free of charge. */
    public SessionEvent revoke(RevocationCause cause, Instant now) {
        become(BookingStatus.REVOKED);
        end(Fee.none(Fee.Reason.NOT_THE_CLIENTS_DOING), now);
        revocationCause = cause;
        return new SessionRevoked(session(), cause, now);
    }

    /** Lets it rest on a newer clearance from now on. */
    public void restOn(Clearance clearance, byte[] newSealedRequirements) {
        grounds = Grounds.of(clearance, newSealedRequirements);
    }

    /**
     * Moves a confirmed visit to another offer's time, therapist and price. The terms of cancelling stay as agreed, and their time of
     * grace begins anew: whoever was moved by mistake, by whomever, notices it as one who booked by mistake does.
     */
    public SessionEvent moveTo(Offer offer, byte[] newSealedAddress, Instant now) {
        Occupancy previous = new Occupancy(
                therapistId, visit.startAt(), visit.endAt(), visit.zone(), visit.busyFrom(), visit.busyTo());
        requireMovable(now);
        become(BookingStatus.CONFIRMED);
        therapistId = offer.therapistId();
        offerId = offer.id();
        visit = offer.visit();
        price = offer.price();
        sealedAddress = newSealedAddress.clone();
        agreedAt = now;
        return new SessionRescheduled(session(), previous, now);
    }

    /** Whether it can be called off: it is held or confirmed, and has not begun. */
    public boolean isStillToCome(Instant now) {
        return status.mayBecome(BookingStatus.CANCELLED) && now.isBefore(visit.startAt());
    }

    public void requireStillToCome(Instant now) {
        if (!isStillToCome(now)) {
            throw illegalTransition();
        }
    }

    /** Whether the therapist is on the way, at the door, or has only just left. */
    boolean isTherapistExpected(Duration afterwards, Instant now) {
        return status.isExpected() && now.isBefore(visit.endAt().plus(afterwards));
    }

    /** Only a confirmed visit that has not begun can be moved. */
    public void requireMovable(Instant now) {
        if (status != BookingStatus.CONFIRMED || !now.isBefore(visit.startAt())) {
            throw illegalTransition();
        }
    }

    private void become(BookingStatus next) {
        if (!status.mayBecome(next)) {
            throw illegalTransition();
        }
        status = next;
        version++;
    }

    private Refusal illegalTransition() {
        return Refusal.of(BookingProblem.ILLEGAL_TRANSITION).with("bookingStatus", status);
    }

    private void end(Fee fee, Instant now) {
        endedAt = now;
        holdExpiresAt = null;
        feeCents = fee.amount().cents();
        feeReason = fee.reason();
    }

    /** A hold whose time is up: free for others even before it was released. */
    public boolean isStale(Instant now) {
        return status == BookingStatus.HELD && holdExpiresAt != null && !holdExpiresAt.isAfter(now);
    }

    private Session session() {
        return new Session(
                id,
                version,
                clientId,
                therapistId,
                courseId,
                grounds.screeningId(),
                offerId,
                visit.startAt(),
                visit.endAt(),
                visit.zone(),
                visit.busyFrom(),
                visit.busyTo());
    }

    public UUID id() {
        return id;
    }

    public UUID clientId() {
        return clientId;
    }

    public UUID therapistId() {
        return therapistId;
    }

    public @Nullable UUID courseId() {
        return courseId;
    }

    public Instant clearanceIssuedAt() {
        return grounds.clearanceIssuedAt();
    }

    public BookingStatus status() {
        return status;
    }

    public long version() {
        return version;
    }

    public Visit visit() {
        return visit;
    }

    public Price price() {
        return price;
    }

    public FeeSchedule fees() {
        return fees;
    }

    public Instant madeAt() {
        return madeAt;
    }

    /** When it became a booking; null for a hold that never did. */
    public @Nullable Instant bookedAt() {
        return bookedAt;
    }

    /** When its present time was agreed: when it was booked, or moved last. Null for a hold. */
    public @Nullable Instant agreedAt() {
        return agreedAt;
    }

    public @Nullable Instant holdExpiresAt() {
        return holdExpiresAt;
    }

    public @Nullable Instant endedAt() {
        return endedAt;
    }

    public @Nullable CancelledBy cancelledBy() {
        return cancelledBy;
    }

    public @Nullable RevocationCause revocationCause() {
        return revocationCause;
    }

    /** What its end cost; null while it has not ended, or ended without question of a fee. */
    public @Nullable Fee fee() {
        return feeCents == null || feeReason == null ? null : new Fee(Money.cents(feeCents), feeReason);
    }

    UUID offerId() {
        return offerId;
    }

    Grounds grounds() {
        return grounds;
    }

    byte[] sealedAddress() {
        return sealedAddress.clone();
    }
}
