package ca.tripoint.booking.offer;

import ca.tripoint.booking.problem.BookingProblem;
import ca.tripoint.booking.visit.Visit;
import ca.tripoint.canada.clock.TimeZones;
import ca.tripoint.canada.hours.OpeningHours;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;

/**
 * What every visit must keep, whoever offers it: the grid, the opening hours at the address, notice and horizon, and a credential
 * for the province on the day. Therapist-service judged the same when it offered; here it is judged by the rules of the day.
 */
record VisitRules(Duration notice, Duration horizon) {

    Optional<BookingProblem> objection(Offer offer) {
        Visit visit = offer.visit();
        ZoneId zone = TimeZones.zone(visit.zone());
        Duration ahead = Duration.between(offer.issuedAt(), visit.startAt());
        if (!OpeningHours.onGrid(visit.localStart())) {
            return Optional.of(BookingProblem.OFF_GRID);
        }
        if (!OpeningHours.covers(visit.startAt(), visit.length(), zone)) {
            return Optional.of(BookingProblem.OUTSIDE_OPENING_HOURS);
        }
        if (ahead.compareTo(notice) < 0) {
            return Optional.of(BookingProblem.TOO_SOON);
        }
        if (ahead.compareTo(horizon) > 0) {
            return Optional.of(BookingProblem.BEYOND_HORIZON);
        }
        return hasCredential(offer) ? Optional.empty() : Optional.of(BookingProblem.NO_CREDENTIAL_IN_PROVINCE);
    }

    private static boolean hasCredential(Offer offer) {
        return offer.credentialProvince().equals(offer.visit().province().name())
                && (offer.credentialValidTo() == null
                        || !offer.visit().localDate().isAfter(offer.credentialValidTo()));
    }
}
