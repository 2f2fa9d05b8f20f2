package ca.tripoint.booking.visit;

import ca.tripoint.canada.clock.TimeZones;
import ca.tripoint.canada.place.Area;
import ca.tripoint.canada.place.Coordinates;
import ca.tripoint.canada.place.Fsa;
import ca.tripoint.canada.place.Province;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;

/**
 * When and where a treatment takes place.
 *
 * <p>The local time is what client and therapist agreed on; the instants follow from it by the rules of {@code tzVersion}. All
 * are stored, so that a change of the rules can be applied to future visits (local time wins).
 *
 * <p>Area, province and coordinates are stored in clear, the address is sealed: the diary must find and compare neighbours inside
 * the transaction, and the coordinates are those of the whole forward sortation area (thousands of doors), never of the house.
 *
 * @param startAt first minute of treatment
 * @param endAt end of treatment, exclusive
 * @param localStart what the clock on the client's wall shows at {@code startAt}
 * @param zone IANA id of that clock
 * @param tzVersion release of the tz database that the instants were reckoned with
 * @param busyFrom from when the therapist is taken: set-up included, travel not
 * @param busyTo until when the therapist is taken: pack-down included, travel not; exclusive
 * @param province whose credential the therapist needs
 * @param fsa forward sortation area
 * @param latitude of the area, degrees
 * @param longitude of the area, degrees
 */
@Embeddable
public record Visit(
        Instant startAt,
        Instant endAt,
        LocalDateTime localStart,
        String zone,
        String tzVersion,
        Instant busyFrom,
        Instant busyTo,
        @Enumerated(EnumType.STRING) Province province,
        String fsa,
        double latitude,
        double longitude) {

    public Visit {
        if (!startAt.isBefore(endAt)) {
            throw new IllegalArgumentException("endAt must be after startAt");
        }
        if (busyFrom.isAfter(startAt) || busyTo.isBefore(endAt)) {
            throw new IllegalArgumentException("busyFrom and busyTo must enclose the treatment");
        }
    }

    /**
     * Whether local start and instant agree by the rules of today. A visit that is offered must; one that was booked before the
     * rules changed need not.
     */
    public boolean agreesWithTheClocks() {
        return TimeZones.local(startAt, TimeZones.zone(zone)).equals(localStart);
    }

    /** The date on which credentials must be valid: the one on the client's calendar. */
    public LocalDate localDate() {
        return localStart.toLocalDate();
    }

    public Duration length() {
        return Duration.between(startAt, endAt);
    }

    public Area at() {
        return new Area(new Fsa(fsa), new Coordinates(latitude, longitude));
    }

    /** Start as told to people: wall time and offset. */
    public OffsetDateTime start() {
        return TimeZones.offset(startAt, TimeZones.zone(zone));
    }

    /** End as told to people: wall time and offset. */
    public OffsetDateTime end() {
        return TimeZones.offset(endAt, TimeZones.zone(zone));
    }

    /** Whether both treatments have a moment in common. */
    public boolean overlaps(Visit other) {
        return startAt.isBefore(other.endAt) && other.startAt.isBefore(endAt);
    }

    /** Elapsed time between two treatments that do not overlap; negative if they do. */
    public Duration apart(Visit other) {
        return startAt.isBefore(other.startAt)
                ? Duration.between(endAt, other.startAt)
                : Duration.between(other.endAt, startAt);
    }
}
