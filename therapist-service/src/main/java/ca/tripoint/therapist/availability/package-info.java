/** When somebody could come: working hours, credentials, time off, visits and travel, as pure functions of values. */
@NullMarked
package ca.tripoint.therapist.availability;

import org.jspecify.annotations.NullMarked;
