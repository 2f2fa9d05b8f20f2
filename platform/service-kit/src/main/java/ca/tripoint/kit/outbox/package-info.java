/** Events leave through a table: written in the transaction that changes the state, sent in order by one relay. */
@NullMarked
package ca.tripoint.kit.outbox;

import org.jspecify.annotations.NullMarked;
