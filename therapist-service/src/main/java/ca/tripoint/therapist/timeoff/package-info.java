/** When a therapist is away. */
@NullMarked
package ca.tripoint.therapist.timeoff;

import org.jspecify.annotations.NullMarked;
