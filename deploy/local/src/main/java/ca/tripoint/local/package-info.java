/** The whole system on one machine: which parts there are, how they start, what each is told, how they end. */
@NullMarked
package ca.tripoint.local;

import org.jspecify.annotations.NullMarked;
