/** What the therapist who visits is told, from the confirmation until a week after the visit. */
@NullMarked
package ca.tripoint.triage.briefing;

import org.jspecify.annotations.NullMarked;
