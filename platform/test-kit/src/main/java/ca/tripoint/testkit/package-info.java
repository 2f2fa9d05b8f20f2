/** What every service's tests need: its own database and broker, tokens, an event probe, a movable clock, the house rules. */
@NullMarked
package ca.tripoint.testkit;

import org.jspecify.annotations.NullMarked;
