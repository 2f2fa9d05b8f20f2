/** The calendar file that adds a visit to its reader's calendar, moves it there or removes it. */
@NullMarked
package ca.tripoint.notification.calendar;

import org.jspecify.annotations.NullMarked;
