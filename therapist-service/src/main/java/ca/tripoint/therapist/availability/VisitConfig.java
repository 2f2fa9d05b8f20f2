package ca.tripoint.therapist.availability;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Set;

/** What holds for every visit. Changing a number changes what is offered from then on; offers already signed keep theirs. */
@ConfigMapping(prefix = "tripoint.visit")
public interface VisitConfig {

    /** Minutes of treatment on offer: sessions take 60 to 90 minutes (article, sentence 40); each has a price for every province. */
    @WithDefault("60,75,90")
    Set<Integer> durations();

    /** Carrying the table in and unfolding it. */
    @WithDefault("15m")
    Duration setUp();

    /** The client rests on the table for a while after treatment; then it is folded. */
    @WithDefault("15m")
    Duration packDown();

    /** A therapist must see the booking, finish what they do and drive there. */
    @WithDefault("2h")
    Duration notice();

    /** A course of six weekly sessions fits several times over, and therapists rarely know their hours half a year ahead. */
    @WithDefault("180d")
    Duration horizon();

    Travel travel();

    /** Travel by great circle, until a routing engine stands in its place. Booking-service reckons with the same numbers. */
    interface Travel {

        /** How much longer a road is than the straight line; 1.2 to 1.4 in gridded cities. */
        @WithDefault("1.3")
        double detour();

        /** Door to door, city traffic included. */
        @WithDefault("35")
        double kilometresPerHour();

        /** To park and reach the door, also when the next client is next door. */
        @WithDefault("5m")
        Duration parking();

        /**
         * How far a door may be from the middle of a rural area (second character 0), in kilometres: half of them lie more than
         * 60 km from the next one. On the way within, from or to such an area at least so much is reckoned, and a radius must
         * reach so much beyond its middle.
         */
        @WithDefault("30")
        double ruralKilometres();

        /** Where the other visit's place is not known: about 25 km, from one end of a city to the other. */
        @WithDefault("60m")
        Duration fromUnknown();
    }
}
