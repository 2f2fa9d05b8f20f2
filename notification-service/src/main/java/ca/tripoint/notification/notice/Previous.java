package ca.tripoint.notification.notice;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/**
 * When a visit was to start before it moved.
 *
 * @param zone IANA id of the clock on the client's wall there
 */
@Embeddable
public record Previous(
        @Column(name = "previous_start") Instant start,
        @Column(name = "previous_zone") String zone) {}
