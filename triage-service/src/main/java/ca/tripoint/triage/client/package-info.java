/** A person as triage knows them: what was found before, and which of their clearances are still worth something. */
@NullMarked
package ca.tripoint.triage.client;

import org.jspecify.annotations.NullMarked;
