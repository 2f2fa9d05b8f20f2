/** The service as its neighbours see it: events in, e-mails and an inbox out. */
@org.jspecify.annotations.NullMarked
package ca.tripoint.notification;
