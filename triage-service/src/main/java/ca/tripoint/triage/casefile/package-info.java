/** What a clinician reads of a review: the therapist's report, or what the screening raised. */
@NullMarked
package ca.tripoint.triage.casefile;

import org.jspecify.annotations.NullMarked;
