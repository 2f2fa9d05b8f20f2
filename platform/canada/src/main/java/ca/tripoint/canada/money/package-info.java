/** Amounts in Canadian cents and the sales taxes of each province. */
@NullMarked
package ca.tripoint.canada.money;

import org.jspecify.annotations.NullMarked;
