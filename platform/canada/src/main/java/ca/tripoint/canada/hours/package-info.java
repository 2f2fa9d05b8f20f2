/** When a visit may take place: from six in the morning until midnight, at the address. */
@NullMarked
package ca.tripoint.canada.hours;

import org.jspecify.annotations.NullMarked;
