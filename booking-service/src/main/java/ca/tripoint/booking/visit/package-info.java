/** What a visit is: when, where, with what taxes and at whose door. */
@NullMarked
package ca.tripoint.booking.visit;

import org.jspecify.annotations.NullMarked;
