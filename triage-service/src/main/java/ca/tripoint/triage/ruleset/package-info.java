/** The clinical content as versioned data: loading it strictly, and the closed condition language its rules are written in. */
@NullMarked
package ca.tripoint.triage.ruleset;

import org.jspecify.annotations.NullMarked;
