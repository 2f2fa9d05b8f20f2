/** A time kept for a while: confirmed, given up or run out. */
@NullMarked
package ca.tripoint.booking.hold;

import org.jspecify.annotations.NullMarked;
