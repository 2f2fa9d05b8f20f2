/** Strict JSON: what is not understood is refused, by name. */
@NullMarked
package ca.tripoint.kit.json;

import org.jspecify.annotations.NullMarked;
