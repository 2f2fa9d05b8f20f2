/** Benchmarks. Each prints a ratio to a floor measured in the same run, because machines differ and are noisy. */
@NullMarked
package ca.tripoint.bench;

import org.jspecify.annotations.NullMarked;
