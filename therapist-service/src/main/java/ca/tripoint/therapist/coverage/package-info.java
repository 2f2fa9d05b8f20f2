/** Whether anybody comes to an address at all. */
@NullMarked
package ca.tripoint.therapist.coverage;

import org.jspecify.annotations.NullMarked;
