/** Which therapist visits whom, as booking-service tells. */
@NullMarked
package ca.tripoint.triage.visit;

import org.jspecify.annotations.NullMarked;
