package ca.tripoint.therapist.availability;

import ca.tripoint.canada.hours.OpeningHours;
import ca.tripoint.canada.place.Place;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Starts that come into question at an address, in order, for visits of one length. A set of them is a bitmap: bit <i>n</i> is
 * the <i>n</i>-th start. A local day has up to 72, two {@code long}s.
 */
public final class Starts {

    private final Place place;
    private final Duration length;
    private final long[] seconds;

    private Starts(Place place, Duration length, List<Instant> starts) {
        this.place = place;
        this.length = length;
        this.seconds = starts.stream().mapToLong(Instant::getEpochSecond).toArray();
    }

    /**
     * The grid of opening hours on local dates, both included, cut to a time in which visits may be booked, both ends
     * included.
     */
    public static Starts between(
            Place place, LocalDate first, LocalDate last, Duration length, Instant earliest, Instant latest) {
        return new Starts(
                place,
                length,
                first.datesUntil(last.plusDays(1))
                        .flatMap(date -> OpeningHours.starts(date, length, place.zone()).stream())
                        .filter(start -> !start.isBefore(earliest) && !start.isAfter(latest))
                        .toList());
    }

    static Starts only(Visit visit) {
        return new Starts(visit.place(), visit.length(), List.of(visit.start()));
    }

    public int count() {
        return seconds.length;
    }

    public boolean isEmpty() {
        return seconds.length == 0;
    }

    public Instant start(int index) {
        return Instant.ofEpochSecond(seconds[index]);
    }

    /** From the first start to the end of the last visit. Ask only if there is one. */
    public TimeRange span() {
        return new TimeRange(start(0), start(count() - 1).plus(length));
    }

    Place place() {
        return place;
    }

    Duration length() {
        return length;
    }

    /** Adds the starts of the visits that lie within a range. */
    void addWithin(TimeRange range, BitSet set) {
        int first = firstFrom(range.from());
        int end = firstAfter(range.to().minus(length));
        if (first < end) {
            set.set(first, end);
        }
    }

    /** Removes the starts that lie strictly between two instants. */
    void removeBetween(Instant after, Instant before, BitSet set) {
        int first = firstAfter(after);
        int end = firstFrom(before);
        if (first < end) {
            set.clear(first, end);
        }
    }

    private int firstFrom(Instant instant) {
        return indexOf(instant.getNano() == 0 ? instant.getEpochSecond() : instant.getEpochSecond() + 1);
    }

    private int firstAfter(Instant instant) {
        return indexOf(instant.getEpochSecond() + 1);
    }

    /** Index of the first start at or after a second. */
    private int indexOf(long second) {
        int found = Arrays.binarySearch(seconds, second);
        return found >= 0 ? found : -found - 1;
    }
}
