/** A time kept for ten minutes: confirmed, given up or run out. */
@NullMarked
package ca.tripoint.booking.hold;

import org.jspecify.annotations.NullMarked;
