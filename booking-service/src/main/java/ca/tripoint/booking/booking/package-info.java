/** A booking and the one transaction that makes it: nobody is booked twice, and nobody without clearance. */
@NullMarked
package ca.tripoint.booking.booking;

import org.jspecify.annotations.NullMarked;
