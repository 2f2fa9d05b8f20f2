package ca.tripoint.contracts;

import java.util.UUID;

/** Something that happened and that other services may act on. The JSON of the record is the value of the Kafka record. */
public sealed interface Event permits ScreeningEvent, RosterEvent, SessionEvent {

    /** The id of the aggregate that the topic is keyed by. */
    UUID key();

    /**
     * The aggregate's version after this happened. It only grows; a consumer that has seen a newer one ignores this
     * event.
     */
    long version();
}
