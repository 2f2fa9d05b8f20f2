package ca.tripoint.therapist.busy;

import ca.tripoint.contracts.Event;
import ca.tripoint.contracts.RosterEvent;
import ca.tripoint.contracts.ScreeningEvent;
import ca.tripoint.contracts.SessionEvent;
import ca.tripoint.contracts.SessionEvent.SessionBooked;
import ca.tripoint.contracts.SessionEvent.SessionCancelled;
import ca.tripoint.contracts.SessionEvent.SessionHeld;
import ca.tripoint.contracts.SessionEvent.SessionReleased;
import ca.tripoint.contracts.SessionEvent.SessionRescheduled;
import ca.tripoint.contracts.SessionEvent.SessionRevoked;
import ca.tripoint.kit.inbox.Inbox;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Keeps up with the bookings. */
@ApplicationScoped
class SessionEventsConsumer {

    private final Inbox inbox;
    private final BusyTimes busyTimes;

    SessionEventsConsumer(Inbox inbox, BusyTimes busyTimes) {
        this.inbox = inbox;
        this.busyTimes = busyTimes;
    }

    @Incoming("sessions")
    @Blocking
    void on(ConsumerRecord<String, byte[]> message) {
        inbox.receive(message, this::handle);
    }

    private void handle(Event event) {
        switch (event) {
            case SessionEvent session -> handle(session);
            case ScreeningEvent screening -> throw misplaced(screening);
            case RosterEvent roster -> throw misplaced(roster);
        }
    }

    private void handle(SessionEvent event) {
        switch (event) {
            case SessionHeld held -> busyTimes.held(held.session(), held.holdExpiresAt());
            case SessionBooked booked -> busyTimes.booked(booked.session());
            case SessionRescheduled moved -> busyTimes.booked(moved.session());
            case SessionReleased released -> busyTimes.freed(released.session());
            case SessionCancelled cancelled -> busyTimes.freed(cancelled.session());
            case SessionRevoked revoked -> busyTimes.freed(revoked.session());
        }
    }

    private static IllegalArgumentException misplaced(Event event) {
        return new IllegalArgumentException(event.getClass().getSimpleName() + " does not belong on this topic");
    }
}
