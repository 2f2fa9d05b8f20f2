/** The one clock of a service, and the check that this machine's rules about Canada's clocks are right. */
@NullMarked
package ca.tripoint.kit.time;

import org.jspecify.annotations.NullMarked;
