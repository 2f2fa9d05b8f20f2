/** A candidate rule set run over stored decisions, before anybody depends on it. */
@NullMarked
package ca.tripoint.triage.shadow;

import org.jspecify.annotations.NullMarked;
