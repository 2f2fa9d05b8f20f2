package ca.tripoint.therapist.availability;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A stretch of time: {@code from} belongs to it, {@code to} does not. */
public record TimeRange(Instant from, Instant to) {

    public TimeRange {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("from must be before to");
        }
    }

    /** The same time in as few ranges as possible, in order: what touches or overlaps becomes one. */
    static List<TimeRange> merged(List<TimeRange> ranges) {
        List<TimeRange> merged = new ArrayList<>();
        for (TimeRange range :
                ranges.stream().sorted(Comparator.comparing(TimeRange::from)).toList()) {
            if (merged.isEmpty() || merged.getLast().to.isBefore(range.from)) {
                merged.add(range);
            } else {
                TimeRange last = merged.removeLast();
                merged.add(new TimeRange(last.from, last.to.isAfter(range.to) ? last.to : range.to));
            }
        }
        return merged;
    }
}
