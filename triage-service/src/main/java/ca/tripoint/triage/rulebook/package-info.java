/** The rule set laid out for people: every rule with its condition, outcome, texts and evidence, and what differs between versions. */
@NullMarked
package ca.tripoint.triage.rulebook;

import org.jspecify.annotations.NullMarked;
