package ca.tripoint.notification.notice;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.UUID;

/**
 * The visit that a notice speaks of, as it stood when the notice was made.
 *
 * @param version the booking's
 * @param start first minute of treatment
 * @param end exclusive
 * @param zone IANA id of the clock on the client's wall
 */
@Embeddable
public record Visit(
        @Column(name = "booking_id") UUID bookingId,
        @Column(name = "booking_version") Long version,
        @Column(name = "therapist_id") UUID therapistId,
        @Column(name = "visit_start") Instant start,
        @Column(name = "visit_end") Instant end,
        @Column(name = "visit_zone") String zone) {}
