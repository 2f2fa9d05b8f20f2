/** The offer that therapist-service signed: one therapist, one time, one place, one price, for a quarter of an hour. */
@NullMarked
package ca.tripoint.booking.offer;

import org.jspecify.annotations.NullMarked;
