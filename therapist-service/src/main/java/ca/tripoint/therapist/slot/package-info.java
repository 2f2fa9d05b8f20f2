/** The search: at which times could somebody come to an address. */
@NullMarked
package ca.tripoint.therapist.slot;

import org.jspecify.annotations.NullMarked;
