/** How fast triage decides: the engine alone, against the same rules in DMN, and a screening over HTTP. */
@NullMarked
package ca.tripoint.bench.triage;

import org.jspecify.annotations.NullMarked;
