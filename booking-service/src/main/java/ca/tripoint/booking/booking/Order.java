package ca.tripoint.booking.booking;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a client asks for. A single visit is a course of one.
 *
 * @param offers signed by therapist-service
 * @param clearance signed by triage-service
 * @param hold to keep the time instead of booking it
 */
public record Order(
        UUID client, List<String> offers, @Nullable String clearance, boolean hold) {

    @Override
    public String toString() {
        return "Order[" + offers.size() + " offers]";
    }
}
