package ca.tripoint.booking.clearance;

import java.time.Instant;
import java.util.UUID;

/**
 * Somebody may be massaged, says triage. It is checked when a visit is booked, and is worth nothing from the moment on that triage
 * takes back all clearances issued until then.
 *
 * @param issuedAt to the millisecond
 * @param sessions how many visits the suggested course has
 */
public record Clearance(UUID id, UUID screeningId, Instant issuedAt, Requirements requires, int sessions) {}
