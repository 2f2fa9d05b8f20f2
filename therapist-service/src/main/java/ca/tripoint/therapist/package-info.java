/** Who can be where, when, at what price. */
@NullMarked
package ca.tripoint.therapist;

import org.jspecify.annotations.NullMarked;
