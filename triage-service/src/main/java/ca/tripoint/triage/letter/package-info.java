/** The hand-off letter to a GP, a physiotherapist or an emergency department, in both languages. */
@NullMarked
package ca.tripoint.triage.letter;

import org.jspecify.annotations.NullMarked;
