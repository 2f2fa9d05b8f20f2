package ca.tripoint.triage.visit;

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

/** Keeps up with the visits. */
@ApplicationScoped
class SessionEventsConsumer {
    private final Inbox inbox;
    private final Visits visits;

    SessionEventsConsumer(Inbox inbox, Visits visits) {
        this.inbox = inbox;
        this.visits = visits;
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

    /** A briefing opens with the confirmation, never with a mere hold. */
    private void handle(SessionEvent event) {
        switch (event) {
            case SessionBooked booked -> visits.told(booked.session(), true);
            case SessionRescheduled moved -> visits.told(moved.session(), true);
            case SessionHeld held -> visits.told(held.session(), false);
            case SessionReleased released -> visits.told(released.session(), false);
            case SessionCancelled cancelled -> visits.told(cancelled.session(), false);
            case SessionRevoked revoked -> visits.told(revoked.session(), false);
        }
    }

    private static IllegalArgumentException misplaced(Event event) {
        return new IllegalArgumentException(event.getClass().getSimpleName() + " does not belong on this topic");
    }
}
