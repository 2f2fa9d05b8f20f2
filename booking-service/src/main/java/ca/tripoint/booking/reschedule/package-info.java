/** Moving a booked visit to another time or therapist. */
@NullMarked
package ca.tripoint.booking.reschedule;

import org.jspecify.annotations.NullMarked;
