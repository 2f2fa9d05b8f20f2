/** Screenings over HTTP: answers come in, a decision and its reasons go out, and everyone concerned is told. */
@NullMarked
package ca.tripoint.triage.screening;

import org.jspecify.annotations.NullMarked;
