/** One bare endpoint over one table. */
@NullMarked
package ca.tripoint.bench.floor;

import org.jspecify.annotations.NullMarked;
