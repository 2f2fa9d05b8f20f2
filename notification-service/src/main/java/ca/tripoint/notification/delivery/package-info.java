/** Carries notices to their readers by e-mail, and does not give up at the first failure. */
@NullMarked
package ca.tripoint.notification.delivery;

import org.jspecify.annotations.NullMarked;
