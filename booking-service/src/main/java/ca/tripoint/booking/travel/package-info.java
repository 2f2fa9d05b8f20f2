/** Whether a therapist can get from one visit to the next in time. */
@NullMarked
package ca.tripoint.booking.travel;

import org.jspecify.annotations.NullMarked;
