/** How far apart two places are, and how long a therapist needs between them. */
@NullMarked
package ca.tripoint.canada.travel;

import org.jspecify.annotations.NullMarked;
