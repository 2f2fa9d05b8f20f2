/** A rule set that turned out to be wrong: it clears nobody any more, and every clearance it stands behind is taken back. */
@NullMarked
package ca.tripoint.triage.recall;

import org.jspecify.annotations.NullMarked;
