package ca.tripoint.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;

/**
 * Something that happened and that other services may act on. The JSON of the record is the value of the Kafka record; what there is
 * none of is left out of it.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface Event permits ScreeningEvent, RosterEvent, SessionEvent {

    /** The id of the aggregate that the topic is keyed by. */
    UUID key();

    /**
     * The aggregate's version after this happened. It only grows; a consumer that has seen a newer one ignores this
     * event.
     */
    long version();
}
