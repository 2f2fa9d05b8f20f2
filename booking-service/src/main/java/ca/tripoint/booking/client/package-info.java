/** The client's row: the lock that all of one person's bookings pass through, and the moment before which clearances are refused. */
@NullMarked
package ca.tripoint.booking.client;

import org.jspecify.annotations.NullMarked;
