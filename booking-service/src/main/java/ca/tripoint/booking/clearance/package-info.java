/** The clearance that triage-service signed: who may be massaged, and what the treatment needs. */
@NullMarked
package ca.tripoint.booking.clearance;

import org.jspecify.annotations.NullMarked;
