/** What a person reads: the texts of both languages, times in words, and typography. */
@NullMarked
package ca.tripoint.notification.wording;

import org.jspecify.annotations.NullMarked;
