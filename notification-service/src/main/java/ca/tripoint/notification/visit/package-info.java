/** Who is told what when something happens to a visit. */
@NullMarked
package ca.tripoint.notification.visit;

import org.jspecify.annotations.NullMarked;
