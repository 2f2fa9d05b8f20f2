/** One bare endpoint over one table, on the service kit as every service is. */
@NullMarked
package ca.tripoint.bench.floor;

import org.jspecify.annotations.NullMarked;
