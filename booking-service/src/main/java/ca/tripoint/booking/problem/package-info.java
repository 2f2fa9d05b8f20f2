/** The refusals of this service by name, and which promise of the database each constraint stands for. */
@NullMarked
package ca.tripoint.booking.problem;

import org.jspecify.annotations.NullMarked;
