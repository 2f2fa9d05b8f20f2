/** What waits for a person to look at: every red flag, every answer taken back, every request (Law 25). */
@NullMarked
package ca.tripoint.triage.review;

import org.jspecify.annotations.NullMarked;
