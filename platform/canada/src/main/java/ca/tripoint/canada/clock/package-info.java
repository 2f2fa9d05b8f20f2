/** Wall time and instants by the product's own time zone rules, never by those of the machine. */
@NullMarked
package ca.tripoint.canada.clock;

import org.jspecify.annotations.NullMarked;
