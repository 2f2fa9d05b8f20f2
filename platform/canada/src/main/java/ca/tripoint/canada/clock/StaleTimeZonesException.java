package ca.tripoint.canada.clock;

import java.util.List;

/** The time zone data are from before the changes of 2026: no booking may be made with them. */
public final class StaleTimeZonesException extends IllegalStateException {

    private final List<String> wrong;

    StaleTimeZonesException(List<String> wrong) {
        super("Time zone data %s are stale: %s".formatted(TimeZones.version(), String.join("; ", wrong)));
        this.wrong = wrong;
    }

    /** One sentence for each zone that is wrong. */
    public List<String> wrong() {
        return wrong;
    }
}
