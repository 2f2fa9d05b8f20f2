/** Events arrive at least once and count once; what cannot be handled goes to the dead-letter topic. */
@NullMarked
package ca.tripoint.kit.inbox;

import org.jspecify.annotations.NullMarked;
