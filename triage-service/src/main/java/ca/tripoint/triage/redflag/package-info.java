/** Warning signs seen by a therapist on the table: the same effect as a red flag of a screening. */
@NullMarked
package ca.tripoint.triage.redflag;

import org.jspecify.annotations.NullMarked;
