package ca.tripoint.booking.therapist;

import ca.tripoint.booking.visit.Visit;
import ca.tripoint.contracts.RosterEvent;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;

/** Where the therapist may work, from the first to the last local date of a visit, both included. */
@Embeddable
record Credential(String province, String kind, LocalDate validFrom, LocalDate validTo) {

    static Credential of(RosterEvent.Credential told) {
        return new Credential(told.province(), told.kind(), told.validFrom(), told.validTo());
    }

    boolean covers(Visit visit) {
        return province.equals(visit.province().name())
                && !visit.localDate().isBefore(validFrom)
                && !visit.localDate().isAfter(validTo);
    }
}
