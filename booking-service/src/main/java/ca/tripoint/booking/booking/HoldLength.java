package ca.tripoint.booking.booking;

import java.time.Duration;

/** How long a new hold is kept. */
public record HoldLength(Duration kept) {}
