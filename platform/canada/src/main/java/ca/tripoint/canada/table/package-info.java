/** Reference data that ships with the product, as tables that people can read. */
@NullMarked
package ca.tripoint.canada.table;

import org.jspecify.annotations.NullMarked;
