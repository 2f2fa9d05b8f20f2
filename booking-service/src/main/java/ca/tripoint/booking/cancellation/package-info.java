/** Cancelling a visit, and what it costs when and why. */
@NullMarked
package ca.tripoint.booking.cancellation;

import org.jspecify.annotations.NullMarked;
