/** What a visit costs, taxes included, from dated price lists. */
@NullMarked
package ca.tripoint.therapist.price;

import org.jspecify.annotations.NullMarked;
