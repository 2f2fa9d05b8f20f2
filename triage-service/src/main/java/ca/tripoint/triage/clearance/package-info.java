/** The signed fact that a person may be massaged, and what their therapist must be able to do. */
@NullMarked
package ca.tripoint.triage.clearance;

import org.jspecify.annotations.NullMarked;
