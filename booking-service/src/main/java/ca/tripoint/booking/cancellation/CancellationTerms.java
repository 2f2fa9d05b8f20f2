package ca.tripoint.booking.cancellation;

import ca.tripoint.booking.booking.Fee;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What cancelling would cost now or, where the booking has ended, what its end did cost; and until when it costs less.
 *
 * @param freeUntil up to and including then it costs nothing
 * @param reducedUntil up to and including then it costs the reduced share
 */
@Schema(name = "CancellationTerms")
record CancellationTerms(long feeCents, Fee.Reason reason, Instant freeUntil, Instant reducedUntil) {}
