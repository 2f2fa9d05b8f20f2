/** What a person is told, once for each event: their in-app inbox. */
@NullMarked
package ca.tripoint.notification.notice;

import org.jspecify.annotations.NullMarked;
