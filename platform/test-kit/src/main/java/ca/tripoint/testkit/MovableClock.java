package ca.tripoint.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still until a test moves it. */
public final class MovableClock extends Clock {
    private final Hands hands;
    private final ZoneId zone;

    private MovableClock(Hands hands, ZoneId zone) {
        this.hands = hands;
        this.zone = zone;
    }

    public static MovableClock at(Instant instant) {
        return new MovableClock(new Hands(instant), ZoneOffset.UTC);
    }

    /** Reads an instant such as {@code 2027-03-14T10:00:00-04:00}. */
    public static MovableClock at(String instant) {
        return at(OffsetDateTime.parse(instant).toInstant());
    }

    public synchronized void set(Instant instant) {
        hands.now = instant;
    }

    public synchronized void advance(Duration duration) {
        hands.now = hands.now.plus(duration);
    }

    @Override
    public Instant instant() {
        return hands.now;
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    /** The same movable instant, seen from another zone. */
    @Override
    public Clock withZone(ZoneId other) {
        return new MovableClock(hands, other);
    }

    /** What clocks of several zones share. */
    private static final class Hands {
        private volatile Instant now;

        private Hands(Instant now) {
            this.now = now;
        }
    }
}
