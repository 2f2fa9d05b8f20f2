/** Postal codes, provinces and the places they stand for. */
@NullMarked
package ca.tripoint.canada.place;

import org.jspecify.annotations.NullMarked;
