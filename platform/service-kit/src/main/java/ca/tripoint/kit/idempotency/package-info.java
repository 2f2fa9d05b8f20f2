/** A creating POST repeated with its Idempotency-Key creates nothing twice. */
@NullMarked
package ca.tripoint.kit.idempotency;

import org.jspecify.annotations.NullMarked;
