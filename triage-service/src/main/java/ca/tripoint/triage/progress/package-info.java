/** What therapists found in a person's sessions, and whether it helped. */
@NullMarked
package ca.tripoint.triage.progress;

import org.jspecify.annotations.NullMarked;
