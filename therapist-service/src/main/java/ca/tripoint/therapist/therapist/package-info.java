/** The therapists on the roster: adding, reading and changing them. */
@NullMarked
package ca.tripoint.therapist.therapist;

import org.jspecify.annotations.NullMarked;
