/** What is public about the rule set: the questionnaire, the muscles and the body regions, in the reader's language. */
@NullMarked
package ca.tripoint.triage.catalogue;

import org.jspecify.annotations.NullMarked;
