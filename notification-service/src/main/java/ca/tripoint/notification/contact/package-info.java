/** How to reach a person and in which language; sealed, and theirs alone. */
@NullMarked
package ca.tripoint.notification.contact;

import org.jspecify.annotations.NullMarked;
