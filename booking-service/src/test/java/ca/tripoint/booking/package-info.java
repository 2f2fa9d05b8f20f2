/** Tests of booking-service: its rules as tables, its promises on the real engines. */
@NullMarked
package ca.tripoint.booking;

import org.jspecify.annotations.NullMarked;
