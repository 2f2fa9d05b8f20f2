/** A screening as FHIR R4, for the records of those who treat the person next. */
@NullMarked
package ca.tripoint.triage.fhir;

import org.jspecify.annotations.NullMarked;
