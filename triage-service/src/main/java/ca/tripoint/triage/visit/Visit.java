package ca.tripoint.triage.visit;

import java.time.Instant;
import java.util.UUID;

/** A confirmed visit to a screened person. */
public record Visit(
        UUID bookingId, UUID clientId, UUID therapistId, UUID screeningId, Instant startsAt, Instant endsAt) {}
