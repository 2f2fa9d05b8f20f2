/** The soft-tissue plan: muscles, holds, minutes and sessions, within what the adjustments allow. */
@NullMarked
package ca.tripoint.triage.plan;

import org.jspecify.annotations.NullMarked;
