/** Several visits booked together: all of them or none. */
@NullMarked
package ca.tripoint.booking.course;

import org.jspecify.annotations.NullMarked;
