/** Which of a therapist's time is taken, as booking-service tells it. */
@NullMarked
package ca.tripoint.therapist.busy;

import org.jspecify.annotations.NullMarked;
