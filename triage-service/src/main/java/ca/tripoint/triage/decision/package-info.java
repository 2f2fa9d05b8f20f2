/** The pure engine: what answers come to, why, what is asked next and what would change it. No clock, no I/O. */
@NullMarked
package ca.tripoint.triage.decision;

import org.jspecify.annotations.NullMarked;
