package ca.tripoint.booking;

import ca.tripoint.contracts.Event;
import ca.tripoint.contracts.EventType;
import ca.tripoint.testkit.EventProducer;
import java.util.UUID;

/** What the neighbours say, as they would say it. */
public final class Told implements AutoCloseable {

    private final EventProducer producer = EventProducer.open();

    public void tell(Event event) {
        tell(event, UUID.randomUUID());
    }

    /** The same id twice is a redelivery. */
    public void tell(Event event, UUID eventId) {
        EventType type = EventType.of(event);
        producer.publish(type.topic().topicName(), event.key(), "/a-neighbour", type.typeName(), event, eventId);
    }

    @Override
    public void close() {
        producer.close();
    }
}
