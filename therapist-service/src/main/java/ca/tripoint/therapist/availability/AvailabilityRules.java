package ca.tripoint.therapist.availability;

import ca.tripoint.canada.travel.RoadEstimate;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Availability by the configured numbers. */
@ApplicationScoped
class AvailabilityRules {

    @Produces
    @Singleton
    VisitPolicy policy(VisitConfig config) {
        VisitConfig.Travel travel = config.travel();
        return new VisitPolicy(
                config.setUp(),
                config.packDown(),
                config.notice(),
                config.horizon(),
                new RoadEstimate(
                        travel.detour(), travel.kilometresPerHour(), travel.parking(), travel.ruralKilometres()),
                travel.fromUnknown(),
                travel.ruralKilometres());
    }

    @Produces
    @Singleton
    Availability availability(VisitPolicy policy) {
        return new Availability(policy);
    }
}
