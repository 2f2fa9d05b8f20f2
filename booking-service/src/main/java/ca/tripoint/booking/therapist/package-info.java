/** The therapist as known here: active or not, credentials, time off. Their row is the lock on their diary. */
@NullMarked
package ca.tripoint.booking.therapist;

import org.jspecify.annotations.NullMarked;
