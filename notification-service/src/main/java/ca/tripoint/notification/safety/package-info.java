/** The one message that a client gets when a warning sign fired. */
@NullMarked
package ca.tripoint.notification.safety;

import org.jspecify.annotations.NullMarked;
