/** Where a therapist may work: licences and memberships, and the rules of each province, as data. */
@NullMarked
package ca.tripoint.therapist.credential;

import org.jspecify.annotations.NullMarked;
