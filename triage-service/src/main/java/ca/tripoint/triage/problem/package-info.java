/** What this service refuses, by name. */
@NullMarked
package ca.tripoint.triage.problem;

import org.jspecify.annotations.NullMarked;
