package ca.tripoint.booking.visit;

import org.jspecify.annotations.Nullable;

/** The client's door. Personal: it is sealed in the database, and prints nothing. */
public record Address(@Nullable String line1, @Nullable String city, String postalCode) {

    @Override
    public String toString() {
        return "Address[redacted]";
    }
}
