/** The statutory holidays of each province. */
@NullMarked
package ca.tripoint.canada.calendar;

import org.jspecify.annotations.NullMarked;
