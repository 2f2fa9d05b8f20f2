/** The names by which clients know their therapists, as therapist.roster last told them. */
@NullMarked
package ca.tripoint.notification.roster;

import org.jspecify.annotations.NullMarked;
