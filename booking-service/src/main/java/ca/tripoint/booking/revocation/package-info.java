/** What events from triage and the roster take back: visits that may not or cannot take place, free of charge. */
@NullMarked
package ca.tripoint.booking.revocation;

import org.jspecify.annotations.NullMarked;
