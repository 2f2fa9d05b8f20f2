/** Keys and tokens of a system that is not production: generated where it runs, readable for its owner only. */
@NullMarked
package ca.tripoint.embedded.keys;

import org.jspecify.annotations.NullMarked;
