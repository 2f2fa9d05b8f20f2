/** Offers: one therapist, one time, one place, one price, signed and good for a quarter of an hour. */
@NullMarked
package ca.tripoint.therapist.offer;

import org.jspecify.annotations.NullMarked;
