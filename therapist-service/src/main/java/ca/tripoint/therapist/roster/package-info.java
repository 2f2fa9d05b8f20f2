/** Who comes into question for an address, with everything that availability asks about them. */
@NullMarked
package ca.tripoint.therapist.roster;

import org.jspecify.annotations.NullMarked;
