/** Decides a stored screening once more, to see whether the same comes out. */
@NullMarked
package ca.tripoint.triage.replay;

import org.jspecify.annotations.NullMarked;
