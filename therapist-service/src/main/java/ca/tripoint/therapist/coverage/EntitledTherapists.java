package ca.tripoint.therapist.coverage;

import ca.tripoint.canada.clock.TimeZones;
import ca.tripoint.canada.place.Place;
import ca.tripoint.therapist.availability.VisitPolicy;
import ca.tripoint.therapist.credential.CredentialRules;
import ca.tripoint.therapist.roster.Member;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;

/** The therapists who may work at a place on some day on which visits can be booked. */
@ApplicationScoped
class EntitledTherapists {

    private final VisitPolicy policy;
    private final Clock clock;

    EntitledTherapists(VisitPolicy policy, Clock clock) {
        this.policy = policy;
        this.clock = clock;
    }

    boolean includes(Member therapist, Place place) {
        Instant now = clock.instant();
        LocalDate first = TimeZones.local(policy.earliest(now), place.zone()).toLocalDate();
        LocalDate last = TimeZones.local(policy.latest(now), place.zone()).toLocalDate();
        return therapist.practice().credentials().stream()
                .flatMap(credential -> CredentialRules.validity(credential, place.province()).stream())
                .anyMatch(dates -> !dates.first().isAfter(last) && !dates.last().isBefore(first));
    }
}
